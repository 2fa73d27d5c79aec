import type { DemoArea, DemoProject } from './demo-project';

/** The money of the budget that is voted on now, in euros. */
export const thisYearAreas: DemoArea[] = [
  { id: 'city', euros: 400_000 },
  { id: 'kentro', euros: 150_000 },
  { id: 'ormos', euros: 100_000 },
  { id: 'agios-nikolaos', euros: 120_000 },
  { id: 'pefka', euros: 80_000 },
];

/** This year's projects, all invented. Those with `unfeasible` say in public why they are not voted on. */
export const thisYear: DemoProject[] = [
  { area: 'city', title: 'Δίκτυο ποδηλατοδρόμων σχολείο με σχολείο', text: 'Τέσσερα χιλιόμετρα προστατευμένης διαδρομής που ενώνει επτά σχολεία, με φανάρια που βλέπουν το ποδήλατο.', category: 'mobility', euros: 186_000, pull: 'walkers' },
  { area: 'city', title: 'Κλειστό γυμναστήριο για τα σωματεία της πόλης', text: 'Μετατροπή της παλιάς αποθήκης του δήμου σε γυμναστήριο με δύο γήπεδα και αποδυτήρια.', category: 'culture-sports', euros: 268_000, pull: 'players' },
  { area: 'city', title: 'Δροσερά καταφύγια για τους καύσωνες', text: 'Έξι δημοτικές αίθουσες ανοιχτές με νερό, ψύξη και γιατρό σε επιφυλακή, και χάρτης στο κινητό που λέει ποια είναι πιο κοντά.', category: 'social', euros: 94_000, pull: 'careful' },
  { area: 'city', title: 'Χίλια δέντρα σε δύο χρόνια', text: 'Φύτευση, πότισμα τα δύο πρώτα καλοκαίρια και καρτέλα για κάθε δέντρο, που την παρακολουθεί ένα σχολείο.', category: 'green', euros: 112_000, pull: 'green' },
  { area: 'city', title: 'Δημοτικός παιδικός σταθμός ως τις έξι', text: 'Δύο τμήματα με απογευματινό ωράριο για γονείς που δουλεύουν βάρδιες.', category: 'schools', euros: 138_000, pull: 'families' },
  { area: 'city', title: 'Βιβλία και παιχνίδια που δανείζονται', text: 'Δανειστική παιχνιδιών και εργαλείων στη Δημοτική Βιβλιοθήκη, με επιδιορθώσεις κάθε Σάββατο.', category: 'culture-sports', euros: 31_000, pull: 'families' },
  { area: 'city', title: 'Ηχητικοί σηματοδότες σε τριάντα διαβάσεις', text: 'Για όσους δεν βλέπουν: ήχος, ανάγλυφα πλακίδια και κουμπί σε σωστό ύψος.', category: 'accessibility', euros: 67_000, pull: 'careful', from: /^Ηχητικά φανάρια/ },
  { area: 'city', title: 'Τελεφερίκ από το λιμάνι στην Άνω Πόλη', text: 'Μια γραμμή που ανεβαίνει σε πέντε λεπτά.', category: 'mobility', euros: 390_000, pull: 'players', unfeasible: 'Η περιοχή του Αρχαίου Θεάτρου είναι ζώνη Α προστασίας και δεν επιτρέπονται στύλοι. Το κόστος που προτάθηκε δεν καλύπτει ούτε τη μελέτη.' },
  { area: 'kentro', title: 'Σκίαστρα στην πλατεία Ισηγορίας', text: 'Πανιά που απλώνονται το καλοκαίρι πάνω από τα παγκάκια και τις κούνιες, και έξι νέα πλατάνια.', category: 'public-space', euros: 58_000, pull: 'green' },
  { area: 'kentro', title: 'Πάρκινγκ για κατοίκους στην οδό Αριστοτέλους', text: 'Σαράντα θέσεις με κάρτα κατοίκου στο οικόπεδο του παλιού συνεργείου.', category: 'mobility', euros: 96_000, pull: 'players' },
  { area: 'kentro', title: 'Αυλές σχολείων ανοιχτές το απόγευμα', text: 'Φύλακας, φωτισμός και καθαριότητα σε τρεις αυλές, ως τις εννέα το βράδυ.', category: 'schools', euros: 45_000, pull: 'families', from: /αυλές σχολείων|αυλή του σχολείου/ },
  { area: 'kentro', title: 'Διάβαση χωρίς εμπόδια στην αγορά', text: 'Ράμπες, ανάγλυφα πλακίδια και τραπεζοκαθίσματα που δεν κλείνουν τον δρόμο.', category: 'accessibility', euros: 39_000, pull: 'careful' },
  { area: 'kentro', title: 'Κομπόστ στις πολυκατοικίες', text: 'Πενήντα κομποστοποιητές με εκπαίδευση και δωρεάν χώμα στο τέλος της χρονιάς.', category: 'cleaning', euros: 24_000, pull: 'green' },
  { area: 'ormos', title: 'Ναυαγοσώστες ως το τέλος Σεπτεμβρίου', text: 'Δύο βάθρα ακόμη και ένας μήνας παραπάνω στην παραλία Όρμου.', category: 'social', euros: 36_000, pull: 'families' },
  { area: 'ormos', title: 'Φωτισμός στην Ακτή Ποσειδώνος', text: 'Χαμηλά φώτα που δεν ενοχλούν τις χελώνες και δεν αφήνουν σκοτεινό κομμάτι στη διαδρομή.', category: 'public-space', euros: 54_000, pull: 'walkers' },
  { area: 'ormos', title: 'Ντουζιέρες με ηλιακό νερό', text: 'Οκτώ ντουζιέρες, δύο προσβάσιμες, με χρονοδιακόπτη.', category: 'accessibility', euros: 21_000, pull: 'careful' },
  { area: 'agios-nikolaos', title: 'Λαϊκή αγορά με στέγαστρο', text: 'Σκέπαστρο με πάνελ, βρύσες και τουαλέτα στον χώρο της λαϊκής.', category: 'public-space', euros: 88_000, pull: 'players' },
  { area: 'agios-nikolaos', title: 'Κήπος γειτονιάς στην οδό Τραπεζούντος', text: 'Είκοσι παρτέρια για κατοίκους, κοινά εργαλεία και νερό από δεξαμενή.', category: 'green', euros: 33_000, pull: 'green' },
  { area: 'agios-nikolaos', title: 'Λεωφορείο γειτονιάς για το Κέντρο Υγείας', text: 'Μικρό ηλεκτρικό λεωφορείο, κάθε μισή ώρα, με ράμπα.', category: 'mobility', euros: 72_000, pull: 'careful' },
  { area: 'pefka', title: 'Αντιπυρική ζώνη και εθελοντές στα Πεύκα', text: 'Καθαρισμός, δεξαμενή, εξοπλισμός και εκπαίδευση για ομάδα σαράντα εθελοντών.', category: 'environment', euros: 48_000, pull: 'green' },
  { area: 'pefka', title: 'Παιδική χαρά κάτω από τα δέντρα', text: 'Ξύλινα παιχνίδια, σκιά όλη μέρα και βρύση.', category: 'schools', euros: 37_000, pull: 'families' },
  { area: 'pefka', title: 'Γήπεδο μπάσκετ με νέο δάπεδο', text: 'Νέο δάπεδο, μπασκέτες σε δύο ύψη και φωτισμός.', category: 'culture-sports', euros: 42_000, pull: 'players' },
];
