import type { DemoArea, DemoProject, DemoStory } from './demo-project';
import boards from './pictures/boards.webp?inline';
import opened from './pictures/opened.webp?inline';

/** One work of last year told from the first board to the day it opened; its acts are demo decisions of the slice beside. */
const boardwalk: DemoStory = {
  acts: ['ΜΒ1ΓΔΟΚΙΜΗ-ΑΞΑ', '8ΛΠ3ΔΟΚΙΜΗ-ΣΞΑ'],
  spent: 38_700,
  reports: [
    { text: 'Υπογράφηκε η σύμβαση. Οι εργασίες αρχίζουν μετά τη γιορτή του Όρμου, για να μην κλείσει η παραλία τον Αύγουστο.', progress: 30, daysAgo: 128 },
    { text: 'Μπήκαν οι πρώτες εκατό σανίδες. Η κλίση δοκιμάστηκε με αμαξίδιο πριν βιδωθούν.', progress: 60, daysAgo: 76, picture: boards, alt: 'Ο διάδρομος ως τη μέση της παραλίας, με στοίβες από σανίδες δίπλα του' },
    { text: 'Ο διάδρομος άνοιξε: τριακόσια μέτρα ως το νερό, με έξι στέγαστρα. Κόστισε 1.300 € λιγότερο από όσο είχε υπολογιστεί.', progress: 100, daysAgo: 27, picture: opened, alt: 'Ο έτοιμος διάδρομος ως τη θάλασσα, με στέγαστρα και ένα αμαξίδιο στην άκρη' },
  ],
};

/** The money of last year's budget, in euros. */
export const lastYearAreas: DemoArea[] = [
  { id: 'city', euros: 260_000 },
  { id: 'kentro', euros: 130_000 },
  { id: 'ormos', euros: 80_000 },
  { id: 'ano-poli', euros: 75_000 },
  { id: 'agios-nikolaos', euros: 110_000 },
  { id: 'limani', euros: 70_000 },
];

/** Last year's projects, all invented. `pull`: how strongly the groups of voters in `demo-votes.ts` want each. */
export const lastYear: DemoProject[] = [
  { area: 'city', title: 'Σκιά και νερό στις στάσεις των λεωφορείων', text: 'Τριάντα στέγαστρα με κάθισμα και δέντρο δίπλα, και βρύση στις δέκα πιο ζεστές στάσεις. Οι θέσεις διαλέχτηκαν από τις μετρήσεις του περασμένου καλοκαιριού.', category: 'mobility', euros: 148_000, pull: 'walkers', works: 'building' },
  { area: 'city', title: 'Συνθετικός χλοοτάπητας στο δημοτικό στάδιο', text: 'Νέος τάπητας, αποχέτευση και φωτισμός χαμηλής κατανάλωσης, ώστε να προπονούνται και τα τμήματα των μικρών το βράδυ.', category: 'culture-sports', euros: 210_000, pull: 'players' },
  { area: 'city', title: 'Κινητή βιβλιοθήκη στις γειτονιές', text: 'Ένα βαν με δύο χιλιάδες βιβλία, σταθερό δρομολόγιο σε σχολεία, ΚΑΠΗ και πλατείες, και δανεισμός με την κάρτα του δημότη.', category: 'culture-sports', euros: 52_000, pull: 'families', works: 'done' },
  { area: 'city', title: 'Πολύχρηστη αμαξίδια και ράμπες στις παραλίες', text: 'Διάδρομοι πρόσβασης ως τη θάλασσα, δύο αμαξίδια μπάνιου σε κάθε παραλία και αποδυτήριο που χωράει συνοδό.', category: 'accessibility', euros: 46_000, pull: 'careful', works: 'building' },
  { area: 'city', title: 'Ηλιακά πάνελ σε πέντε σχολικές στέγες', text: 'Το ρεύμα καλύπτει τα σχολεία και το περίσσευμα πηγαίνει σε νοικοκυριά που δεν μπορούν να πληρώσουν.', category: 'environment', euros: 120_000, pull: 'green' },
  { area: 'city', title: 'Δωρεάν μαθήματα κολύμβησης για κάθε παιδί της Γ΄ Δημοτικού', text: 'Οκτώ μαθήματα στο κολυμβητήριο, με λεωφορείο από το σχολείο. Κανένα παιδί δίπλα στη θάλασσα χωρίς να ξέρει να επιπλέει.', category: 'schools', euros: 38_000, pull: 'families', works: 'planned' },
  { area: 'kentro', title: 'Πεζοδρόμηση της οδού Κοραή', text: 'Ένα τετράγωνο χωρίς αυτοκίνητα μπροστά από τη βιβλιοθήκη, με δέντρα, παγκάκια και ράμπες.', category: 'public-space', euros: 98_000, pull: 'walkers', works: 'tendering' },
  { area: 'kentro', title: 'Υπόγειοι κάδοι στην πλατεία Δημαρχείου', text: 'Έξι υπόγειοι κάδοι στη θέση των δεκαοκτώ που στέκονται σήμερα μπροστά στα καφενεία.', category: 'cleaning', euros: 84_000, pull: 'players' },
  { area: 'kentro', title: 'Ασφαλείς διαβάσεις γύρω από το 1ο Δημοτικό', text: 'Υπερυψωμένες διαβάσεις, φωτισμός και κολωνάκια που δεν αφήνουν να παρκάρει κανείς στη γωνία.', category: 'mobility', euros: 34_000, pull: 'families', works: 'done' },
  { area: 'kentro', title: 'Δημόσιες τουαλέτες με αλλαξιέρα', text: 'Δύο τουαλέτες προσβάσιμες σε όλους, με αλλαξιέρα για βρέφη και για ενήλικες.', category: 'accessibility', euros: 41_000, pull: 'careful', works: 'building' },
  { area: 'kentro', title: 'Πράσινη στέγη στο Δημαρχείο', text: 'Αρωματικά φυτά και κυψέλες, ανοιχτή σε σχολεία κάθε Παρασκευή.', category: 'green', euros: 47_000, pull: 'green' },
  { area: 'ormos', title: 'Ξύλινος διάδρομος στην παραλία Όρμου', text: 'Τριακόσια μέτρα διάδρομος, για καρότσια και αμαξίδια, με σκιά κάθε πενήντα μέτρα.', category: 'accessibility', euros: 40_000, pull: 'walkers', works: 'done', story: boardwalk },
  { area: 'ormos', title: 'Γήπεδο μπιτς βόλεϊ με φωτισμό', text: 'Δύο γήπεδα με άμμο, δίχτυα και φώτα που σβήνουν στις έντεκα.', category: 'culture-sports', euros: 39_000, pull: 'players', works: 'done' },
  { area: 'ormos', title: 'Καθαρισμός του ρέματος Νηρηίδων', text: 'Απομάκρυνση μπάζων, φύτευση στις όχθες και μονοπάτι παρατήρησης πουλιών.', category: 'environment', euros: 36_000, pull: 'green', works: 'planned' },
  { area: 'ormos', title: 'Νέες πλάκες στην πλατεία Γλάρων', text: 'Αντικατάσταση των σπασμένων πλακών και νέα παγκάκια.', category: 'public-space', euros: 58_000, pull: 'careful' },
  { area: 'ano-poli', title: 'Μονοπάτι προς το Αρχαίο Θέατρο', text: 'Πέτρινα σκαλιά, κουπαστή, χαμηλός φωτισμός και πινακίδες που τις έγραψαν μαθητές του 5ου Γυμνασίου.', category: 'culture-sports', euros: 42_000, pull: 'walkers', works: 'building' },
  { area: 'ano-poli', title: 'Παιδική χαρά στην Πηγή', text: 'Παιχνίδια για όλες τις ηλικίες και κούνια για αμαξίδιο, με δάπεδο που δεν πληγώνει.', category: 'schools', euros: 38_000, pull: 'families', works: 'tendering' },
  { area: 'ano-poli', title: 'Αποκατάσταση του παλιού ρολογιού', text: 'Το ρολόι χτυπάει πάλι. Συντήρηση του μηχανισμού και της στέγης του πύργου.', category: 'culture-sports', euros: 55_000, pull: 'players' },
  { area: 'ano-poli', title: 'Δεξαμενή βροχής για τους κήπους', text: 'Υπόγεια δεξαμενή στην πλατεία, που ποτίζει τα παρτέρια όλο το καλοκαίρι.', category: 'green', euros: 26_000, pull: 'green', works: 'planned' },
  { area: 'agios-nikolaos', title: 'Πάρκο τσέπης στην οδό Σμύρνης', text: 'Το άδειο οικόπεδο γίνεται κήπος με σκιά, τραπέζια για σκάκι και βρύση.', category: 'green', euros: 61_000, pull: 'green', works: 'building' },
  { area: 'agios-nikolaos', title: 'Στίβος περπατήματος γύρω από το άλσος', text: 'Ένα χιλιόμετρο μαλακό δάπεδο με αποστάσεις και χαμηλά φώτα.', category: 'culture-sports', euros: 74_000, pull: 'players' },
  { area: 'agios-nikolaos', title: 'Στέκι εφήβων στο παλιό αναγνωστήριο', text: 'Χώρος για διάβασμα, πρόβες και τουρνουά, ανοιχτός κάθε απόγευμα με δύο εμψυχωτές.', category: 'social', euros: 49_000, pull: 'families', works: 'tendering' },
  { area: 'agios-nikolaos', title: 'Ράμπες και πεζοδρόμια ως το Κέντρο Υγείας', text: 'Συνεχόμενη διαδρομή χωρίς σκαλοπάτι από τη στάση ως την πόρτα.', category: 'accessibility', euros: 57_000, pull: 'careful', works: 'planned' },
  { area: 'limani', title: 'Ανακαίνιση της ψαραγοράς', text: 'Ψυγεία, αποχέτευση και σκέπαστρο, ώστε η αγορά να μένει στο λιμάνι.', category: 'public-space', euros: 64_000, pull: 'players' },
  { area: 'limani', title: 'Ποδηλατοστάσια και αντλίες στην προκυμαία', text: 'Ογδόντα θέσεις, δύο σταθμοί επισκευής και φόρτιση για ηλεκτρικά.', category: 'mobility', euros: 22_000, pull: 'walkers', works: 'done' },
  { area: 'limani', title: 'Σχολείο ιστιοπλοΐας για παιδιά', text: 'Οκτώ μικρά σκάφη, σωσίβια και εκπαιδευτές δύο απογεύματα την εβδομάδα.', category: 'schools', euros: 33_000, pull: 'families', works: 'building' },
  { area: 'limani', title: 'Φίλτρα στα φρεάτια που βγάζουν στη θάλασσα', text: 'Δίχτυα που κρατούν τα πλαστικά, με καθαρισμό κάθε εβδομάδα και μέτρηση που δημοσιεύεται.', category: 'environment', euros: 19_000, pull: 'green', works: 'done' },
];
