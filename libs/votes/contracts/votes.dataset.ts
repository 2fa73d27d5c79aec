import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of tallies: a row an option of a ballot. */
export const tallyFields = [
  { name: 'ballot', from: 'Ballot.id', title: { el: 'Ψηφοφορία', en: 'Ballot' }, says: { el: 'Αναγνωριστικό της ψηφοφορίας: είδος και αναγνωριστικό του θέματος.', en: 'Id of the ballot: kind and id of its subject.' } },
  { name: 'question', from: 'BallotQuestion.id', title: { el: 'Ερώτημα', en: 'Question' }, says: { el: 'Το ερώτημα μέσα στην ψηφοφορία.', en: 'The question within the ballot.' } },
  { name: 'option', from: 'OptionCount.optionId', title: { el: 'Επιλογή', en: 'Option' }, says: { el: 'Η επιλογή του ερωτήματος.', en: 'The option of the question.' } },
  { name: 'subjectKind', from: 'Ballot.subject.kind', title: { el: 'Είδος θέματος', en: 'Kind of subject' }, says: { el: 'Για τι είδους πράγμα είναι, όπως proposal.', en: 'What kind of thing it is about, such as proposal.' } },
  { name: 'subject', from: 'Ballot.subject.id', title: { el: 'Θέμα', en: 'Subject' }, says: { el: 'Το αναγνωριστικό εκείνου για το οποίο είναι.', en: 'The id of what it is about.' } },
  { name: 'kind', from: 'Ballot.kind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'Τι είδους ψηφοφορία είναι.', en: 'What the ballot is for.' } },
  { name: 'secrecy', from: 'Ballot.secrecy', title: { el: 'Μυστικότητα', en: 'Secrecy' }, says: { el: 'Ποιος μπορεί να ξέρει μια επιλογή: open, secret ή sealed.', en: 'Who can know a choice: open, secret or sealed.' } },
  { name: 'form', from: 'BallotQuestion.form', title: { el: 'Μορφή', en: 'Form' }, says: { el: 'Πώς απαντιέται το ερώτημα.', en: 'How the question is answered.' } },
  { name: 'opensAt', from: 'Ballot.opensAt', title: { el: 'Ανοίγει', en: 'Opens' }, says: { el: 'Από πότε· κενό όπου δεν ορίστηκε.', en: 'From when; empty where none was set.' } },
  { name: 'closesAt', from: 'Ballot.closesAt', title: { el: 'Κλείνει', en: 'Closes' }, says: { el: 'Έως πότε· κενό όπου δεν ορίστηκε.', en: 'Until when; empty where none was set.' } },
  { name: 'voters', from: 'Tally.voters', title: { el: 'Ψήφισαν', en: 'Voters' }, says: { el: 'Πόσα πρόσωπα· σε σφραγισμένη ψηφοφορία, πόσα ψηφοδέλτια έχει η κάλπη.', en: 'How many persons; of a sealed ballot before its opening, how many ballots are in the box.' } },
  { name: 'count', type: 'integer', title: { el: 'Επέλεξαν', en: 'Count' }, says: { el: 'Πόσα πρόσωπα διάλεξαν την επιλογή. Κενό όσο η κάλπη είναι σφραγισμένη και όπου οι ψήφοι είναι πολύ λίγες για να κρύψουν ένα πρόσωπο.', en: 'How many persons chose the option. Empty while the box is sealed, and where votes are too few to hide a person.' } },
  { name: 'points', from: 'OptionCount.points', title: { el: 'Βαθμοί', en: 'Points' }, says: { el: 'Το άθροισμα των βαθμών της, όπου δίνονται βαθμοί.', en: 'The sum of the points that it got, where points are given.' } },
  { name: 'first', from: 'OptionCount.first', title: { el: 'Πρώτες θέσεις', en: 'First places' }, says: { el: 'Πόσοι την έβαλαν πρώτη, όπου κατατάσσονται.', en: 'How many put it first, where options are ranked.' } },
] as const satisfies readonly DatasetField[];
