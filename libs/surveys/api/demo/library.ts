import type { DemoSurvey } from './demo-survey';

/** Over, and reported. */
export const library: DemoSurvey = {
  id: 'demo-library',
  title: ['Πότε θέλεις ανοιχτή τη δημοτική βιβλιοθήκη;', 'When do you want the municipal library to be open?'],
  purpose: [
    'Η βιβλιοθήκη κλείνει στις τρεις. Πριν αλλάξουμε το ωράριο, θέλουμε να μάθουμε πότε θα ερχόσουν και τι θα έκανες εκεί.',
    'The library closes at three. Before we change its hours we want to learn when you would come and what you would do there.',
  ],
  use: ['Με τις απαντήσεις ορίζουμε το νέο ωράριο από το φθινόπωρο.', 'By the answers we set the new hours from autumn on.'],
  department: 'culture', published: -64, opens: -62, closes: -34, isLive: true, publishesWords: true, people: 286, onPaper: 14,
  channels: ['paper', 'desk'], handIn: [
    'Τα έντυπα τα βρίσκεις και τα παραδίδεις στο ΚΕΠ του δημαρχείου, Δευτέρα ως Παρασκευή, 8:00–14:00. Βρίσκεις έντυπα και στη βιβλιοθήκη.',
    'You find the forms, and hand them in, at the citizens’ office in the town hall, Monday to Friday, 8:00 to 14:00. There are forms in the library too.',
  ],
  sections: [
    {
      id: 's1', title: ['Η βιβλιοθήκη', 'The library'],
      questions: [
        {
          id: 'q1', form: 'single', isRequired: true, text: ['Πόσο συχνά πας στη βιβλιοθήκη;', 'How often do you go to the library?'], weights: [14, 27, 33, 26],
          options: [['o1', ['Κάθε εβδομάδα', 'Every week']], ['o2', ['Κάθε μήνα', 'Every month']], ['o3', ['Πιο σπάνια', 'Less often']], ['o4', ['Δεν έχω πάει', 'Never']]],
        },
        {
          id: 'q2', form: 'several', isRequired: true, most: 2, hasNoOpinion: true, text: ['Πότε θα ερχόσουν;', 'When would you come?'], weights: [19, 61, 48, 22, 4],
          options: [['o1', ['Πρωί', 'Mornings']], ['o2', ['Απόγευμα, ως τις 8', 'Afternoons, until 8']], ['o3', ['Σάββατο', 'Saturdays']], ['o4', ['Κυριακή', 'Sundays']]],
        },
        {
          id: 'q3', form: 'ranking', text: ['Για ποιον λόγο θα ερχόσουν;', 'What would you come for?'], weights: [36, 34, 18, 12],
          options: [['o1', ['Να δανειστώ βιβλία', 'To borrow books']], ['o2', ['Να διαβάσω με ησυχία', 'To study in quiet']], ['o3', ['Για τα παιδιά', 'For the children']], ['o4', ['Για εκδηλώσεις', 'For events']]],
        },
        { id: 'q4', form: 'scale', hasNoOpinion: true, text: ['Πόσο σε εξυπηρετεί η βιβλιοθήκη σήμερα;', 'How well does the library serve you today?'], weights: [16, 29, 30, 15, 6, 4], options: [['1', ['Καθόλου', 'Not at all']], ['5', ['Πολύ', 'Very well']]] },
        {
          id: 'q5', form: 'words', text: ['Τι λείπει από τη βιβλιοθήκη;', 'What does the library lack?'],
          written: ['Πρίζες στο αναγνωστήριο.', 'Ένα ράφι με βιβλία στα αλβανικά και στα αραβικά.', 'Να μπορώ να επιστρέφω βιβλία όταν είναι κλειστή.', 'Ησυχία: το αναγνωστήριο είναι δίπλα στην παιδική γωνιά.'],
        },
      ],
    },
  ],
  report: {
    at: -12,
    learned: 'Έξι στους δέκα θα έρχονταν απόγευμα και σχεδόν οι μισοί Σάββατο. Όσοι πηγαίνουν πρωί είναι λίγοι, αλλά είναι κυρίως μεγαλύτεροι, και δεν θέλουμε να τους χάσουμε. Δεν μάθαμε τι θέλουν τα παιδιά: δεν απάντησαν αρκετοί γονείς.',
    does: 'Από τον Οκτώβριο η βιβλιοθήκη ανοίγει Τρίτη και Πέμπτη ως τις οκτώ και κάθε Σάββατο πρωί. Τα πρωινά μένουν όπως είναι. Κυριακή δεν ανοίγουμε: χρειάζονται δύο άτομα που δεν έχουμε.',
    promise: { text: 'Κουτί για επιστροφές βιβλίων έξω από την είσοδο.', due: 40 },
  },
};
