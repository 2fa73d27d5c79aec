import type { DemoSurvey } from './demo-survey';

/** Open, with answers. */
export const buses: DemoSurvey = {
  id: 'demo-buses',
  title: ['Πώς κινείσαι στην πόλη τον χειμώνα;', 'How do you get around the city in winter?'],
  purpose: [
    'Τον Οκτώβριο αλλάζουν τα δρομολόγια των δημοτικών λεωφορείων. Θέλουμε να ξέρουμε πότε μετακινείσαι, πού, και τι σε κάνει να παίρνεις το αυτοκίνητο.\n\nΔεν χρειάζεται να χρησιμοποιείς λεωφορείο για να απαντήσεις.',
    'In October the timetable of the municipal buses changes. We want to know when you travel, where, and what makes you take the car.\n\nYou need not use the bus to answer.',
  ],
  use: [
    'Με τις απαντήσεις ορίζουμε ποιες γραμμές περνούν πιο συχνά και πού μπαίνουν τέσσερις νέες στάσεις. Το σχέδιο πηγαίνει στο συμβούλιο του επόμενου μήνα, μαζί με τα αποτελέσματα.',
    'By the answers we decide which lines run more often and where four new stops go. The plan goes to next month’s council, with the results.',
  ],
  department: 'technical', published: -12, opens: -10, closes: 11, isLive: true, publishesWords: true, people: 412, onPaper: 4,
  channels: ['paper', 'phone', 'desk'], handIn: [
    'Τα έντυπα τα βρίσκεις και τα παραδίδεις στο ΚΕΠ του δημαρχείου, Δευτέρα ως Παρασκευή, 8:00–14:00. Όποιος δεν μπορεί να έρθει απαντά από το τηλέφωνο, στο 2100 000 000, τις ίδιες ώρες.',
    'You find the forms, and hand them in, at the citizens’ office in the town hall, Monday to Friday, 8:00 to 14:00. Who cannot come answers by phone, on 2100 000 000, at the same hours.',
  ],
  sections: [
    {
      id: 's1', title: ['Πώς κινείσαι', 'How you get around'],
      questions: [
        {
          id: 'q1', form: 'single', isRequired: true, text: ['Πώς κινείσαι τις περισσότερες μέρες;', 'How do you get around on most days?'], weights: [31, 24, 26, 9, 7, 3],
          options: [['o1', ['Με αυτοκίνητο', 'By car']], ['o2', ['Με λεωφορείο', 'By bus']], ['o3', ['Με τα πόδια', 'On foot']], ['o4', ['Με ποδήλατο', 'By bicycle']], ['o5', ['Με μηχανάκι', 'By scooter']], ['o6', ['Αλλιώς', 'Otherwise'], true]],
          written: ['Με ταξί, δεν οδηγώ πια', 'Με πατίνι', 'Με πηγαίνει η κόρη μου'],
        },
        {
          id: 'q2', form: 'scale', hasNoOpinion: true, text: ['Πόσο ευχαριστημένος είσαι από το λεωφορείο;', 'How content are you with the bus?'], showIf: { questionId: 'q1', optionIds: ['o2'] }, weights: [12, 24, 33, 20, 8, 3],
          options: [['1', ['Καθόλου', 'Not at all']], ['5', ['Πολύ', 'Very']]],
        },
        {
          id: 'q3', form: 'several', most: 2, text: ['Τι θα σε έκανε να αφήσεις το αυτοκίνητο;', 'What would make you leave the car?'], showIf: { questionId: 'q1', optionIds: ['o1'] }, weights: [58, 44, 22, 17, 15],
          options: [['o1', ['Πιο συχνά λεωφορεία', 'More frequent buses']], ['o2', ['Στάση πιο κοντά στο σπίτι', 'A stop nearer home']], ['o3', ['Φθηνότερο εισιτήριο', 'A cheaper ticket']], ['o4', ['Ασφαλής δρόμος για ποδήλατο', 'A safe way for bicycles']], ['o5', ['Τίποτα, το χρειάζομαι', 'Nothing, I need it']]],
        },
      ],
    },
    {
      id: 's2', title: ['Οι στάσεις και οι ώρες', 'Stops and hours'],
      questions: [
        {
          id: 'q4', form: 'several', isRequired: true, hasNoOpinion: true, text: ['Ποιες ώρες χρειάζονται περισσότερα δρομολόγια;', 'At which hours are more buses needed?'], weights: [47, 29, 18, 52, 6],
          options: [['o1', ['Νωρίς το πρωί', 'Early morning']], ['o2', ['Μεσημέρι', 'Noon']], ['o3', ['Απόγευμα', 'Afternoon']], ['o4', ['Βράδυ, μετά τις 9', 'Evening, after 9']]],
        },
        {
          id: 'q5', form: 'ranking', text: ['Τι είναι πιο σημαντικό σε μια στάση;', 'What matters most at a stop?'], weights: [40, 25, 20, 15],
          options: [['o1', ['Στέγαστρο', 'A shelter']], ['o2', ['Παγκάκι', 'A bench']], ['o3', ['Φωτισμός', 'Light']], ['o4', ['Πίνακας με τις ώρες', 'A board with the times']]],
        },
      ],
    },
    {
      id: 's3', title: ['Και κάτι τελευταίο', 'And one last thing'],
      questions: [
        {
          id: 'q6', form: 'scale', isRequired: true, hasNoOpinion: true, text: ['Πόσο εύκολο είναι να περπατήσεις ως την πλησιέστερη στάση;', 'How easy is it to walk to the nearest stop?'], weights: [11, 18, 24, 27, 16, 4],
          options: [['1', ['Πολύ δύσκολο', 'Very hard']], ['5', ['Πολύ εύκολο', 'Very easy']]],
        },
        {
          id: 'q7', form: 'words', text: ['Θέλεις να μας πεις κάτι ακόμη;', 'Is there something else that you want to tell us?'],
          written: ['Το 4 περνά δύο λεπτά πριν φτάσει το τρένο. Αν περίμενε πέντε, θα το έπαιρνε ο μισός συνοικισμός.', 'Η στάση στο γηροκομείο δεν έχει παγκάκι και η ανηφόρα είναι μεγάλη.', 'Το βράδυ δεν γυρίζει κανείς από το λιμάνι χωρίς ταξί.', 'Οι ώρες στον πίνακα δεν είναι σωστές από το καλοκαίρι.'],
        },
      ],
    },
  ],
};
