import type { DemoSurvey } from './demo-survey';

/** Announced, not open yet. */
export const playgrounds: DemoSurvey = {
  id: 'demo-playgrounds',
  title: ['Τι να έχει η παιδική χαρά της γειτονιάς σου;', 'What should your neighbourhood’s playground have?'],
  purpose: ['Ανανεώνουμε πέντε παιδικές χαρές. Θέλουμε να ξέρουμε ποιοι τις χρησιμοποιούν και τι τους λείπει.', 'We renew five playgrounds. We want to know who uses them and what they lack.'],
  use: ['Οι απαντήσεις μπαίνουν στις προδιαγραφές του διαγωνισμού.', 'The answers go into the specifications of the tender.'],
  department: 'environment', published: -2, opens: 6, closes: 27, isLive: false, publishesWords: false, people: 0,
  sections: [
    {
      id: 's1', title: ['Η παιδική χαρά', 'The playground'],
      questions: [
        { id: 'q1', form: 'single', isRequired: true, text: ['Πηγαίνεις με παιδιά στην παιδική χαρά;', 'Do you go to the playground with children?'], options: [['o1', ['Ναι, συχνά', 'Yes, often']], ['o2', ['Πού και πού', 'Now and then']], ['o3', ['Όχι', 'No']]] },
        {
          id: 'q2', form: 'several', most: 3, text: ['Τι λείπει;', 'What is missing?'], showIf: { questionId: 'q1', optionIds: ['o1', 'o2'] },
          options: [['o1', ['Σκιά', 'Shade']], ['o2', ['Βρύση', 'A water tap']], ['o3', ['Παιχνίδια για μικρά παιδιά', 'Things for small children']], ['o4', ['Παιχνίδια για παιδιά με αναπηρία', 'Things for children with disabilities']], ['o5', ['Κάτι άλλο', 'Something else'], true]],
        },
        { id: 'q3', form: 'words', text: ['Τι άλλο να ξέρουμε;', 'What else should we know?'] },
      ],
    },
  ],
};
