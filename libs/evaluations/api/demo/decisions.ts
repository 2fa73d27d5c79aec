import type { DemoAct } from './demo-act';

/** What a city's opinion may look like: necessary, fair, well explained, well carried out. */
const liked = [[3, 5, 12, 34, 46], [4, 8, 17, 38, 33], [6, 11, 22, 36, 25], [5, 10, 20, 37, 28]];
const halfLiked = [[8, 12, 22, 34, 24], [14, 18, 24, 27, 17], [19, 23, 25, 21, 12], [11, 17, 27, 29, 16]];
const disputed = [[24, 19, 15, 20, 22], [31, 22, 14, 18, 15], [26, 25, 21, 17, 11], [19, 21, 28, 20, 12]];
const disliked = [[27, 24, 20, 18, 11], [38, 26, 16, 12, 8], [41, 28, 15, 10, 6], [30, 27, 21, 14, 8]];
const silent = [[5, 9, 20, 36, 30], [9, 15, 25, 31, 20], [34, 30, 18, 12, 6], [12, 18, 30, 26, 14]];

/** The decisions of the demo city, all of them invented. The first eleven were much spoken of. */
export const demoDecisions: DemoAct[] = [
  {
    title: ['Νυχτερινή αποκομιδή κάδων', 'Bins emptied at night'],
    text: ['Οι κάδοι στο κέντρο και στον Όρμο αδειάζουν πια μετά τις έντεκα, για να μη σταματά η κίνηση το πρωί.', 'Bins in the centre and in Ormos are now emptied after eleven, so that the morning traffic does not stop.'],
    subject: 'Αναδιοργάνωση δρομολογίων αποκομιδής απορριμμάτων – ωράριο νυχτερινής βάρδιας', type: 'Α.2', department: 'cleaning', daysAgo: 96, people: 112, spread: disputed,
  },
  {
    title: ['Τέλη καθαριότητας του επόμενου έτους', 'Next year’s cleaning charges'],
    text: ['Τα τέλη ανεβαίνουν 4,5 % για τις κατοικίες και 11 % για τα καταστήματα, με έκπτωση 30 % για πολύτεκνους και ΑμεΑ.', 'Charges rise by 4.5 % for homes and 11 % for shops, with 30 % off for large families and people with disabilities.'],
    subject: 'Καθορισμός συντελεστών ανταποδοτικών τελών καθαριότητας και φωτισμού', type: 'Α.2', department: 'finance', daysAgo: 24, people: 168, spread: disliked,
  },
  {
    title: ['Σκίαστρα στις στάσεις λεωφορείων', 'Shade at the bus stops'],
    text: ['Τριάντα δύο στάσεις αποκτούν σκίαστρο και παγκάκι, πρώτα όσες είναι κοντά σε σχολεία και στο Κέντρο Υγείας.', 'Thirty-two stops get a roof and a bench, beginning with those near schools and the Health Centre.'],
    subject: 'Κατακύρωση προμήθειας και τοποθέτησης στεγάστρων στάσεων αστικών συγκοινωνιών', type: 'Δ.2.2', department: 'technical', daysAgo: 58, amount: 186_400, people: 96, spread: liked,
  },
  {
    title: ['Η ανάπλαση της Πλατείας Παλιού Ρολογιού', 'Old Clock square, rebuilt'],
    text: ['Λιγότερη άσφαλτος, τρεις σειρές δέντρα και σιντριβάνι δαπέδου. Το έργο κρατά δέκα μήνες.', 'Less asphalt, three rows of trees and a fountain in the paving. The works take ten months.'],
    subject: 'Περίληψη διακήρυξης ανοικτού διαγωνισμού για το έργο «Ανάπλαση Πλατείας Παλιού Ρολογιού»', type: 'Δ.2.1', department: 'technical', district: 'ano-poli', daysAgo: 131, amount: 968_000, people: 64, spread: halfLiked,
  },
  {
    title: ['Ωράριο μουσικής στα καταστήματα του Λιμανιού', 'Hours for music in the harbour’s bars'],
    text: ['Η μουσική σταματά στις 23:30 τις καθημερινές και στις 00:30 το Σαββατοκύριακο.', 'Music ends at 23:30 on weekdays and at 00:30 at the weekend.'],
    subject: 'Κανονιστική απόφαση για το ωράριο λειτουργίας μουσικής σε καταστήματα υγειονομικού ενδιαφέροντος περιοχής Λιμανιού', type: 'Α.2', department: 'social', district: 'limani', daysAgo: 77, people: 131, spread: disputed,
  },
  {
    title: ['Ανοιχτό το γυμναστήριο του 3ου Λυκείου', 'The 3rd Upper Secondary’s gym opens to all'],
    text: ['Κάθε απόγευμα 18:00–22:00, με φύλακα του δήμου, για συλλόγους και για όποιον γραφτεί.', 'Every evening from 18:00 to 22:00, with a guard of the municipality, for clubs and for anyone who signs up.'],
    subject: 'Παραχώρηση χρήσης κλειστού γυμναστηρίου 3ου Λυκείου εκτός σχολικού ωραρίου', type: 'Β.5', department: 'culture', district: 'ormos', daysAgo: 43, people: 52, spread: liked,
  },
  {
    title: ['Αγορά δύο ηλεκτρικών απορριμματοφόρων', 'Two electric refuse lorries'],
    text: ['Αθόρυβα και χωρίς καυσαέρια, για τα στενά της Άνω Πόλης. Παραδίδονται σε οκτώ μήνες.', 'Silent and without fumes, for the narrow streets of Ano Poli. They arrive in eight months.'],
    subject: 'Ανάληψη υποχρέωσης για την προμήθεια δύο (2) ηλεκτροκίνητων απορριμματοφόρων', type: 'Β.1.3', department: 'cleaning', daysAgo: 66, amount: 612_000, people: 41, spread: silent,
  },
  {
    title: ['Κομμένα πεύκα στο άλσος', 'Pines felled in the grove'],
    text: ['Κόπηκαν 41 πεύκα που κρίθηκαν επικίνδυνα. Φυτεύονται 120 χαρουπιές και κουτσουπιές.', 'Forty-one pines that were judged dangerous were felled. 120 carob and Judas trees are being planted.'],
    subject: 'Έγκριση κοπής επικίνδυνων δένδρων εντός δημοτικού άλσους Πεύκων κατόπιν αυτοψίας', type: '2.4.7.1', department: 'environment', district: 'pefka', daysAgo: 37, people: 88, spread: disliked,
  },
  {
    title: ['Βοήθεια στο Σπίτι και τα Σάββατα', 'Help at Home on Saturdays too'],
    text: ['Έξι νοσηλεύτριες και κοινωνικοί λειτουργοί προσλαμβάνονται για ένα έτος.', 'Six nurses and social workers are taken on for a year.'],
    subject: 'Προκήρυξη πλήρωσης έξι (6) θέσεων ορισμένου χρόνου στο πρόγραμμα «Βοήθεια στο Σπίτι»', type: 'Γ.3.1', department: 'social', daysAgo: 52, people: 38, spread: liked,
  },
  {
    title: ['Το τεχνικό πρόγραμμα του έτους', 'This year’s programme of works'],
    text: ['Εβδομήντα έξι έργα: τα μισά χρήματα σε σχολεία, δρόμους και αγωγούς ομβρίων.', 'Seventy-six works: half of the money for schools, roads and storm drains.'],
    subject: 'Έγκριση Τεχνικού Προγράμματος Δήμου οικονομικού έτους', type: 'Β.1.1', department: 'technical', daysAgo: 149, amount: 14_300_000, people: 57, spread: silent,
  },
  {
    title: ['Πεζόδρομος η Γαλήνης τα καλοκαιρινά βράδια', 'Galinis for walkers on summer nights'],
    text: ['Από τις 19:00 ως τα μεσάνυχτα, Ιούνιο με Σεπτέμβριο, χωρίς αυτοκίνητα στην παραλία.', 'From 19:00 to midnight, June to September, no cars along the beach.'],
    subject: 'Προσωρινή απαγόρευση κυκλοφορίας οχημάτων στην οδό Γαλήνης κατά τη θερινή περίοδο', type: 'Α.2', department: 'technical', district: 'ormos', daysAgo: 160, people: 102, spread: halfLiked,
  },
  { title: ['Φωτισμός LED στον Άγιο Νικόλαο', 'LED lights in Agios Nikolaos'], subject: 'Ανάθεση προμήθειας φωτιστικών σωμάτων τύπου LED', type: 'Δ.1', department: 'technical', district: 'agios-nikolaos', daysAgo: 12, amount: 29_760, people: 31, spread: liked },
  { title: ['Στειρώσεις αδέσποτων ζώων', 'Neutering of stray animals'], subject: 'Σύμβαση παροχής κτηνιατρικών υπηρεσιών για τη διαχείριση αδέσποτων ζώων συντροφιάς', type: 'Γ.3.4', department: 'environment', daysAgo: 18, amount: 48_000, people: 22, spread: halfLiked },
  { title: ['Συντήρηση παιδικών χαρών', 'Playgrounds maintained'], subject: 'Έγκριση δαπάνης συντήρησης και πιστοποίησης παιδικών χαρών', type: 'Β.2.1', department: 'environment', daysAgo: 9, amount: 73_100, people: 14, spread: liked },
  { title: ['Καύσιμα για τα οχήματα', 'Fuel for the vehicles'], subject: 'Ανάληψη υποχρέωσης για προμήθεια υγρών καυσίμων κίνησης', type: 'Β.1.3', department: 'finance', daysAgo: 6, amount: 241_000, people: 7, spread: silent },
  { title: ['Σχολικοί τροχονόμοι', 'School crossing guards'], subject: 'Πρόσληψη σχολικών τροχονόμων με ωριαία αποζημίωση', type: 'Γ.3.3', department: 'social', daysAgo: 71, people: 5, spread: liked },
  { title: ['Αμμοβολή στο τείχος του Κάστρου', 'Sandblasting of the castle wall'], subject: 'Ανάθεση εργασιών καθαρισμού γκράφιτι από το παλαιό τείχος οδού Κάστρου', type: 'Δ.1', department: 'culture', district: 'ano-poli', daysAgo: 88, amount: 8_060, revoked: true, people: 46, spread: disliked },
  { title: ['Καλοκαιρινό σινεμά στο Αρχαίο Θέατρο', 'Summer cinema at the Ancient Theatre'], subject: 'Έγκριση δαπάνης διοργάνωσης θερινών προβολών', type: 'Β.2.1', department: 'culture', district: 'ano-poli', daysAgo: 118, amount: 17_360 },
  { title: ['Καθαρισμός φρεατίων πριν τις βροχές', 'Drains cleared before the rains'], subject: 'Ανάθεση υπηρεσίας καθαρισμού φρεατίων ομβρίων υδάτων', type: 'Δ.1', department: 'technical', daysAgo: 49, amount: 29_900 },
  { title: ['Βιβλία για τη Δημοτική Βιβλιοθήκη', 'Books for the Municipal Library'], subject: 'Ανάληψη υποχρέωσης για εμπλουτισμό συλλογών Δημοτικής Βιβλιοθήκης', type: 'Β.1.3', department: 'culture', daysAgo: 33, amount: 12_000 },
  { title: ['Ράμπες στα πεζοδρόμια', 'Ramps on the pavements'], subject: 'Κατακύρωση έργου «Κατασκευή ραμπών ΑμεΑ και οδηγών όδευσης τυφλών»', type: 'Δ.2.2', department: 'technical', daysAgo: 104, amount: 149_500 },
  { title: ['Χωριστή συλλογή βιοαποβλήτων', 'Separate collection of food waste'], subject: 'Έγκριση κανονισμού χωριστής συλλογής βιοαποβλήτων – καφέ κάδος', type: 'Α.2', department: 'cleaning', daysAgo: 139 },
  { title: ['Υπερωρίες της καθαριότητας', 'Overtime for the cleaning crews'], subject: 'Έγκριση υπερωριακής απασχόλησης προσωπικού Διεύθυνσης Καθαριότητας', type: '2.4.7.1', department: 'cleaning', daysAgo: 28 },
  { title: ['Ο διάδρομος του Όρμου ανατέθηκε', 'The Ormos boardwalk is awarded'], subject: 'Ανάθεση έργου «Ξύλινος διάδρομος πρόσβασης στην παραλία Όρμου»', type: 'Δ.1', department: 'technical', district: 'ormos', daysAgo: 137, amount: 38_700 },
  { title: ['Ο διάδρομος του Όρμου πληρώθηκε', 'The Ormos boardwalk is paid'], subject: 'Οριστικοποίηση πληρωμής έργου «Ξύλινος διάδρομος πρόσβασης στην παραλία Όρμου»', type: 'Β.2.2', department: 'technical', district: 'ormos', daysAgo: 21, amount: 38_700 },
  { title: ['Ασφάλιση των οχημάτων', 'Insurance of the vehicles'], subject: 'Οριστικοποίηση πληρωμής ασφαλίστρων οχημάτων και μηχανημάτων έργου', type: 'Β.2.2', department: 'finance', daysAgo: 15, amount: 41_226 },
  { title: ['Λογαριασμοί ρεύματος σχολείων', 'The schools’ electricity bills'], subject: 'Οριστικοποίηση πληρωμής λογαριασμών ηλεκτρικής ενέργειας σχολικών μονάδων', type: 'Β.2.2', department: 'finance', daysAgo: 4, amount: 66_180 },
  { title: ['Επιχορήγηση της Φιλαρμονικής', 'A grant for the town band'], subject: 'Επιχορήγηση Φιλαρμονικής Εταιρείας Καλλιθέας Όρμου', type: 'Β.4', department: 'culture', daysAgo: 84, amount: 9_000 },
  { title: ['Το λιμάνι αλλάζει χρήσεις', 'New uses for the harbour'], subject: 'Γνωμοδότηση επί της τροποποίησης χρήσεων γης παραλιακής ζώνης Λιμανιού', type: '2.4.6.1', department: 'technical', district: 'limani', daysAgo: 110 },
  { title: ['Αντλιοστάσιο στον Όρμο', 'A pumping station in Ormos'], subject: 'Περίληψη διακήρυξης έργου «Αντλιοστάσιο ομβρίων περιοχής Όρμου»', type: 'Δ.2.1', department: 'technical', district: 'ormos', daysAgo: 92, amount: 530_000 },
  { title: ['Επιτροπή δημοτικών αγορών', 'The committee on street markets'], subject: 'Ορισμός μελών επιτροπής λειτουργίας λαϊκών αγορών', type: 'Γ.2', department: 'finance', daysAgo: 121 },
  { title: ['Φροντιστήριο για άνεργους νέους', 'Lessons for young people out of work'], subject: 'Προγραμματική συμφωνία για δράσεις δια βίου μάθησης ανέργων νέων', type: 'Β.6', department: 'social', daysAgo: 63, amount: 22_500 },
  { title: ['Υπολογιστές για τα ΚΕΠ', 'Computers for the citizens’ service desks'], subject: 'Ανάθεση προμήθειας ηλεκτρονικού εξοπλισμού ΚΕΠ', type: 'Δ.1', department: 'finance', daysAgo: 40, amount: 14_880 },
  { title: ['Ο ισολογισμός του περασμένου έτους', 'Last year’s accounts'], subject: 'Έγκριση ισολογισμού και αποτελεσμάτων χρήσης', type: 'Β.3', department: 'finance', daysAgo: 126 },
  { title: ['Μετάταξη κηπουρών', 'Gardeners transferred'], subject: 'Υπηρεσιακή μεταβολή προσωπικού ειδικότητας κηπουρών', type: 'Γ.3.5', department: 'environment', daysAgo: 56 },
  { title: ['Εγκύκλιος για τα πρόχειρα φαγητά στα κυλικεία', 'Circular on snacks in school canteens'], subject: 'Εγκύκλιος προς τις σχολικές επιτροπές για τα διατιθέμενα είδη στα κυλικεία', type: 'Α.3', department: 'social', daysAgo: 145 },
];
