import type { Localized } from '@isegoria/kernel/contracts';

/** The demo municipality, of our own invention: a Greek coastal city of 61,400 people on a bay that no map shows. */
export const demoCity = { name: { el: 'Δήμος Καλλιθέας Όρμου', en: 'Municipality of Kallithea Ormou' }, population: 61_400 };

/** Districts in the order of every list: id, names, population, outline as [lng, lat]. Neighbours share their corners. */
export const demoDistricts: { id: string; name: Localized; population: number; outline: [number, number][] }[] = [
  {
    id: 'kentro', name: { el: 'Κεντρική ενότητα', en: 'City centre' }, population: 15_900,
    outline: [[23.019, 37.9395], [23.025, 37.942], [23.031, 37.9425], [23.036, 37.94], [23.038, 37.948], [23.035, 37.955], [23.022, 37.954], [23.021, 37.946]],
  },
  {
    id: 'ormos', name: { el: 'Όρμος', en: 'Ormos' }, population: 9_700,
    outline: [[23.002, 37.947], [23.0045, 37.944], [23.007, 37.942], [23.013, 37.939], [23.016, 37.9388], [23.019, 37.9395], [23.021, 37.946], [23.022, 37.954], [23.014, 37.954], [23.004, 37.956]],
  },
  {
    id: 'ano-poli', name: { el: 'Άνω Πόλη', en: 'Ano Poli' }, population: 8_200,
    outline: [[23.022, 37.954], [23.035, 37.955], [23.042, 37.966], [23.034, 37.9715], [23.023, 37.968], [23.021, 37.961]],
  },
  {
    id: 'agios-nikolaos', name: { el: 'Άγιος Νικόλαος', en: 'Agios Nikolaos' }, population: 13_300,
    outline: [[23.038, 37.948], [23.047, 37.949], [23.059, 37.949], [23.055, 37.963], [23.042, 37.966], [23.035, 37.955]],
  },
  {
    id: 'pefka', name: { el: 'Πεύκα', en: 'Pefka' }, population: 6_500,
    outline: [[23.004, 37.956], [23.014, 37.954], [23.022, 37.954], [23.021, 37.961], [23.023, 37.968], [23.012, 37.971], [23.002, 37.966]],
  },
  {
    id: 'limani', name: { el: 'Λιμάνι', en: 'Harbour' }, population: 7_800,
    outline: [[23.036, 37.94], [23.04, 37.936], [23.042, 37.9342], [23.046, 37.934], [23.053, 37.935], [23.058, 37.939], [23.059, 37.949], [23.047, 37.949], [23.038, 37.948]],
  },
];

/** Departments: id, names, mailbox, days within which they answer. `.example` is nobody's domain. */
export const demoDepartments: { id: string; name: Localized; email: string; answersWithinDays: number }[] = [
  { id: 'technical', name: { el: 'Διεύθυνση Τεχνικών Υπηρεσιών', en: 'Technical Services' }, email: 'texnikes@kallitheaormou.example', answersWithinDays: 45 },
  { id: 'environment', name: { el: 'Διεύθυνση Περιβάλλοντος και Πρασίνου', en: 'Environment and Green Spaces' }, email: 'perivallon@kallitheaormou.example', answersWithinDays: 30 },
  { id: 'cleaning', name: { el: 'Διεύθυνση Καθαριότητας', en: 'Cleaning and Recycling' }, email: 'kathariotita@kallitheaormou.example', answersWithinDays: 20 },
  { id: 'social', name: { el: 'Διεύθυνση Κοινωνικής Πολιτικής', en: 'Social Policy' }, email: 'koinoniki@kallitheaormou.example', answersWithinDays: 30 },
  { id: 'culture', name: { el: 'Διεύθυνση Πολιτισμού και Αθλητισμού', en: 'Culture and Sports' }, email: 'politismos@kallitheaormou.example', answersWithinDays: 30 },
  { id: 'finance', name: { el: 'Διεύθυνση Οικονομικών', en: 'Finance' }, email: 'oikonomika@kallitheaormou.example', answersWithinDays: 40 },
];

/** Categories: id, names, the department that answers. */
export const demoCategories: { id: string; name: Localized; departmentId: string }[] = [
  { id: 'mobility', name: { el: 'Κυκλοφορία και μετακινήσεις', en: 'Traffic and mobility' }, departmentId: 'technical' },
  { id: 'public-space', name: { el: 'Δρόμοι, πλατείες και φωτισμός', en: 'Streets, squares and lighting' }, departmentId: 'technical' },
  { id: 'green', name: { el: 'Πράσινο και σκιά', en: 'Green and shade' }, departmentId: 'environment' },
  { id: 'environment', name: { el: 'Θάλασσα, ενέργεια και κλίμα', en: 'Sea, energy and climate' }, departmentId: 'environment' },
  { id: 'cleaning', name: { el: 'Καθαριότητα και ανακύκλωση', en: 'Cleaning and recycling' }, departmentId: 'cleaning' },
  { id: 'schools', name: { el: 'Σχολεία και παιδί', en: 'Schools and children' }, departmentId: 'social' },
  { id: 'social', name: { el: 'Φροντίδα και αλληλεγγύη', en: 'Care and solidarity' }, departmentId: 'social' },
  { id: 'accessibility', name: { el: 'Προσβασιμότητα', en: 'Accessibility' }, departmentId: 'technical' },
  { id: 'culture-sports', name: { el: 'Πολιτισμός και αθλητισμός', en: 'Culture and sports' }, departmentId: 'culture' },
  { id: 'digital', name: { el: 'Ψηφιακές υπηρεσίες και διαφάνεια', en: 'Digital services and transparency' }, departmentId: 'finance' },
];
