import type { DatasetField } from '@isegoria/kernel/contracts';

/** The columns of the public data of processes: a row a phase. */
export const processFields = [
  { name: 'process', from: 'Process.id', title: { el: 'Διαδικασία', en: 'Process' }, says: { el: 'Αναγνωριστικό της διαδικασίας.', en: 'Id of the process.' } },
  { name: 'phase', from: 'Phase.id', title: { el: 'Φάση', en: 'Phase' }, says: { el: 'Αναγνωριστικό της φάσης μέσα στη διαδικασία.', en: 'Id of the phase within its process.' } },
  { name: 'kind', from: 'Process.kind', title: { el: 'Είδος', en: 'Kind' }, says: { el: 'Τι συγκεντρώνεται: proposals, evaluations ή budgets.', en: 'What is collected: proposals, evaluations or budgets.' } },
  { name: 'titleEl', from: 'Process.title.el', title: { el: 'Τίτλος', en: 'Title (Greek)' }, says: { el: 'Ο τίτλος της διαδικασίας στα ελληνικά.', en: 'The title of the process in Greek.' } },
  { name: 'titleEn', from: 'Process.title.en', title: { el: 'Τίτλος (αγγλικά)', en: 'Title' }, says: { el: 'Ο τίτλος της διαδικασίας στα αγγλικά.', en: 'The title of the process in English.' } },
  { name: 'phaseEl', from: 'Phase.name.el', title: { el: 'Όνομα φάσης', en: 'Name of the phase (Greek)' }, says: { el: 'Το όνομα της φάσης στα ελληνικά.', en: 'The name of the phase in Greek.' } },
  { name: 'phaseEn', from: 'Phase.name.en', title: { el: 'Όνομα φάσης (αγγλικά)', en: 'Name of the phase' }, says: { el: 'Το όνομα της φάσης στα αγγλικά.', en: 'The name of the phase in English.' } },
  { name: 'opensAt', from: 'Phase.opensAt', title: { el: 'Αρχίζει', en: 'Opens' }, says: { el: 'Η στιγμή από την οποία διαρκεί η φάση.', en: 'The moment from which the phase lasts.' } },
  { name: 'closesAt', from: 'Phase.closesAt', title: { el: 'Τελειώνει', en: 'Closes' }, says: { el: 'Η φάση διαρκεί έως λίγο πριν από αυτή τη στιγμή.', en: 'The phase lasts until just before this moment.' } },
  { name: 'isCurrent', type: 'boolean', isRequired: true, title: { el: 'Τώρα', en: 'Now' }, says: { el: 'Αν η διαδικασία βρίσκεται τώρα σε αυτή τη φάση.', en: 'Whether the process is in this phase now.' } },
  { name: 'contributions', from: 'PhaseSettings.contributions', title: { el: 'Συμβολές', en: 'Contributions' }, says: { el: 'Πώς δέχεται συμβολές: wait περιμένουν επόπτη, public φαίνονται αμέσως, closed δεν δέχεται.', en: 'How contributions come in: wait for a moderator, public at once, closed.' } },
  { name: 'comments', from: 'PhaseSettings.comments', title: { el: 'Σχόλια', en: 'Comments' }, says: { el: 'Πώς δέχεται σχόλια, με τις ίδιες τιμές.', en: 'How comments come in, with the same values.' } },
  { name: 'supports', from: 'PhaseSettings.supports', title: { el: 'Στήριξη', en: 'Support' }, says: { el: 'Αν μπορεί κανείς να στηρίξει.', en: 'Whether support can be given.' } },
  { name: 'answerWithinDays', from: 'PhaseSettings.answerWithinDays', title: { el: 'Ημέρες για απάντηση', en: 'Days for an answer' }, says: { el: 'Μέσα σε πόσες ημέρες υπόσχεται ο δήμος απάντηση.', en: 'Within how many days the municipality promises an answer.' } },
  { name: 'url', type: 'uri', isRequired: true, title: { el: 'Σελίδα', en: 'Page' }, says: { el: 'Η σελίδα της διαδικασίας.', en: 'The page of the process.' } },
] as const satisfies readonly DatasetField[];
