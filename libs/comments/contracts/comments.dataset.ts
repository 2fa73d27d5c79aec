import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of comments. Their authors are left out: an open file may be joined with any other. */
export const commentFields = [
  { name: 'id', from: 'Comment.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό του σχολίου· με τη σειρά που γράφτηκαν.', en: 'Id of the comment, in the order of writing.' } },
  { name: 'subjectKind', from: 'Comment.subject.kind', title: { el: 'Είδος θέματος', en: 'Kind of subject' }, says: { el: 'Για τι είδους πράγμα γράφτηκε, όπως proposal.', en: 'What kind of thing it is about, such as proposal.' } },
  { name: 'subject', from: 'Comment.subject.id', title: { el: 'Θέμα', en: 'Subject' }, says: { el: 'Το αναγνωριστικό εκείνου για το οποίο γράφτηκε.', en: 'The id of what it is about.' } },
  { name: 'parent', from: 'Comment.parentId', title: { el: 'Απαντά στο', en: 'Reply to' }, says: { el: 'Το επιχείρημα στο οποίο απαντά· κενό στα επιχειρήματα.', en: 'The argument that it answers; empty for an argument.' } },
  { name: 'alignment', from: 'Comment.alignment', title: { el: 'Θέση', en: 'Alignment' }, says: { el: 'FOR υπέρ, AGAINST κατά, NEUTRAL ουδέτερο.', en: 'FOR, AGAINST or NEUTRAL.' } },
  { name: 'text', from: 'Comment.text', title: { el: 'Κείμενο', en: 'Text' }, says: { el: 'Όπως γράφτηκε, σε απλό Markdown.', en: 'As it was written, in plain Markdown.' } },
  { name: 'supports', from: 'Comment.supports', title: { el: 'Συμφωνούν', en: 'Agree' }, says: { el: 'Πόσα πρόσωπα συμφωνούν.', en: 'How many persons agree.' } },
  { name: 'replies', from: 'Comment.replies', title: { el: 'Απαντήσεις', en: 'Replies' }, says: { el: 'Πόσες δημόσιες απαντήσεις έχει.', en: 'How many public replies it has.' } },
  { name: 'createdAt', from: 'Comment.createdAt', title: { el: 'Γράφτηκε', en: 'Written' }, says: { el: 'Πότε γράφτηκε.', en: 'When it was written.' } },
  { name: 'editedAt', from: 'Comment.editedAt', title: { el: 'Διορθώθηκε', en: 'Edited' }, says: { el: 'Πότε το διόρθωσε όποιος το έγραψε.', en: 'When its author corrected it.' } },
] as const satisfies readonly DatasetField[];
