import type { DemoArea, DemoProject } from './demo-project';

/** What parents share out by points, in euros. */
export const schoolAreas: DemoArea[] = [{ id: 'city', euros: 60_000 }];

/** Projects for the schools, all invented. */
export const schools: DemoProject[] = [
  { area: 'city', title: 'Σκιά στις αυλές των δημοτικών', text: 'Πανιά και δέντρα σε έξι αυλές, ώστε το διάλειμμα να μη γίνεται μέσα τον Μάιο.', category: 'schools', euros: 24_000, pull: 'green' },
  { area: 'city', title: 'Βρύσες με φίλτρο σε κάθε σχολείο', text: 'Μία βρύση ανά όροφο και παγούρι για κάθε παιδί, να λείψουν τα πλαστικά μπουκάλια.', category: 'schools', euros: 18_000, pull: 'careful' },
  { area: 'city', title: 'Μουσικά όργανα για το 3ο Γυμνάσιο', text: 'Κιθάρες, κρουστά και ένα πιάνο, με δάσκαλο δύο απογεύματα την εβδομάδα.', category: 'culture-sports', euros: 15_000, pull: 'families' },
  { area: 'city', title: 'Ποδήλατα και μάθημα κυκλοφορίας', text: 'Σαράντα ποδήλατα που γυρίζουν στα σχολεία, και πίστα στην αυλή του 2ου Δημοτικού.', category: 'mobility', euros: 21_000, pull: 'walkers' },
];

/** What young people share out by their order of preference, in euros. */
export const youthAreas: DemoArea[] = [{ id: 'city', euros: 40_000 }];

/** Projects for young people, all invented. */
export const youth: DemoProject[] = [
  { area: 'city', title: 'Ανοιχτό στούντιο ηχογραφήσεων', text: 'Δύο θάλαμοι, μικρόφωνα και τεχνικός, με κράτηση από το κινητό.', category: 'culture-sports', euros: 19_000, pull: 'families' },
  { area: 'city', title: 'Πίστα σκέιτ στο λιμάνι', text: 'Ράμπες από σκυρόδεμα, φώτα και κερκίδα, εκεί που σήμερα παρκάρουν.', category: 'culture-sports', euros: 26_000, pull: 'players' },
  { area: 'city', title: 'Νυχτερινό λεωφορείο τα Σάββατα', text: 'Τρία δρομολόγια μετά τα μεσάνυχτα, από το κέντρο ως τον Όρμο.', category: 'mobility', euros: 14_000, pull: 'walkers' },
  { area: 'city', title: 'Εξεταστική με παρέα', text: 'Αναγνωστήριο ανοιχτό ως τις δύο το βράδυ στις εξετάσεις, με καφέ και ησυχία.', category: 'social', euros: 9_000, pull: 'careful' },
];
