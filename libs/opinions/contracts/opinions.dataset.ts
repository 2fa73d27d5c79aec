import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of opinions: a row a statement, and one for each group that may be told. */
export const opinionFields = [
  { name: 'statement', from: 'OpinionFinding.statement', title: { el: 'Θέση', en: 'Statement' }, says: { el: 'Αναγνωριστικό της θέσης.', en: 'Id of the statement.' } },
  { name: 'group', type: 'string', isRequired: true, title: { el: 'Ομάδα', en: 'Group' }, says: { el: 'all για όλους όσοι απάντησαν, αλλιώς το γράμμα της ομάδας που σκέφτεται παρόμοια.', en: 'all for everybody who answered, else the letter of the group that thinks alike.' } },
  { name: 'subjectKind', from: 'Opinions.subject.kind', title: { el: 'Είδος θέματος', en: 'Kind of subject' }, says: { el: 'Για τι είδους πράγμα είναι.', en: 'What kind of thing it is about.' } },
  { name: 'subject', from: 'Opinions.subject.id', title: { el: 'Θέμα', en: 'Subject' }, says: { el: 'Το αναγνωριστικό εκείνου για το οποίο είναι.', en: 'The id of what it is about.' } },
  { name: 'text', from: 'OpinionFinding.text', title: { el: 'Κείμενο', en: 'Text' }, says: { el: 'Η θέση όπως γράφτηκε.', en: 'The statement as it was written.' } },
  { name: 'agrees', from: 'OpinionCount.agrees', title: { el: 'Συμφωνούν', en: 'Agree' }, says: { el: 'Πόσα πρόσωπα συμφωνούν.', en: 'How many persons agree.' } },
  { name: 'disagrees', from: 'OpinionCount.disagrees', title: { el: 'Διαφωνούν', en: 'Disagree' }, says: { el: 'Πόσα πρόσωπα διαφωνούν.', en: 'How many persons disagree.' } },
  { name: 'passes', from: 'OpinionCount.passes', title: { el: 'Δεν ξέρουν', en: 'Pass' }, says: { el: 'Πόσα πρόσωπα δεν πήραν θέση.', en: 'How many persons passed.' } },
  { name: 'agreement', from: 'OpinionFinding.agreement', isRequired: false, title: { el: 'Σύγκλιση', en: 'Agreement' }, says: { el: 'Γινόμενο στις ομάδες του (συμφωνούν + 1) / (είδαν + 2): υψηλό μόνο όπου συμφωνεί κάθε ομάδα. Κενό στις γραμμές των ομάδων.', en: 'Group-informed consensus: the product over the groups of (agrees + 1) / (seen + 2). Empty in the rows of groups.' } },
  { name: 'disagreement', from: 'OpinionFinding.disagreement', isRequired: false, title: { el: 'Κοινή διαφωνία', en: 'Disagreement' }, says: { el: 'Το ίδιο για όσους διαφωνούν.', en: 'The same of those who disagree.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Ο χάρτης των γνωμών.', en: 'The map of opinions.' } },
] as const satisfies readonly DatasetField[];
