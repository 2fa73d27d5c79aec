import { daysUntil } from '@isegoria/kernel/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedSurvey } from './listed-document';

type Status = ListedSurvey['status'];

const tones: Record<Status, Tone> = { draft: 'neutral', announced: 'aegean', open: 'sun', closed: 'sun', reported: 'olive', withdrawn: 'neutral' };

/** Where a survey stands, and until when: when it opens, when it closes, when the report is due or that it is late. */
export function StatusTag({ status, opensAt, closesAt, reportDueAt }: Pick<ListedSurvey, 'status' | 'opensAt' | 'closesAt' | 'reportDueAt'>) {
  const { t, d } = useWords('surveys');
  if (status === 'announced' && opensAt) return <Tag tone="aegean">{t('status.opens', { date: d(opensAt, 'short') })}</Tag>;
  if (status === 'open' && closesAt) return <Tag tone="sun">{t('status.closes', { date: d(closesAt, 'short') })}</Tag>;
  if (status === 'closed' && reportDueAt) {
    const isLate = daysUntil(new Date(reportDueAt), new Date()) < 0;
    return <Tag tone={isLate ? 'terracotta' : 'sun'}>{isLate ? t('status.late') : t('status.due', { date: d(reportDueAt, 'short') })}</Tag>;
  }
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;
}
