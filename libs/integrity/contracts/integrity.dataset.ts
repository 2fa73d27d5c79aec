import type { DatasetField } from '@isegoria/kernel/contracts';

const sign = { name: 'sign', from: 'IntegritySign.id', title: { el: 'Ένδειξη', en: 'Sign' }, says: { el: 'Η ένδειξη· δες το σύνολο integrity-signs.', en: 'The sign; see the dataset integrity-signs.' } } as const;

/** The columns of the signs: with each, everything that it was reckoned from. */
export const signFields = [
  { name: 'id', from: 'IntegritySign.id', title: { el: 'Αναγνωριστικό', en: 'Id' }, says: { el: 'Αναγνωριστικό της ένδειξης.', en: 'Id of the sign.' } },
  { name: 'kind', from: 'IntegritySign.kind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'burst: έξαρση σε λίγες ώρες. newcomers: νέοι λογαριασμοί.', en: 'burst: a rush within hours. newcomers: new accounts.' } },
  { name: 'subjectKind', type: 'string', isRequired: false, title: { el: 'Είδος θέματος', en: 'Kind of thing' }, says: { el: 'Πρόταση ή πρωτοβουλία. Κενό όταν δεν είναι πια δημόσια.', en: 'A proposal or an initiative. Empty where it is no longer public.' } },
  { name: 'subject', type: 'string', isRequired: false, title: { el: 'Θέμα', en: 'Thing' }, says: { el: 'Το αναγνωριστικό της. Κενό όταν δεν είναι πια δημόσια.', en: 'Its id. Empty where it is no longer public.' } },
  { name: 'from', from: 'IntegritySign.from', title: { el: 'Από', en: 'From' }, says: { el: 'Αρχή των ωρών ή της ημέρας.', en: 'Beginning of the hours or the day.' } },
  { name: 'to', from: 'IntegritySign.to', title: { el: 'Έως', en: 'To' }, says: { el: 'Τέλος τους.', en: 'Their end.' } },
  { name: 'supports', from: 'IntegritySign.supports', title: { el: 'Στηρίξεις', en: 'Supports' }, says: { el: 'Πόσοι στήριξαν τότε.', en: 'How many gave their support then.' } },
  { name: 'peak', from: 'IntegritySign.peak', isRequired: false, title: { el: 'Πιο πυκνή ώρα', en: 'Strongest hour' }, says: { el: 'burst: πόσες στην πιο πυκνή ώρα.', en: 'burst: how many in the strongest hour.' } },
  { name: 'expected', from: 'IntegritySign.expected', isRequired: false, title: { el: 'Αναμενόμενες', en: 'Expected' }, says: { el: 'burst: max(before ÷ over, 2) × max(1, (others + 10) ÷ (usual + 10)), στην πιο πυκνή ώρα.', en: 'burst: max(before ÷ over, 2) × max(1, (others + 10) ÷ (usual + 10)), in the strongest hour.' } },
  { name: 'fresh', from: 'IntegritySign.fresh', isRequired: false, title: { el: 'Νέοι λογαριασμοί', en: 'New accounts' }, says: { el: 'newcomers: τουλάχιστον τόσοι από λογαριασμούς των 48 ωρών πριν.', en: 'newcomers: at least so many by accounts of the 48 hours before.' } },
  { name: 'usualPercent', from: 'IntegritySign.usualPercent', isRequired: false, title: { el: 'Συνηθισμένο ποσοστό', en: 'Usual share' }, says: { el: 'newcomers: over ÷ before, στα εκατό.', en: 'newcomers: over ÷ before, in percent.' } },
  { name: 'chance', from: 'IntegritySign.chance', title: { el: 'Πιθανότητα', en: 'Chance' }, says: { el: 'Πόσο πιθανό είναι να τύχει τόσο ή περισσότερο. burst: (m ÷ (1 + m)) υψωμένο στο peak, με m τις αναμενόμενες. newcomers: ουρά διωνυμικής.', en: 'How probable so much or more is by chance. burst: (m ÷ (1 + m)) to the power of peak, m being the expected. newcomers: the binomial tail.' } },
  { name: 'verifiedPercent', from: 'IntegritySign.verifiedPercent', isRequired: false, title: { el: 'Επαληθευμένοι', en: 'Verified' }, says: { el: 'Ποσοστό επαληθευμένων προσώπων· κενό όταν ένα μέρος θα ήταν κάτω από δέκα.', en: 'Share of verified persons; empty where a part would be smaller than ten.' } },
  { name: 'before', from: 'IntegrityBasis.before', title: { el: 'Πριν', en: 'Before' }, says: { el: 'burst: στηρίξεις του θέματος στις 28 ημέρες πριν, μηδέν όταν ήταν κάτω από δέκα. newcomers: στηρίξεις σε άλλα θέματα στις 28 ημέρες.', en: 'burst: supports of the thing in the 28 days before, none where fewer than ten. newcomers: supports of other things in the 28 days.' } },
  { name: 'over', from: 'IntegrityBasis.over', title: { el: 'Σε', en: 'Over' }, says: { el: 'burst: ώρες, τουλάχιστον 24. newcomers: πόσες από αυτές ήταν νέων λογαριασμών, τουλάχιστον δέκα.', en: 'burst: hours, at least 24. newcomers: how many of them were by new accounts, at least ten.' } },
  { name: 'others', from: 'IntegrityBasis.others', isRequired: false, title: { el: 'Αλλού', en: 'Elsewhere' }, says: { el: 'burst: στηρίξεις σε όλα τα άλλα την ίδια ώρα, μηδέν όταν ήταν κάτω από δέκα.', en: 'burst: supports of everything else in the same hour, none where fewer than ten.' } },
  { name: 'usual', from: 'IntegrityBasis.usual', isRequired: false, title: { el: 'Συνήθως αλλού', en: 'Usually elsewhere' }, says: { el: 'burst: πόσες είναι συνήθως σε μία ώρα.', en: 'burst: as many as there usually are in an hour.' } },
  { name: 'finding', from: 'IntegritySign.finding', title: { el: 'Τι βρέθηκε', en: 'Finding' }, says: { el: 'Τι έγραψε τελευταία η πόλη.', en: 'The city’s last word.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα του.', en: 'Its page.' } },
] as const satisfies readonly DatasetField[];

/** The columns of the stretches of time: their sum is what the ledger has of the thing, as far as it was watched. */
export const spanFields = [
  sign,
  { name: 'from', from: 'IntegritySpan.from', title: { el: 'Από', en: 'From' }, says: { el: 'Αρχή.', en: 'Beginning.' } },
  { name: 'to', from: 'IntegritySpan.to', title: { el: 'Έως', en: 'To' }, says: { el: 'Τέλος.', en: 'End.' } },
  { name: 'supports', from: 'IntegritySpan.supports', title: { el: 'Στηρίξεις', en: 'Supports' }, says: { el: 'Πόσες δόθηκαν, δέκα ή περισσότερες.', en: 'How many were given, ten or more.' } },
] as const satisfies readonly DatasetField[];
