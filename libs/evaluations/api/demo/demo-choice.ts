import type { Concern, EvaluationRound } from '@isegoria/evaluations/contracts';

/** The choice of the demo city: one-way streets in the centre, from a citizen's idea to what people say after six months. Pairs are Greek and English. */
export const demoChoice = {
  id: 'one-ways',
  title: ['Μονοδρομήσεις στο κέντρο', 'One-way streets in the centre'],
  text: [
    'Από τον Μάιο η Ερμού, η Κοραή και η Σολωμού έχουν μία κατεύθυνση, με πλατύτερα πεζοδρόμια και 64 θέσεις κατοίκων στους κάθετους. Έξι μήνες μετά: ήταν αναγκαίες, δίκαιες, καλά εξηγημένες;',
    'Since May, Ermou, Korai and Solomou run one way, with wider pavements and 64 residents’ spaces in the side streets. Six months later: were they necessary, fair, well explained?',
  ],
  department: 'technical',
  /** Days before now. */
  opened: 185,
  delivered: 24,
  /** The project of last year's budget that it makes real; the proposal is the oldest one of the city that asks for a one-way street. */
  project: 'last-year-7',
  wish: 'μονοδρομ',
} as const;

interface DemoRound {
  round: EvaluationRound;
  people: number;
  /** How many of a hundred stand on each step, criterion by criterion. */
  spread: number[][];
  /** What people said should change, in the order of how much they grumble. */
  changes: string[];
}

/** How it was judged before, and after. */
export const demoRounds: DemoRound[] = [
  {
    round: 1, people: 1208,
    spread: [[9, 13, 15, 34, 29], [12, 16, 19, 31, 22], [28, 27, 18, 17, 10], [17, 21, 22, 25, 15]],
    changes: [
      'Να μας το πείτε πριν, όχι με τις πινακίδες.', 'Μια θέση τροφοδοσίας στην Κοραή ως τις 10 το πρωί.', 'Χάρτης σε κάθε είσοδο πολυκατοικίας, στα ελληνικά και στα αγγλικά.',
      'Καθρέφτης στη γωνία Ερμού και Σολωμού.', 'Να φαίνεται η μελέτη με τις μετρήσεις.', 'Τροφοδοσία: ο γύρος της πλατείας δεν γίνεται με φορτηγό.',
      'Περισσότερες θέσεις κατοίκων στη Σολωμού.', 'Το 14 να περνά πάλι από την πλατεία.', 'Φανάρι για τυφλούς στην Ερμού.', 'Να μείνει ως έχει, μόνο τα παγκάκια λείπουν.',
    ],
  },
  {
    round: 2, people: 436,
    spread: [[5, 9, 14, 36, 36], [8, 13, 19, 35, 25], [14, 20, 23, 27, 16], [8, 14, 20, 34, 24]],
    changes: [
      'Η θέση τροφοδοσίας στην Κοραή πιάνεται από ταξί.', 'Περισσότερος έλεγχος το βράδυ στα πεζοδρόμια.', 'Ο καθρέφτης μπήκε, ευχαριστούμε. Τώρα θέλει και φως.',
      'Οι ζαρντινιέρες να μη στενεύουν τη διάβαση.', 'Το ίδιο και στην Αγίου Νικολάου.',
    ],
  },
];

interface DemoReply {
  round: EvaluationRound;
  criterionId: string | null;
  daysAgo: number;
  said: string;
  did: string;
  /** Days from now; negative has passed. */
  promise?: { text: string; due: number; done?: number };
}

export const demoReplies: DemoReply[] = [
  {
    round: 1, criterionId: 'well_explained', daysAgo: 120,
    said: 'Περισσότεροι από τους μισούς είπατε ότι το μέτρο δεν εξηγήθηκε: το μάθατε από τις πινακίδες.',
    did: 'Ο χάρτης μπήκε σε κάθε είσοδο πολυκατοικίας του κέντρου, στα ελληνικά και στα αγγλικά, και η μελέτη με τις μετρήσεις δημοσιεύτηκε. Από εδώ και πέρα κάθε κυκλοφοριακή ρύθμιση ανακοινώνεται έναν μήνα πριν.',
    promise: { text: 'Καθρέφτης στη γωνία Ερμού και Σολωμού', due: -60, done: -64 },
  },
  {
    round: 1, criterionId: null, daysAgo: 96,
    said: 'Πολλά μαγαζιά ζητήσατε θέση τροφοδοσίας, για να μη γίνεται ο γύρος της πλατείας με φορτηγό.',
    did: 'Βάλαμε θέση τροφοδοσίας στην Κοραή, 7:00 με 10:00. Μετράμε αν φτάνει.',
    promise: { text: 'Απόφαση για δεύτερη θέση, μετά τις μετρήσεις', due: 20 },
  },
];

/** A promise on a single act whose day has passed: the council sees it. The act by its Greek title. */
export const demoOverdue = {
  act: 'Κομμένα πεύκα στο άλσος', daysAgo: 40,
  said: 'Ζητήσατε να δείτε την αυτοψία: πώς ξέρουμε ότι και τα 41 πεύκα ήταν επικίνδυνα;',
  did: 'Η έκθεση του δασολόγου υπάρχει και καθαρογράφεται για δημοσίευση.',
  promise: { text: 'Δημοσίευση της αυτοψίας', due: -10 },
};

/** Whom it concerns, out of a hundred, and how. */
const concerns: [until: number, concern: Concern][] = [
  [0.34, { concerns: 'yes', how: ['lives'] }], [0.47, { concerns: 'yes', how: ['works'] }], [0.55, { concerns: 'yes', how: ['business'] }], [0.72, { concerns: 'yes', how: ['passes'] }],
  [0.78, { concerns: 'yes', how: ['cares', 'passes'] }], [0.88, { concerns: 'no', how: [] }], [1, { concerns: 'unsaid', how: [] }],
];

export const demoConcern = (chance: number): Concern => concerns.find(([until]) => chance < until)?.[1] ?? { concerns: 'unsaid', how: [] };
