import type { ModerationDecision } from '@isegoria/moderation/contracts';

/** What people wrote when they reported, by rule. */
export const reportNotes: Record<number, string[]> = {
  1: ['Δεν έχει σχέση με την πρόταση.', 'Άλλο θέμα, ας ανοίξει δική του πρόταση.', ''],
  2: ['Βρίζει όποιον διαφωνεί.', 'Προσβάλλει ανθρώπους, όχι την ιδέα.', '', 'Δεν μιλάμε έτσι εδώ.'],
  4: ['Διαφήμιση.', 'Το ίδιο έχει γράψει και αλλού.', ''],
  5: ['Γράφει την πινακίδα ενός γείτονα.', 'Προσωπικά στοιχεία τρίτου.', ''],
};

/** A decision of the past months, for the demo city's log. */
export interface PastRuling {
  decision: ModerationDecision;
  rule: number | null;
  reason: string;
  text: string;
}

export const pastRulings: readonly PastRuling[] = [
  { decision: 'returned', rule: 2, reason: 'Η λέξη «άχρηστοι» προσβάλλει τους εργαζόμενους. Το επιχείρημά σου στέκει και χωρίς αυτήν.', text: 'Οι άχρηστοι της καθαριότητας περνάνε μία φορά την εβδομάδα. Στη Δημοκρίτου οι κάδοι ξεχειλίζουν από την Πέμπτη.' },
  { decision: 'approved', rule: null, reason: '', text: 'Διαφωνώ με τη δήμαρχο: ο πεζόδρομος θα πνίξει τα μαγαζιά της κάτω πλευράς.' },
  { decision: 'hidden', rule: 4, reason: 'Διαφήμιση επιχείρησης, αναρτημένη σε εννέα προτάσεις.', text: 'Ηλιακοί θερμοσίφωνες με 24 άτοκες δόσεις. Επικοινωνήστε σήμερα.' },
  { decision: 'returned', rule: 5, reason: 'Το τηλέφωνο που γράφεις δεν είναι δικό σου. Βγάλε το και ξαναστείλε το.', text: 'Ο υπεύθυνος του έργου δεν σηκώνει το τηλέφωνο. Πάρτε τον όλοι μαζί.' },
  { decision: 'approved', rule: null, reason: '', text: 'Είναι σπατάλη. Με τα ίδια χρήματα ανοίγει ο παιδικός σταθμός και το απόγευμα.' },
  { decision: 'hidden', rule: 3, reason: 'Κανείς δεν αξίζει λιγότερο για την καταγωγή του.', text: '(το κείμενο δεν εμφανίζεται)' },
  { decision: 'returned', rule: 1, reason: 'Το θέμα αξίζει δική του πρόταση: ξεκίνησέ την από την αρχική σελίδα.', text: 'Εντάξει τα παγκάκια, αλλά το λεωφορείο 5 πότε θα ξαναπερνά από το νοσοκομείο;' },
  { decision: 'approved', rule: null, reason: '', text: 'Αυτή η ανάπλαση έγινε για τα εγκαίνια και όχι για εμάς.' },
];

/** What authors said against a decision (by its place in `pastRulings`), and what was answered. */
export const pastObjections = [
  { ruling: 0, text: 'Η λέξη ήταν για το πρόγραμμα της υπηρεσίας, όχι για τους ανθρώπους. Ζητώ να το δει κάποιος άλλος.', outcome: 'open', reason: null },
  { ruling: 6, text: 'Τα παγκάκια είναι στη στάση του 5. Δεν κατάλαβα γιατί θεωρήθηκε άλλο θέμα.', outcome: 'open', reason: null },
  { ruling: 0, text: 'Δεν προσβάλλω κανέναν: μεταφέρω όσα είπε ο ίδιος ο αντιδήμαρχος στη συνεδρίαση της 12ης.', outcome: 'reversed', reason: 'Έχεις δίκιο: πρόκειται για παράθεση από τα πρακτικά. Το κείμενο επανήλθε.' },
  { ruling: 3, text: 'Το τηλέφωνο είναι της υπηρεσίας, υπάρχει στην ιστοσελίδα του δήμου.', outcome: 'upheld', reason: 'Ο αριθμός είναι προσωπικός. Της υπηρεσίας μπορείς να τον γράψεις ελεύθερα.' },
] as const;
