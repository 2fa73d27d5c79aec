import type { Alignment } from '@isegoria/comments/contracts';

/** A comment of the demo city that a moderator will meet. */
export interface LivelyComment {
  alignment: Alignment;
  /** Whether it waits to be read first; otherwise it is public, and people will report it. */
  waits: boolean;
  text: string;
}

export const livelyComments: readonly LivelyComment[] = [
  { alignment: 'AGAINST', waits: false, text: 'Όποιος το πρότεινε αυτό δεν έχει οδηγήσει ποτέ στη Φιλελλήνων στις οκτώ το πρωί. Ηλίθιοι. Ας κάνουν ποδήλατο στο χωριό τους.' },
  { alignment: 'AGAINST', waits: true, text: 'Δεν είμαι εναντίον, αλλά ποιος θα το συντηρεί; Το ίδιο είπαν και για τα παγκάκια του 2019 και τα μισά είναι ξηλωμένα. Αν δεν γραφτεί κονδύλι συντήρησης, ψηφίζω όχι.' },
  { alignment: 'NEUTRAL', waits: false, text: 'Αναλαμβάνω κλαδέματα και εργασίες κήπου σε όλη την πόλη, τιμές χωρίς ανταγωνισμό, προσφορά για τον Μάιο: 6970 000 123.' },
  { alignment: 'FOR', waits: true, text: 'Μένω απέναντι και το βλέπω κάθε μέρα: οι μαθητές του Γυμνασίου περνάνε ανάμεσα στα σταθμευμένα, γιατί το πεζοδρόμιο τελειώνει στη μέση. Σας στέλνω και φωτογραφία αν χρειάζεται.' },
  { alignment: 'AGAINST', waits: false, text: 'Ο κύριος στο νούμερο 14, με το γκρι Φίατ ΙΥΒ 0000, παρκάρει κάθε μέρα στη ράμπα. Αφήστε τις προτάσεις και γράψτε του μια κλήση.' },
  { alignment: 'FOR', waits: false, text: 'Το στηρίζω. Να θυμάστε όμως ότι το 2021 το ίδιο συμβούλιο το είχε απορρίψει για τρεις χιλιάδες ευρώ.' },
  { alignment: 'NEUTRAL', waits: true, text: 'Η πρόταση μιλά για «όλους τους παιδικούς σταθμούς». Ο 4ος στεγάζεται σε ενοικιαζόμενο κτίριο, άρα χρειάζεται πρώτα συμφωνία με τον ιδιοκτήτη.' },
  { alignment: 'AGAINST', waits: false, text: 'Πάλι τα ίδια. Κλέφτες είστε όλοι εκεί μέσα και όσοι τα στηρίζετε είστε τσιράκια τους.' },
  { alignment: 'AGAINST', waits: true, text: 'Τι έγινε με το αποχετευτικό; Τρία χρόνια περιμένουμε στον συνοικισμό και εδώ συζητάμε για γλάστρες.' },
  { alignment: 'FOR', waits: true, text: 'Στα Τρίκαλα το έκαναν πέρυσι με δικό τους συνεργείο και κόστισε το ένα τρίτο από την πρώτη προσφορά. Ρωτήστε τους.' },
  { alignment: 'NEUTRAL', waits: false, text: 'Και τα αδέσποτα; Εγώ για τα αδέσποτα θέλω να μιλήσω, κανείς δεν κάνει τίποτα στο νεκροταφείο.' },
];
