import { daysUntil } from '@isegoria/kernel/contracts';
import { Tag, type Tone, useWords } from '@isegoria/ui/web';
import type { ListedProposal } from './proposals-document';

const tones: Record<ListedProposal['status'], Tone> = {
  DRAFT: 'neutral', WAITING: 'sun', OPEN: 'sun', UNDER_EVALUATION: 'neutral', ACCEPTED: 'olive', REJECTED: 'terracotta',
  IMPLEMENTED: 'olive', MERGED: 'aegean', WITHDRAWN: 'neutral', RETURNED: 'terracotta', HIDDEN: 'neutral',
};

export interface StatusTagProps extends Pick<ListedProposal, 'status' | 'answerDueAt'> {
  answer: { nextStepAt: string | null } | null;
  long?: boolean;
}

/** Where a proposal stands. While it waits for its answer, that is until when; it is late once the day is over. */
export function StatusTag({ status, answerDueAt, answer, long = false }: StatusTagProps) {
  const { t, d } = useWords('proposals');
  const until = awaited({ status, answerDueAt, answer });
  if (until && daysUntil(until, new Date()) >= 0) return <Tag tone="sun">{t(long ? 'status.dueLong' : 'status.due', { date: d(until, 'short') })}</Tag>;
  if (until && status === 'OPEN') return <Tag tone="terracotta">{t('status.late')}</Tag>;
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;
}

/** The day on which people may expect an answer: the one promised to all, or the one that the department has named. */
export function awaited({ status, answerDueAt, answer }: StatusTagProps): Date | null {
  const day = status === 'OPEN' ? answerDueAt : status === 'UNDER_EVALUATION' ? (answer?.nextStepAt ?? null) : null;
  return day ? new Date(day) : null;
}
