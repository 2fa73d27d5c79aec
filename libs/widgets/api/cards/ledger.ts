import type { MakeCard } from '../card-maker';

interface Found {
  ledger: { origin: string; size: number; root: string; witnesses: { name: string; size: number | null; at: string | null }[] };
}

const QUERY = 'query WidgetLedger { ledger { origin size root witnesses { name size at } } }';

/** The public log: how many lines, the last signed root, who else has seen it. Its check runs in the reader's browser. */
export const ledgerCard: MakeCard = async ({ ask, t, n, day, platform }) => {
  const found = await ask<Found>(QUERY, {});
  if (!found) return null;
  const { origin, size, root, witnesses } = found.ledger;
  const seen = witnesses.flatMap(({ name, size: confirmed, at }) => (confirmed !== null && at ? [t('ledger.witness', { name, size: confirmed, at: day(at) })] : []));
  return {
    title: t('ledger.title'),
    href: '/ledger',
    lead: [t('ledger.lead', { origin }), ...seen].join(' '),
    figures: [
      { value: n(size), label: t('ledger.size', { count: size }) },
      { value: `${root.slice(0, 10)}…`, label: t('ledger.root') },
    ],
    check: {
      files: `${platform}/ledger/`,
      button: t('ledger.check'),
      pending: t('ledger.pending'),
      failed: t('ledger.failed'),
      broken: t('ledger.broken'),
      unpinned: t('ledger.unpinned', { size: '{{size}}' }),
      pinned: t('ledger.pinned', { size: '{{size}}', before: '{{before}}' }),
    },
  };
};
