import type { DemoConsultation } from './demo-consultation';

/** The one that opens next week. */
export const residentParking: DemoConsultation = {
  id: 'demo-resident-parking',
  title: ['Στάθμευση μονίμων κατοίκων στο Κέντρο', 'Residents’ parking in the centre'],
  summary: [
    'Στο Κέντρο αντιστοιχούν τρία αυτοκίνητα σε κάθε θέση, και ο ένας στους τρεις που ψάχνουν μένει εκεί.\n\nΤο σχέδιο ορίζει ποιοι δρόμοι γίνονται θέσεις κατοίκων, ποιος παίρνει κάρτα και τι γίνεται με όσους έρχονται για δουλειά ή για επίσκεψη. Η διαβούλευση ανοίγει σε λίγες ημέρες· το κείμενο είναι ήδη εδώ για να το διαβάσεις.',
    'In the centre there are three cars to each space, and one in three of those who look for one lives there.\n\nThe draft says which streets become residents’ spaces, who gets a card, and what becomes of those who come to work or to visit. The consultation opens in a few days; the text is here to be read.',
  ],
  department: 'technical', category: 'mobility', districts: ['kentro'], published: -2, opens: 5, closes: 26,
  articles: [
    { label: 'Άρθρο 1', title: 'Περιοχή εφαρμογής', body: 'Ο κανονισμός ισχύει στους δρόμους της Κεντρικής ενότητας ανάμεσα στην παραλιακή λεωφόρο και στις γραμμές του προαστιακού. Θέσεις κατοίκων γίνονται δύο στις τρεις.' },
    { label: 'Άρθρο 2', title: 'Κάρτα κατοίκου', body: 'Κάθε νοικοκυριό παίρνει μία κάρτα για ένα αυτοκίνητο, χωρίς χρέωση. Δεύτερη κάρτα δίνεται με 120 ευρώ τον χρόνο, όσο υπάρχουν θέσεις.\n\nΆτομα με αναπηρία παίρνουν προσωπική θέση κοντά στην είσοδό τους.' },
    { label: 'Άρθρο 3', title: 'Επισκέπτες', body: 'Οι υπόλοιπες θέσεις είναι για επισκέπτες, ως τρεις ώρες, με 1 ευρώ την ώρα. Κάθε νοικοκυριό έχει 40 δωρεάν ώρες τον μήνα για τους δικούς του επισκέπτες.' },
    { label: 'Άρθρο 4', title: 'Εργαζόμενοι και επαγγελματίες', body: 'Όποιος εργάζεται στο Κέντρο σταθμεύει στον περιφερειακό χώρο του σταθμού χωρίς χρέωση, με λεωφορείο κάθε δέκα λεπτά.\n\nΟχήματα τεχνικών και τροφοδοσίας σταθμεύουν παντού ως μία ώρα.' },
    { label: 'Άρθρο 5', title: 'Έναρξη', body: 'Ο κανονισμός εφαρμόζεται δοκιμαστικά για έξι μήνες. Έπειτα η υπηρεσία δημοσιεύει τι άλλαξε, και το Δημοτικό Συμβούλιο αποφασίζει ξανά.' },
  ],
};
