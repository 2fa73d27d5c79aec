import { useGraph, useWords } from '@isegoria/ui/web';
import { RequestTotalsDocument } from '../totals-document';

/** How the city stands, in a sentence or two. */
export function TotalsLine() {
  const { t } = useWords('requests');
  const totals = useGraph(RequestTotalsDocument, {}, { staleMs: 60_000 }).data?.requestTotals;
  if (!totals) return t('list.lead');
  const { submitted, fixed, open, overdue, medianDays } = totals;
  return [
    t('totals.month', { submitted: t('totals.submitted', { count: submitted }), fixed: t('totals.fixed', { count: fixed }) }),
    t('totals.open', { count: open }) + (overdue > 0 ? t('totals.overdue', { count: overdue }) : '') + '.',
    medianDays !== null && t('totals.median', { count: medianDays }),
  ]
    .filter(Boolean)
    .join(' ');
}
