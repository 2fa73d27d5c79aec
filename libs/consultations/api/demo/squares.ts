import type { DemoConsultation } from './demo-consultation';

/** The one that closed last week: the service owes its answer. */
export const dogsInSquares: DemoConsultation = {
  id: 'demo-squares',
  title: ['Σκύλοι στις πλατείες και στα πάρκα', 'Dogs in squares and parks'],
  summary: [
    'Στις πλατείες κάνουν βόλτα και παιδιά και σκύλοι, και κανένας κανόνας δεν λέει ποιος πού. Πέρσι ήρθαν 140 αιτήματα: τα μισά ζητούσαν χώρους για σκύλους, τα άλλα μισά να μην μπαίνουν.\n\nΤο σχέδιο ορίζει πού πηγαίνουν χωρίς λουρί, πού με λουρί και πού καθόλου.',
    'Children and dogs share the squares, and no rule says who goes where. Last year brought 140 requests: half asked for places for dogs, the other half that they be kept out.\n\nThe draft says where they may go without a lead, where on one, and where not at all.',
  ],
  department: 'technical', category: 'green', published: -40, opens: -33, closes: -5,
  articles: [
    {
      label: 'Άρθρο 1', title: 'Πού με λουρί', body: 'Στις πλατείες και στα πάρκα οι σκύλοι κυκλοφορούν με λουρί ως 1,50 μέτρο. Όποιος τους συνοδεύει έχει μαζί του σακούλα και τη χρησιμοποιεί.',
      stances: [160, 40, 12], inFavour: ['Με τη σακούλα υποχρεωτική θα περπατάμε επιτέλους χωρίς να κοιτάμε κάτω.'],
    },
    {
      label: 'Άρθρο 2', title: 'Πού χωρίς λουρί', body: 'Σε δύο πάρκα γίνονται περιφραγμένοι χώροι όπου οι σκύλοι τρέχουν ελεύθεροι, από τις 7:00 ως τις 22:00.',
      stances: [110, 80, 25], inFavour: ['Ένας σκύλος που τρέχει μία ώρα δεν γαβγίζει όλη νύχτα στο μπαλκόνι.'], against: ['Οι χώροι πρέπει να απέχουν από τα παγκάκια των ηλικιωμένων.'],
      amendments: [
        { text: 'Σε τέσσερα πάρκα, ένα σε κάθε ενότητα, γίνονται περιφραγμένοι χώροι όπου οι σκύλοι τρέχουν ελεύθεροι, από τις 7:00 ως τις 22:00.', reason: 'Δύο χώροι για όλη την πόλη σημαίνει αυτοκίνητο για να βγάλεις τον σκύλο βόλτα.', supports: 60 },
        { text: 'Σε δύο πάρκα γίνονται περιφραγμένοι χώροι όπου οι σκύλοι τρέχουν ελεύθεροι, από τις 6:00 ως τις 23:00.', reason: 'Το καλοκαίρι μόνο νωρίς το πρωί και αργά το βράδυ αντέχουν τη ζέστη.', supports: 35 },
      ],
    },
    {
      label: 'Άρθρο 3', title: 'Πού καθόλου', body: 'Σκύλοι δεν μπαίνουν στις παιδικές χαρές και στα σχολικά προαύλια. Εξαιρούνται οι σκύλοι που οδηγούν ή βοηθούν ανθρώπους.',
      stances: [190, 10, 8],
    },
  ],
};
