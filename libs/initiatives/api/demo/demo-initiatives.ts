import type { InitiativeKindInput } from '@isegoria/initiatives/contracts';

/** The two kinds of the demo city. The numbers are the demo city's own. */
export const demoKinds: Record<'debate' | 'referendum', InitiativeKindInput> = {
  debate: {
    name: { el: 'Συζήτηση στο δημοτικό συμβούλιο', en: 'Debate in the municipal council' },
    about: { el: 'Ζητάτε από το δημοτικό συμβούλιο να συζητήσει ένα θέμα και να πάρει απόφαση.', en: 'You ask the municipal council to debate a matter and to decide.' },
    follows: { el: 'Το δημοτικό συμβούλιο το συζητά σε δημόσια συνεδρίαση μέσα σε 60 ημέρες από τον έλεγχο των υπογραφών, ακούει όσους το προωθούν και απαντά με λόγους.', en: 'The municipal council debates it in a public sitting within 60 days after the signatures are checked, hears its promoters and answers with reasons.' },
    needed: 1000, percent: null, electors: null, days: 90, promoters: 3, minimumAge: 17, scope: 'city', checkDays: 20, answerDays: 60, keepMonths: 6, isRetired: false,
  },
  referendum: {
    name: { el: 'Αίτημα για δημοτικό δημοψήφισμα', en: 'Request for a municipal referendum' },
    about: { el: 'Ζητάτε να αποφασίσουν οι δημότες με δημοψήφισμα. Η πόλη επίδειξης ζητά το ένα δέκατο των εκλογέων της.', en: 'You ask that the citizens decide by a referendum. The demo city asks for a tenth of its electors.' },
    follows: { el: 'Το δημοτικό συμβούλιο αποφασίζει αν θα προκηρύξει δημοψήφισμα.', en: 'The municipal council decides whether to call a referendum.' },
    needed: null, percent: 10, electors: 48_600, days: 120, promoters: 5, minimumAge: 17, scope: 'city', checkDays: 30, answerDays: 90, keepMonths: 12, isRetired: false,
  },
};

export interface DemoInitiative {
  id: string;
  kind: 'debate' | 'referendum';
  stage: 'collecting' | 'answered' | 'short' | 'submitted';
  category: string;
  title: string;
  text: string;
  why: string;
  /** So many days from now. */
  sent: number;
  opens: number | null;
  /** How many signed in all, and which share of the demo people did so here. The others signed on paper, in a small demo city most of them. */
  total: number;
  here: number;
  check?: { at: number; valid: number; note: string };
  answer?: { at: number; outcome: 'accepted' | 'partly' | 'rejected'; text: string };
  inFavour: readonly string[];
  against: readonly string[];
}

export const demoInitiatives: readonly DemoInitiative[] = [
  {
    id: 'demo-shaded-playgrounds', kind: 'debate', stage: 'collecting', category: 'green', sent: -60, opens: -48, total: 712, here: 0.9,
    title: 'Σκιά σε όλες τις παιδικές χαρές πριν από το καλοκαίρι',
    text: 'Ζητούμε από το δημοτικό συμβούλιο να αποφασίσει ώστε ως τις 31 Μαΐου κάθε παιδική χαρά του δήμου να έχει σκιά πάνω από τα όργανα, με δέντρα ή με σκίαστρα, και να δημοσιευτεί ποιες έχουν ήδη.',
    why: 'Από τον Ιούνιο ως τον Σεπτέμβριο οι τσουλήθρες καίνε από τις έντεκα το πρωί.\n\nΑπό τις δεκαεπτά παιδικές χαρές μετρήσαμε σκιά σε τέσσερις. Οι άλλες μένουν άδειες ή γεμίζουν μετά τις οκτώ το βράδυ, όταν τα μικρά παιδιά κοιμούνται.',
    inFavour: ['Πηγαίνω κάθε απόγευμα με δύο παιδιά στον Άγιο Νικόλαο. Τον Ιούλιο δεν ακουμπάς τα όργανα.', 'Τα σκίαστρα στήνονται σε έναν μήνα. Τα δέντρα θέλουν χρόνια, γι’ αυτό ας ξεκινήσουν τώρα και τα δύο.', 'Να ποτίζονται όμως: τα τελευταία που φυτεύτηκαν στα Πεύκα ξεράθηκαν.'],
    against: ['Συμφωνώ με τον σκοπό, αλλά ως τις 31 Μαΐου δεν προλαβαίνει να γίνει διαγωνισμός.', 'Πρώτα να φτιαχτούν τα σπασμένα όργανα.'],
  },
  {
    id: 'demo-beach-access', kind: 'debate', stage: 'answered', category: 'accessibility', sent: -330, opens: -318, total: 1107, here: 0.95,
    title: 'Πρόσβαση στη θάλασσα για όλους, σε τρία σημεία της ακτής',
    text: 'Ζητούμε από το δημοτικό συμβούλιο να αποφασίσει τη δημιουργία μόνιμης πρόσβασης για αμαξίδια στη θάλασσα, με ράμπα, αποδυτήριο και χώρο στάθμευσης, σε τρία σημεία της ακτής.',
    why: 'Σήμερα υπάρχει ένα σημείο, στον Όρμο, και λειτουργεί μόνο τον Αύγουστο. Όποιος μένει στο Λιμάνι ή στα Πεύκα χρειάζεται αυτοκίνητο για να μπει στο νερό.',
    check: { at: -215, valid: 1063, note: '31 δεν βρέθηκαν στους εκλογικούς καταλόγους και 13 είχαν υπογράψει και σε χαρτί.' },
    answer: {
      at: -170, outcome: 'partly',
      text: 'Το συμβούλιο ενέκρινε δύο από τα τρία σημεία, στον Όρμο και στο Λιμάνι, και έγραψε τη δαπάνη στον προϋπολογισμό. Για τα Πεύκα η ακτή είναι εκτός της αρμοδιότητας του δήμου· στάλθηκε αίτημα στο Λιμενικό Ταμείο.',
    },
    inFavour: ['Ο πατέρας μου έχει να μπει στη θάλασσα έξι χρόνια.', 'Και για τα καρότσια χρειάζεται.'], against: ['Να γίνει πρώτα καλά το ένα που υπάρχει.'],
  },
  {
    id: 'demo-harbour-cable-car', kind: 'debate', stage: 'short', category: 'mobility', sent: -260, opens: -250, total: 220, here: 0.33,
    title: 'Τελεφερίκ από το λιμάνι στην Άνω Πόλη',
    text: 'Ζητούμε από το δημοτικό συμβούλιο να αναθέσει μελέτη για τελεφερίκ ανάμεσα στο λιμάνι και την Άνω Πόλη.',
    why: 'Ο ανηφορικός δρόμος είναι στενός και τα λεωφορεία σταματούν στις εννέα το βράδυ.',
    inFavour: ['Θα έδινε ζωή στην Άνω Πόλη και τον χειμώνα.'], against: ['Με τα ίδια χρήματα περνά λεωφορείο κάθε δέκα λεπτά για χρόνια.', 'Θα φαίνεται από παντού.'],
  },
  {
    id: 'demo-marina-referendum', kind: 'referendum', stage: 'submitted', category: 'environment', sent: -6, opens: null, total: 0, here: 0,
    title: 'Να αποφασίσουν οι δημότες για τη νέα μαρίνα',
    text: 'Ζητούμε να προκηρυχθεί δημοτικό δημοψήφισμα με το ερώτημα: «Συμφωνείτε να παραχωρηθεί η δυτική προβλήτα για την κατασκευή μαρίνας;»',
    why: 'Η παραχώρηση δεσμεύει την ακτή για σαράντα χρόνια. Τέτοια απόφαση ανήκει σε όλους.',
    inFavour: [], against: [],
  },
];
