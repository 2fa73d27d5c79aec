import type { Localized } from '@isegoria/kernel/contracts';

interface DemoShift {
  task: string;
  bring: string;
  /** Days from today and the hour by the city's winter clock; `to` hours later it ends. Without an hour each comes when they like. */
  day: number;
  from: number | null;
  hours: number;
  minimum: number;
  places: number;
  isStepFree?: boolean;
  isForChildren?: boolean;
  fromAge?: number;
  /** How many have a place, and how many wait. */
  offered: number;
  waiting?: number;
  /** How many of those with a place came; null before anybody was marked. */
  came?: number;
}

export interface DemoCall {
  id: string;
  stage: 'published' | 'reported' | 'proposed' | 'cancelled';
  title: Localized;
  text: Localized;
  department: string;
  category: string;
  district: string | null;
  place: string;
  /** Words by which a proposal is found that it grew from. */
  origin?: string;
  isByCitizen?: boolean;
  /** The account by which one tries the city out as a citizen has a place in it. */
  hasDemoCitizen?: boolean;
  responsible: string;
  shifts: DemoShift[];
  report?: { text: Localized; people: number; hours: number };
  cancelled?: string;
}

/** Calls of the demo city: some to come, one full, two that were told of, one that still has to be, one that a citizen proposed. */
export const demoCalls: readonly DemoCall[] = [
  {
    id: 'demo-beach', stage: 'published', department: 'environment', category: 'environment', district: 'ormos', place: 'Παραλία Όρμου, στο περίπτερο',
    title: { el: 'Καθαρίζουμε την παραλία του Όρμου', en: 'We clean the beach of Ormos' },
    text: {
      el: 'Ο χειμώνας έβγαλε στην άμμο δίχτυα, πλαστικά και ξύλα. Χωριζόμαστε σε ομάδες των πέντε, μαζεύουμε με το χέρι και ζυγίζουμε ό,τι βρούμε, για να ξέρουμε από πού έρχεται. Ο δήμος φέρνει σακούλες, τσιμπίδες και νερό.',
      en: 'The winter left nets, plastic and wood on the sand. We split into groups of five, pick up by hand and weigh what we find, to know where it comes from. The municipality brings bags, tongs and water.',
    },
    responsible: 'Ελένη Μαυρίδη, 27410 55501',
    shifts: [
      { task: 'Μαζεύουμε από το περίπτερο ως τα βράχια', bring: 'Καπέλο, κλειστά παπούτσια', day: 8, from: 8, hours: 3, minimum: 10, places: 30, isForChildren: true, fromAge: 7, offered: 19 },
      { task: 'Ζυγίζουμε και γράφουμε τι βρέθηκε', bring: 'Γυαλιά αν διαβάζεις με γυαλιά', day: 8, from: 11, hours: 2, minimum: 2, places: 6, isStepFree: true, fromAge: 16, offered: 6, waiting: 3 },
    ],
  },
  {
    id: 'demo-trees', hasDemoCitizen: true, stage: 'published', department: 'environment', category: 'green', district: 'pefka', place: 'Είσοδος του αναδασωμένου άλσους στα Πεύκα', origin: 'σκιά',
    title: { el: 'Φυτεύουμε διακόσια δέντρα στα Πεύκα', en: 'We plant two hundred trees in Pefka' },
    text: {
      el: 'Χαρουπιές, κουτσουπιές και δρύες, που αντέχουν χωρίς πολύ νερό. Οι τρύπες είναι ανοιγμένες· φυτεύουμε, δένουμε τους πασσάλους και ποτίζουμε. Όποιος θέλει υιοθετεί ένα δέντρο και το ποτίζει το πρώτο καλοκαίρι.',
      en: 'Carob, Judas and oak trees, which live on little water. The holes are dug; we plant, tie the stakes and water. Whoever likes adopts a tree and waters it during its first summer.',
    },
    responsible: 'Νίκος Αλεξίου, 27410 55512',
    shifts: [
      { task: 'Φυτεύουμε και δένουμε τους πασσάλους', bring: 'Γάντια κήπου', day: 15, from: 8, hours: 4, minimum: 15, places: 60, isForChildren: true, offered: 34 },
      { task: 'Ποτίζουμε μία φορά την εβδομάδα, όποια ώρα θέλει καθένας', bring: '', day: 60, from: null, hours: 2, minimum: 4, places: 12, offered: 5 },
    ],
  },
  {
    id: 'demo-elderly', stage: 'published', department: 'social', category: 'social', district: 'kentro', place: 'Ανοιχτό Κέντρο Ηλικιωμένων, πρώτος όροφος με ασανσέρ',
    title: { el: 'Διαβάζουμε σε ανθρώπους που δεν βλέπουν πια καλά', en: 'We read to people who do not see well any more' },
    text: {
      el: 'Εφημερίδα, ένα διήγημα ή ένα γράμμα από το παιδί στην Αυστραλία. Μία ώρα κάθε Τετάρτη. Δεν χρειάζεται πείρα, μόνο υπομονή και καθαρή φωνή. Πριν από την πρώτη φορά μιλάμε μισή ώρα για το πώς γίνεται.',
      en: 'The newspaper, a short story or a letter from a child in Australia. One hour every Wednesday. No experience needed, only patience and a clear voice. Before the first time we talk for half an hour about how it is done.',
    },
    responsible: 'Σοφία Καρρά, 27410 55530',
    shifts: [
      { task: 'Διαβάζουμε σε παρέες των τριών', bring: 'Ένα κείμενο που αγαπάς', day: 4, from: 9, hours: 1, minimum: 2, places: 4, isStepFree: true, fromAge: 16, offered: 4, waiting: 2 },
      { task: 'Διαβάζουμε σε παρέες των τριών', bring: 'Ένα κείμενο που αγαπάς', day: 11, from: 9, hours: 1, minimum: 2, places: 4, isStepFree: true, fromAge: 16, offered: 2 },
      { task: 'Διαβάζουμε σε παρέες των τριών', bring: 'Ένα κείμενο που αγαπάς', day: 18, from: 9, hours: 1, minimum: 2, places: 4, isStepFree: true, fromAge: 16, offered: 1 },
    ],
  },
  {
    id: 'demo-strays', stage: 'published', department: 'environment', category: 'environment', district: null, place: 'Στα σημεία σίτισης κάθε γειτονιάς',
    title: { el: 'Ταΐζουμε τα αδέσποτα τις γιορτές', en: 'We feed the stray animals over the holidays' },
    text: {
      el: 'Τις γιορτές λείπουν πολλοί από όσους ταΐζουν κάθε μέρα. Παίρνεις την τροφή από το δημοτικό κτηνιατρείο, γεμίζεις τις ταΐστρες ενός σημείου και γράφεις αν είδες ζώο που χρειάζεται γιατρό.',
      en: 'Over the holidays many of those who feed them daily are away. You get the food at the municipal veterinary office, fill the feeders of one spot and write down whether an animal needs a doctor.',
    },
    responsible: 'Δημοτικό κτηνιατρείο, 27410 55541',
    shifts: [{ task: 'Ένα σημείο σίτισης, όποια μέρα θέλεις', bring: 'Ένα μπουκάλι νερό', day: 38, from: null, hours: 1, minimum: 6, places: 24, isForChildren: true, offered: 11 }],
  },
  {
    id: 'demo-paths', stage: 'published', department: 'technical', category: 'accessibility', district: 'ano-poli', place: 'Πλατεία της Άνω Πόλης, στη βρύση', isByCitizen: true,
    title: { el: 'Χαρτογραφούμε τα σκαλοπάτια της Άνω Πόλης', en: 'We map the steps of Ano Poli' },
    text: {
      el: 'Με αμαξίδιο ή με καρότσι δεν ξέρεις ποτέ αν ο δρόμος βγάζει σε σκαλιά. Περπατάμε σε ζευγάρια, σημειώνουμε σκαλοπάτια, ράμπες και κλίσεις, και στο τέλος έχουμε έναν χάρτη που δουλεύει για όλους.',
      en: 'In a wheelchair or with a pram you never know whether a street ends in steps. We walk in pairs and note steps, ramps and slopes, and in the end we have a map that works for everybody.',
    },
    responsible: 'Όλγα Ιωάννου, 27410 55520',
    shifts: [{ task: 'Δύο ώρες περπάτημα σε ζευγάρια, με χάρτη και μέτρο', bring: 'Κινητό, νερό', day: 22, from: 9, hours: 2, minimum: 8, places: 20, isStepFree: true, fromAge: 14, offered: 7 }],
  },
  {
    id: 'demo-school-yard', stage: 'reported', department: 'technical', category: 'schools', district: 'agios-nikolaos', place: 'Αυλή του 4ου Δημοτικού, είσοδος από την πίσω πόρτα',
    title: { el: 'Βάφουμε την αυλή του 4ου Δημοτικού', en: 'We paint the yard of the 4th primary school' },
    text: {
      el: 'Κουτσό, φιδάκι και μία διαδρομή για ποδήλατα πάνω στο τσιμέντο. Τα σχέδια τα έκαναν τα παιδιά της έκτης. Τα χρώματα είναι για παιχνίδι: χωρίς μόλυβδο και δεν γλιστρούν.',
      en: 'Hopscotch, snakes and ladders, and a track for bicycles on the concrete. The children of the sixth class drew the plans. The paints are made for play: without lead, and not slippery.',
    },
    responsible: 'Όλγα Ιωάννου, 27410 55520',
    shifts: [
      { task: 'Καθαρίζουμε και τραβάμε γραμμές', bring: 'Ρούχα που δεν σε νοιάζουν', day: -20, from: 8, hours: 3, minimum: 6, places: 16, isStepFree: true, offered: 16, came: 14 },
      { task: 'Βάφουμε', bring: 'Ρούχα που δεν σε νοιάζουν', day: -19, from: 8, hours: 4, minimum: 8, places: 24, isStepFree: true, isForChildren: true, offered: 24, came: 21 },
    ],
    report: {
      text: {
        el: 'Σε δύο πρωινά καθαρίστηκαν 380 τετραγωνικά και βάφτηκαν εννέα παιχνίδια. Η διαδρομή για τα ποδήλατα έμεινε μισή, γιατί τέλειωσε το κίτρινο· τη συμπληρώνει το συνεργείο του δήμου ως το τέλος του μήνα.',
        en: 'In two mornings 380 square metres were cleaned and nine games painted. The bicycle track stayed half done, as the yellow ran out; the municipality’s crew completes it by the end of the month.',
      },
      people: 38, hours: 126,
    },
  },
  {
    id: 'demo-fire-watch', stage: 'published', department: 'environment', category: 'environment', district: 'pefka', place: 'Παρατηρητήριο στα Πεύκα, δίπλα στη δεξαμενή',
    title: { el: 'Φυλάμε το δάσος τις μέρες με αέρα', en: 'We watch the forest on windy days' },
    text: {
      el: 'Δύο άτομα με κιάλια και ασύρματο, σε συνεννόηση με την Πολιτική Προστασία. Δεν σβήνουμε φωτιές: βλέπουμε καπνό και ειδοποιούμε. Πριν από την πρώτη βάρδια γίνεται ενημέρωση μιας ώρας.',
      en: 'Two people with binoculars and a radio, together with civil protection. We put out no fires: we see smoke and call. There is an hour of instruction before the first shift.',
    },
    responsible: 'Πολιτική Προστασία, 27410 55560',
    shifts: [
      { task: 'Παρατηρητήριο, πρωί', bring: 'Καπέλο, νερό, φαγητό', day: -9, from: 5, hours: 6, minimum: 2, places: 4, fromAge: 18, offered: 4, came: 4 },
      { task: 'Παρατηρητήριο, απόγευμα', bring: 'Καπέλο, νερό, φαγητό', day: -9, from: 11, hours: 6, minimum: 2, places: 4, fromAge: 18, offered: 3, came: 3 },
    ],
  },
  {
    id: 'demo-library', hasDemoCitizen: true, stage: 'reported', department: 'culture', category: 'culture-sports', district: 'kentro', place: 'Δημοτική Βιβλιοθήκη, υπόγειο',
    title: { el: 'Μεταφέρουμε το παιδικό τμήμα της βιβλιοθήκης', en: 'We move the children’s section of the library' },
    text: {
      el: 'Το παιδικό τμήμα ανεβαίνει από το υπόγειο στο φως. Μια αλυσίδα χεριών, τρεις χιλιάδες βιβλία, και στο τέλος καφές και παραμύθι.',
      en: 'The children’s section goes up from the basement into the light. A chain of hands, three thousand books, and coffee and a story at the end.',
    },
    responsible: 'Βιβλιοθήκη, 27410 55570',
    shifts: [{ task: 'Αλυσίδα χεριών από το υπόγειο στον πρώτο', bring: '', day: -41, from: 8, hours: 3, minimum: 25, places: 50, isForChildren: true, offered: 47, came: 43 }],
    report: {
      text: {
        el: 'Μεταφέρθηκαν 3.140 βιβλία σε δύο ώρες και σαράντα λεπτά. Το νέο τμήμα άνοιξε την επόμενη Δευτέρα, και την πρώτη εβδομάδα δανείστηκαν βιβλία 212 παιδιά: τα διπλάσια από πριν.',
        en: '3,140 books were moved in two hours and forty minutes. The new section opened on the following Monday, and in its first week 212 children borrowed books: twice as many as before.',
      },
      people: 51, hours: 136,
    },
  },
  {
    id: 'demo-lesson', stage: 'proposed', department: 'social', category: 'social', district: 'kentro', place: 'Κέντρο Κοινότητας', isByCitizen: true,
    title: { el: 'Μαθαίνουμε σε μεγαλύτερους το κινητό τους', en: '' },
    text: { el: 'Ένα απόγευμα την εβδομάδα, ένας νέος δίπλα σε έναν μεγαλύτερο: πώς στέλνω φωτογραφία, πώς κλείνω ραντεβού στον γιατρό, πώς δεν με ξεγελούν με ψεύτικα μηνύματα.', en: '' },
    responsible: '',
    shifts: [{ task: 'Δίπλα σε έναν άνθρωπο, με τα δικά του ερωτήματα', bring: '', day: 26, from: 15, hours: 2, minimum: 5, places: 15, isStepFree: true, fromAge: 15, offered: 0 }],
  },
  {
    id: 'demo-stream', stage: 'cancelled', department: 'cleaning', category: 'cleaning', district: 'limani', place: 'Εκβολή του ρέματος, στο λιμάνι',
    title: { el: 'Καθαρίζουμε την κοίτη του ρέματος', en: 'We clean the bed of the stream' },
    text: { el: 'Κλαδιά και σκουπίδια που φράζουν την εκβολή, πριν από τις μεγάλες βροχές.', en: 'Branches and litter that block the mouth, before the great rains.' },
    responsible: 'Καθαριότητα, 27410 55580', cancelled: 'Η Πολιτική Προστασία προειδοποιεί για έντονη βροχή: στην κοίτη δεν είναι ασφαλές. Ορίζουμε νέα μέρα όταν στεγνώσει.',
    shifts: [{ task: 'Μαζεύουμε κλαδιά και σκουπίδια', bring: 'Γαλότσες', day: 3, from: 7, hours: 4, minimum: 8, places: 20, fromAge: 18, offered: 9 }],
  },
];
