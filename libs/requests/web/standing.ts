import type { Sign } from '@isegoria/organisation/web';
import { isEnded, isOpen, type RequestStatus } from '@isegoria/requests/contracts';
import { daysUntil } from '@isegoria/kernel/contracts';
import type { Tone, WordsOfSlice } from '@isegoria/ui/web';

const tones: Record<RequestStatus, Tone> = {
  waiting: 'sun', received: 'sun', acknowledged: 'sun', planned: 'aegean', inProgress: 'aegean', fixed: 'olive', closed: 'neutral', withdrawn: 'neutral', returned: 'terracotta', hidden: 'neutral',
};
export const toneOf = (status: RequestStatus): Tone => tones[status];

/** The signs of the map, in the order of its key. */
export const signs: readonly Sign[] = ['waits', 'moves', 'done', 'over'];
export function signOf(status: RequestStatus): Sign {
  if (status === 'fixed') return 'done';
  if (status === 'planned' || status === 'inProgress') return 'moves';
  return isEnded(status) ? 'over' : 'waits';
}

interface Due {
  status: RequestStatus;
  dueAt: string;
  expectedAt: string | null;
  isOverdue: boolean;
}

/** A question as the name of its answer: its own mark is followed by another one where names stand. */
export const asLabel = (question: string): string => question.replace(/\s*[;;?:]$/, '');

/** When it is to be fixed, as people say it; null once it is ended, or while it has not reached the department. */
export function dueText({ status, dueAt, expectedAt, isOverdue }: Due, { t, d }: WordsOfSlice, now = new Date()): string | null {
  if (!isOpen(status)) return null;
  const day = expectedAt ?? dueAt;
  if (isOverdue) return t('due.late', { date: d(day) });
  if (daysUntil(new Date(day), now) === 0) return t('due.today');
  return t(expectedAt ? 'due.named' : 'due.until', { date: d(day, 'weekday') });
}
