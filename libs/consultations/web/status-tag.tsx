import { daysUntil } from '@isegoria/kernel/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedConsultation } from './listed-document';

type Status = ListedConsultation['status'];

const tones: Record<Status, Tone> = { draft: 'neutral', announced: 'aegean', open: 'sun', closed: 'sun', answered: 'olive', adopted: 'olive', withdrawn: 'neutral' };

type StatusTagProps = Pick<ListedConsultation, 'status' | 'opensAt' | 'closesAt' | 'answerDueAt'>;

/** Where a consultation stands, and until when: when it opens, when it closes, when the answer is due or that it is late. */
export function StatusTag({ status, opensAt, closesAt, answerDueAt }: StatusTagProps) {
  const { t, d } = useWords('consultations');
  if (status === 'announced' && opensAt) return <Tag tone="aegean">{t('status.opens', { date: d(opensAt, 'short') })}</Tag>;
  if (status === 'open' && closesAt) return <Tag tone="sun">{t('status.closes', { date: d(closesAt, 'short') })}</Tag>;
  if (status === 'closed' && answerDueAt) {
    const isLate = daysUntil(new Date(answerDueAt), new Date()) < 0;
    return <Tag tone={isLate ? 'terracotta' : 'sun'}>{isLate ? t('status.late') : t('status.due', { date: d(answerDueAt, 'short') })}</Tag>;
  }
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;
}
