import type { DemoAct } from './demo-act';

/** The six acts that made the centre one-way: one decision for who lives there, weighed together. The first leads. */
export const oneWays: DemoAct[] = [
  {
    title: ['Μονοδρομήσεις στο κέντρο', 'One-way streets in the centre'],
    text: [
      'Από τον Μάιο η Ερμού, η Κοραή και η Σολωμού έχουν μία κατεύθυνση, με πλατύτερα πεζοδρόμια και 64 θέσεις κατοίκων στους κάθετους. Έξι μήνες μετά: ήταν αναγκαίες, δίκαιες, καλά εξηγημένες;',
      'Since May, Ermou, Korai and Solomou run one way, with wider pavements and 64 residents’ spaces in the side streets. Six months later: were they necessary, fair, well explained?',
    ],
    subject: 'Έγκριση κυκλοφοριακών ρυθμίσεων – μονοδρομήσεων στις οδούς Ερμού, Κοραή και Σολωμού της Κεντρικής Ενότητας του Δήμου',
    type: 'Α.2', department: 'technical', district: 'kentro', daysAgo: 188,
    people: 1208,
    spread: [[9, 13, 15, 34, 29], [12, 16, 19, 31, 22], [28, 27, 18, 17, 10], [17, 21, 22, 25, 15]],
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
