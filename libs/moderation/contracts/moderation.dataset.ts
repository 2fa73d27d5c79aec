import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public log of moderation: acts, their rule and the role that acted; never who, and nothing that leads to an author. */
export const moderationFields = [
  { name: 'id', from: 'LogEntry.id', title: { el: 'Υπόθεση', en: 'Case' }, says: { el: 'Αναγνωριστικό της υπόθεσης· με το ίδιο βρίσκεται στο ανοιχτό βιβλίο.', en: 'Id of the case; it stands in the public ledger under the same.' } },
  { name: 'itemKind', from: 'LogEntry.itemKind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'Τι είδους συμβολή κρίθηκε, όπως comment.', en: 'What kind of contribution was judged, such as comment.' } },
  { name: 'decision', from: 'LogEntry.decision', title: { el: 'Απόφαση', en: 'Decision' }, says: { el: 'approved μένει, hidden κρύφτηκε, returned γύρισε για διόρθωση.', en: 'approved stays, hidden goes, returned went back to be put right.' } },
  { name: 'rule', from: 'LogEntry.rule', title: { el: 'Κανόνας', en: 'Rule' }, says: { el: 'Ο αριθμός του κανόνα στον κώδικα συμπεριφοράς.', en: 'The number of the rule in the code of conduct.' } },
  { name: 'ruleEl', from: 'ConductRule.title.el', title: { el: 'Όνομα κανόνα', en: 'Name of the rule (Greek)' }, says: { el: 'Ο κανόνας στα ελληνικά.', en: 'The rule in Greek.' } },
  { name: 'ruleEn', from: 'ConductRule.title.en', title: { el: 'Όνομα κανόνα (αγγλικά)', en: 'Name of the rule' }, says: { el: 'Ο κανόνας στα αγγλικά.', en: 'The rule in English.' } },
  { name: 'role', from: 'LedgerAct.role', title: { el: 'Ρόλος', en: 'Role' }, says: { el: 'Με ποιον ρόλο πάρθηκε η απόφαση, όπως το γράφει και το ανοιχτό βιβλίο.', en: 'In which role it was decided, as the public ledger has it.' } },
  { name: 'at', from: 'LogEntry.at', title: { el: 'Πότε', en: 'When' }, says: { el: 'Πότε πάρθηκε η απόφαση.', en: 'When it was decided.' } },
  { name: 'reports', from: 'LogEntry.reports', title: { el: 'Αναφορές', en: 'Reports' }, says: { el: 'Πόσες αναφορές είχε.', en: 'How many reports it had.' } },
  { name: 'objection', from: 'LogEntry.objection', title: { el: 'Ένσταση', en: 'Objection' }, says: { el: 'Τι έγινε με την ένσταση, όπου έγινε.', en: 'What became of an objection, where there was one.' } },
  { name: 'reopenedAt', from: 'LogEntry.reopenedAt', title: { el: 'Ανοίχτηκε ξανά', en: 'Reopened' }, says: { el: 'Πότε ζήτησε επόπτης να ξανακριθεί, όπου έγινε· η νέα απόφαση είναι δική της γραμμή.', en: 'When a moderator had it looked at again, where one did; the new decision is a row of its own.' } },
] as const satisfies readonly DatasetField[];
