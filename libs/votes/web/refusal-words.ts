import type { WordsOfSlice } from '@isegoria/ui/web';
import type { Refused } from './deliver';

/** Why a press did not count, in the reader's words. */
export function refusalWords({ t, d }: WordsOfSlice, refused: Refused): string {
  const key = `refusal.${refused.__typename}`;
  if (refused.__typename === 'NotOpenYet') return t(key, { at: d(refused.opensAt, 'moment') });
  if (refused.__typename === 'BallotClosed') return t(key, { at: d(refused.closedAt, 'moment') });
  if (refused.__typename === 'TooMany') return t(key, { count: refused.retryAfterSeconds });
  if (refused.__typename === 'NotEntitled') return t(`who.reason.${refused.reason}`);
  return t(key);
}
