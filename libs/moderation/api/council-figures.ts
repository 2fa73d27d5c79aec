import type { CouncilFigure } from '@isegoria/kernel/api';
import type { PublicLog } from './public-log.service';

/** What the council sees of moderation: is it fair, and is it quick. */
export function moderationFigure(log: PublicLog): CouncilFigure {
  return {
    id: 'moderation-months',
    chapter: 'fairness',
    order: 80,
    title: { el: 'Πόσο γρήγορα και πόσο δίκαια εποπτεύουμε', en: 'How quickly and how fairly we moderate' },
    note: {
      el: 'Αποφάσεις ανά μήνα. Διάμεσος: οι μισές υποθέσεις κρίθηκαν σε λιγότερες ώρες. Κάθε ένσταση την κρίνει άλλος επόπτης.',
      en: 'Decisions by month. Median: half of the cases were decided within fewer hours. Every objection is decided by another moderator.',
    },
    chart: 'bars',
    columns: [
      { key: 'month', label: { el: 'Μήνας', en: 'Month' }, type: 'text' },
      { key: 'cases', label: { el: 'Υποθέσεις', en: 'Cases' }, type: 'number' },
      { key: 'hidden', label: { el: 'Αποκρύψεις', en: 'Hidden' }, type: 'number' },
      { key: 'returned', label: { el: 'Επιστροφές', en: 'Sent back' }, type: 'number' },
      { key: 'objections', label: { el: 'Ενστάσεις', en: 'Objections' }, type: 'number' },
      { key: 'reversed', label: { el: 'Ανατράπηκαν', en: 'Reversed' }, type: 'number' },
      { key: 'medianHours', label: { el: 'Διάμεσος (ώρες)', en: 'Median (hours)' }, type: 'number' },
    ],
    async rows() {
      const months = await log.months();
      return [...months].reverse().map(({ month, cases, hidden, returned, objections, reversed, medianHours }) => (
        { month, cases, hidden, returned, objections, reversed, medianHours: medianHours ?? null }
      ));
    },
  };
}
