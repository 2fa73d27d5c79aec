import type { DemoAct } from './demo-act';

/** The six acts that made the centre one-way: one choice for who lives there (`demo-choice.ts`). */
export const oneWays: DemoAct[] = [
  {
    title: ['Μονοδρομήσεις: η κανονιστική απόφαση', 'One-way streets: the regulation'],
    subject: 'Έγκριση κυκλοφοριακών ρυθμίσεων – μονοδρομήσεων στις οδούς Ερμού, Κοραή και Σολωμού της Κεντρικής Ενότητας του Δήμου',
    type: 'Α.2', department: 'technical', district: 'kentro', daysAgo: 188,
  },
  {
    title: ['Μονοδρομήσεις: η μελέτη του συγκοινωνιολόγου', 'One-way streets: the traffic engineer’s study'],
    subject: 'Απευθείας ανάθεση μελέτης κυκλοφοριακής οργάνωσης κεντρικού τομέα', type: 'Δ.1', department: 'technical', district: 'kentro', daysAgo: 402, amount: 24_800,
  },
  {
    title: ['Μονοδρομήσεις: πινακίδες και διαγράμμιση', 'One-way streets: signs and road markings'],
    subject: 'Έγκριση δαπάνης προμήθειας πινακίδων σήμανσης και υλικών διαγράμμισης οδοστρωμάτων', type: 'Β.2.1', department: 'technical', district: 'kentro', daysAgo: 215, amount: 37_944,
  },
  {
    title: ['Μονοδρομήσεις: πλατύτερα πεζοδρόμια στην Ερμού', 'One-way streets: wider pavements on Ermou'],
    subject: 'Κατακύρωση διαγωνισμού για το έργο «Διαπλάτυνση πεζοδρομίων και φυτεύσεις οδού Ερμού»', type: 'Δ.2.2', department: 'technical', district: 'kentro', daysAgo: 240, amount: 412_600,
  },
  {
    title: ['Μονοδρομήσεις: θέσεις στάθμευσης κατοίκων', 'One-way streets: residents’ parking'],
    subject: 'Κανονισμός ελεγχόμενης στάθμευσης μονίμων κατοίκων Κεντρικής Ενότητας', type: 'Α.2', department: 'technical', district: 'kentro', daysAgo: 181,
  },
  {
    title: ['Μονοδρομήσεις: η επιτροπή παρακολούθησης', 'One-way streets: the committee that watches over them'],
    subject: 'Συγκρότηση επιτροπής παρακολούθησης εφαρμογής κυκλοφοριακών ρυθμίσεων', type: 'Γ.2', department: 'technical', district: 'kentro', daysAgo: 172,
  },
];
