/** The demo city's living conversation: what to do with the waterfront. Leanings are of three camps: the shore for people on foot and bicycles, the shore for work and cars, the shore left as it is. */
export interface SeedStatement {
  text: string;
  /** How each camp leans, from -1 to 1. */
  leanings: [number, number, number];
}

export const seedStatements: SeedStatement[] = [
  { text: 'Η παραλιακή να γίνει πεζόδρομος κάθε Κυριακή.', leanings: [0.9, -0.8, -0.2] },
  { text: 'Χωρίς θέσεις στάθμευσης στο λιμάνι, τα μαγαζιά θα κλείσουν.', leanings: [-0.8, 0.9, 0.1] },
  { text: 'Θέλω ποδηλατόδρομο από τον σταθμό ως το τελωνείο.', leanings: [0.95, -0.6, 0] },
  { text: 'Το παλιό τελωνείο να μείνει όπως είναι, χωρίς προσθήκες.', leanings: [0.1, -0.6, 0.95] },
  { text: 'Στην προκυμαία χρειάζονται δέντρα και σκιά.', leanings: [0.9, 0.75, 0.85] },
  { text: 'Να μην πέφτουν άλλα λύματα στο λιμάνι.', leanings: [0.95, 0.9, 0.95] },
  { text: 'Τα τραπεζοκαθίσματα να αφήνουν ελεύθερο πέρασμα για αμαξίδια.', leanings: [0.9, 0.7, 0.85] },
  { text: 'Μια μαρίνα για μεγάλα σκάφη θα φέρει δουλειές.', leanings: [-0.5, 0.9, -0.9] },
  { text: 'Τα κρουαζιερόπλοια να περιοριστούν σε ένα τη μέρα.', leanings: [0.6, -0.9, 0.8] },
  { text: 'Να γίνει υπόγειο πάρκινγκ κάτω από την πλατεία του λιμανιού.', leanings: [-0.3, 0.8, -0.95] },
  { text: 'Τα ταβερνάκια των ψαράδων να μείνουν εκεί που είναι.', leanings: [0.2, 0.3, 0.95] },
  { text: 'Το λεωφορείο να περνά από την παραλία κάθε δέκα λεπτά.', leanings: [0.85, 0.2, 0.3] },
  { text: 'Όριο ταχύτητας 30 σε όλη την παραλιακή.', leanings: [0.9, -0.7, 0.6] },
  { text: 'Ο δήμος να δημοσιεύει τι κοστίζει κάθε έργο πριν αποφασίσει.', leanings: [0.9, 0.85, 0.9] },
  { text: 'Δεν χρειάζεται καμία αλλαγή, μόνο καθαριότητα.', leanings: [-0.8, -0.3, 0.85] },
  { text: 'Το βράδυ η προκυμαία θέλει περισσότερο φως.', leanings: [0.6, 0.8, 0.2] },
  { text: 'Ένα θερινό σινεμά στον μόλο θα έφερνε κόσμο όλων των ηλικιών.', leanings: [0.85, 0.4, 0.1] },
  { text: 'Οι ψαρόβαρκες έχουν προτεραιότητα απέναντι στα σκάφη αναψυχής.', leanings: [0.3, -0.5, 0.95] },
];

/** How large each camp is, of one. */
export const seedCamps = [0.45, 0.33, 0.22] as const;
