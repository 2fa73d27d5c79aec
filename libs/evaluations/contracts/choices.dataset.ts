import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of choices. */
export const choiceFields = [
  { name: 'id', from: 'Choice.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της επιλογής.', en: 'Id of the choice.' } },
  { name: 'titleEl', from: 'Choice.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος με απλά λόγια.', en: 'The title in plain words in Greek.' } },
  { name: 'titleEn', from: 'Choice.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title' }, says: { el: 'Ο τίτλος στα αγγλικά, ή ο ελληνικός όπου δεν γράφτηκε.', en: 'The title in English, or the Greek one where none was written.' } },
  { name: 'textEl', from: 'Choice.text.el', title: { el: 'Κείμενο', en: 'Text (Greek)' }, says: { el: 'Τι άλλαξε, πού και πότε.', en: 'What changed, where and when, in Greek.' } },
  { name: 'textEn', from: 'Choice.text.en', title: { el: 'Κείμενο (αγγλικά)', en: 'Text' }, says: { el: 'Το ίδιο στα αγγλικά.', en: 'The same in English.' } },
  { name: 'acts', type: 'integer', isRequired: true, title: { el: 'Πράξεις', en: 'Acts' }, says: { el: 'Πόσες πράξεις περιέχει τώρα· ποιες, το λέει η στήλη choice του συνόλου decisions.', en: 'How many acts it consists of now; which, says the column choice of the dataset decisions.' } },
  { name: 'answers', type: 'string', isRequired: true, title: { el: 'Απαντά σε', en: 'Answers' }, says: { el: 'Τι απαντά, με κενά ανάμεσα: proposal:αναγνωριστικό ή project:αναγνωριστικό, όσα βλέπουν όλοι.', en: 'What it answers, with spaces between: proposal:id or project:id, those that everybody may see.' } },
  { name: 'department', from: 'Choice.departmentId', title: { el: 'Υπηρεσία', en: 'Department' }, says: { el: 'Η υπηρεσία που απαντά γι’ αυτήν.', en: 'The department that answers for it.' } },
  { name: 'createdAt', from: 'Choice.createdAt', title: { el: 'Δημοσιεύτηκε', en: 'Published' }, says: { el: 'Πότε δημοσιεύτηκε.', en: 'When it was published.' } },
  { name: 'dissolvedAt', from: 'Choice.dissolvedAt', title: { el: 'Χωρίστηκε', en: 'Split' }, says: { el: 'Πότε χωρίστηκαν ξανά οι πράξεις της.', en: 'When its acts were split again.' } },
  { name: 'deliveredAt', from: 'Weighing.deliveredAt', title: { el: 'Παραδόθηκε', en: 'Delivered' }, says: { el: 'Πότε η υπηρεσία είπε ότι παραδόθηκε.', en: 'When the department said that it is delivered.' } },
  { name: 'secondOpenedAt', from: 'EvaluationRound.opensAt', isRequired: false, title: { el: 'Δεύτερος γύρος', en: 'Second round' }, says: { el: 'Πότε άνοιξε ο δεύτερος γύρος.', en: 'When the second round opened.' } },
  { name: 'people', from: 'Opinion.people', title: { el: 'Αξιολόγησαν', en: 'People' }, says: { el: 'Πόσα πρόσωπα αξιολόγησαν στον πρώτο γύρο· δες το σύνολο evaluations.', en: 'How many persons evaluated it in the first round; see the dataset evaluations.' } },
  { name: 'peopleAfter', from: 'Opinion.people', isRequired: false, title: { el: 'Αξιολόγησαν μετά', en: 'People after' }, says: { el: 'Πόσα πρόσωπα αξιολόγησαν στον δεύτερο γύρο.', en: 'How many persons evaluated it in the second round.' } },
  { name: 'isDemo', from: 'Choice.isDemo', title: { el: 'Επινοημένη', en: 'Invented' }, says: { el: 'Αν επινοήθηκε για την πόλη επίδειξης.', en: 'Whether it was invented for the demo city.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της επιλογής.', en: 'The page of the choice.' } },
] as const satisfies readonly DatasetField[];

/** The columns of the public data of what departments replied: of the department, never of the official. */
export const replyFields = [
  { name: 'id', from: 'Reply.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της απάντησης.', en: 'Id of the reply.' } },
  { name: 'subjectKind', from: 'Reply.subject.kind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'decision ή choice.', en: 'decision or choice.' } },
  { name: 'subject', from: 'Reply.subject.id', title: { el: 'Θέμα', en: 'Subject' }, says: { el: 'Η πράξη ή η επιλογή για την οποία απαντά.', en: 'The act or the choice that it speaks of.' } },
  { name: 'round', from: 'Reply.round', title: { el: 'Γύρος', en: 'Round' }, says: { el: 'Ο γύρος του οποίου τις γνώμες απαντά.', en: 'The round whose opinions it answers.' } },
  { name: 'criterion', from: 'Reply.criterionId', title: { el: 'Κριτήριο', en: 'Criterion' }, says: { el: 'Το κριτήριο που απαντά· κενό για όλα.', en: 'The criterion that it answers; empty for all of them.' } },
  { name: 'said', from: 'Reply.said', title: { el: 'Είπατε', en: 'You said' }, says: { el: 'Τι είπαν πολλοί, με τα λόγια της υπηρεσίας.', en: 'What many said, in the words of the department.' } },
  { name: 'did', from: 'Reply.did', title: { el: 'Κάναμε', en: 'We did' }, says: { el: 'Τι έγινε ή θα γίνει.', en: 'What was done or will be.' } },
  { name: 'promise', from: 'Reply.promise.text', title: { el: 'Υπόσχεση', en: 'Promise' }, says: { el: 'Τι υποσχέθηκε η υπηρεσία.', en: 'What the department promised.' } },
  { name: 'promiseDueAt', from: 'Reply.promise.dueAt', title: { el: 'Έως', en: 'Due' }, says: { el: 'Έως πότε.', en: 'Until when.' } },
  { name: 'promiseKeptAt', from: 'Reply.promise.doneAt', title: { el: 'Τηρήθηκε', en: 'Kept' }, says: { el: 'Πότε τηρήθηκε· κενό όσο εκκρεμεί.', en: 'When it was kept; empty while it is not.' } },
  { name: 'department', from: 'Reply.departmentId', title: { el: 'Υπηρεσία', en: 'Department' }, says: { el: 'Η υπηρεσία που απάντησε.', en: 'The department that replied.' } },
  { name: 'at', from: 'Reply.at', title: { el: 'Πότε', en: 'At' }, says: { el: 'Πότε απάντησε.', en: 'When it replied.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα όπου βρίσκεται.', en: 'The page that it stands on.' } },
] as const satisfies readonly DatasetField[];
