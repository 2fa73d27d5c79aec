import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of debates. */
export const debateFields = [
  { name: 'id', from: 'Debate.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της συζήτησης.', en: 'Id of the debate.' } },
  { name: 'title', from: 'Debate.title', title: { el: 'Τίτλος', en: 'Title' }, says: { el: 'Το ερώτημα προς την πόλη.', en: 'The question to the city.' } },
  { name: 'text', from: 'Debate.text', title: { el: 'Κείμενο', en: 'Text' }, says: { el: 'Το εισαγωγικό κείμενο.', en: 'The introducing text.' } },
  { name: 'category', from: 'Debate.category.id', isRequired: false, title: { el: 'Κατηγορία', en: 'Category' }, says: { el: 'Κωδικός κατηγορίας.', en: 'Code of the category.' } },
  { name: 'district', from: 'Debate.district.id', isRequired: false, title: { el: 'Γειτονιά', en: 'District' }, says: { el: 'Κενό για όλη την πόλη.', en: 'Empty for the whole city.' } },
  { name: 'byDepartment', from: 'DebateOpener.department.id', isRequired: false, title: { el: 'Από υπηρεσία', en: 'By department' }, says: { el: 'Η υπηρεσία που την άνοιξε· κενό όταν την άνοιξε κάτοικος.', en: 'The department that opened it; empty where a resident did.' } },
  { name: 'stage', from: 'Debate.stage', title: { el: 'Στάδιο', en: 'Stage' }, says: { el: 'Ανοιχτή, έληξε ή έχει συμπέρασμα.', en: 'Open, ended, or concluded.' } },
  { name: 'people', from: 'Debate.people', title: { el: 'Άτομα', en: 'People' }, says: { el: 'Πόσοι διαφορετικοί άνθρωποι έγραψαν.', en: 'How many different people took part.' } },
  { name: 'argumentsFor', from: 'Debate.argumentsFor', title: { el: 'Υπέρ', en: 'For' }, says: { el: 'Δημόσια επιχειρήματα υπέρ.', en: 'Public arguments for.' } },
  { name: 'argumentsAgainst', from: 'Debate.argumentsAgainst', title: { el: 'Κατά', en: 'Against' }, says: { el: 'Δημόσια επιχειρήματα κατά.', en: 'Public arguments against.' } },
  { name: 'openedAt', from: 'Debate.openedAt', title: { el: 'Άνοιξε', en: 'Opened' }, says: { el: 'Πότε έγινε δημόσια.', en: 'When it became public.' } },
  { name: 'endsAt', from: 'Debate.endsAt', title: { el: 'Ως', en: 'Until' }, says: { el: 'Ως πότε γράφονται επιχειρήματα.', en: 'Until when people argue.' } },
  { name: 'conclusion', from: 'DebateConclusion.text', isRequired: false, title: { el: 'Συμπέρασμα', en: 'Conclusion' }, says: { el: 'Τι κατέληξε όποιος την άνοιξε.', en: 'What was concluded by who opened it.' } },
  { name: 'heard', type: 'string', isRequired: false, title: { el: 'Όσα ακούστηκαν', en: 'Heard' }, says: { el: 'Τα επιχειρήματα που αναφέρει το συμπέρασμα, με κενό ανάμεσα· δες το σύνολο comments.', en: 'The arguments that the conclusion names, with blanks between; see the dataset comments.' } },
  { name: 'concludedAt', from: 'Debate.concludedAt', isRequired: false, title: { el: 'Κατέληξε', en: 'Concluded' }, says: { el: 'Πότε δημοσιεύτηκε το συμπέρασμα.', en: 'When the conclusion became public.' } },
  { name: 'fairnessPeople', from: 'DebateFairnessFigures.people', isRequired: false, title: { el: 'Απάντησαν αν είναι δίκαιο', en: 'Answered whether it is fair' }, says: { el: 'Από δέκα άτομα και πάνω, ανά δεκάδα.', en: 'From ten people on, renewed by ten.' } },
  { name: 'fairnessYes', from: 'DebateFairnessFigures.yes', isRequired: false, title: { el: 'Ναι', en: 'Yes' }, says: { el: 'Πόσοι είπαν ότι αποδίδει δίκαια όσα ειπώθηκαν.', en: 'How many said that it gives fairly what was said.' } },
  { name: 'fairnessPartly', from: 'DebateFairnessFigures.partly', isRequired: false, title: { el: 'Εν μέρει', en: 'Partly' }, says: { el: 'Πόσοι είπαν εν μέρει.', en: 'How many said partly.' } },
  { name: 'fairnessNo', from: 'DebateFairnessFigures.no', isRequired: false, title: { el: 'Όχι', en: 'No' }, says: { el: 'Πόσοι είπαν όχι.', en: 'How many said no.' } },
  { name: 'isDemo', from: 'Debate.isDemo', title: { el: 'Επίδειξη', en: 'Demo' }, says: { el: 'Αν φτιάχτηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της.', en: 'Its page.' } },
] as const satisfies readonly DatasetField[];
