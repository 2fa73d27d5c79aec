import type { WordsOfSlice } from '@isegoria/ui/web';
import type { NotAgreed } from './documents';

/** Why an act did not go through, in the reader's words. */
export function refusalWords({ t, has }: WordsOfSlice, answer: { __typename: string; reason?: string; retryAfterSeconds?: number }): string {
  if (answer.__typename === 'TooMany') return t('refused.tooMany', { count: Math.max(1, Math.ceil((answer.retryAfterSeconds ?? 60) / 60)) });
  const key = `refused.${answer.reason ?? 'comment'}`;
  return t(has(key) ? key : 'refused.comment');
}

/** Why an agreement was not written, in the words of votes: it is one. */
export function whyNotAgreed({ t, d }: WordsOfSlice, refused: NotAgreed): string {
  const key = `votes:refusal.${refused.__typename}`;
  switch (refused.__typename) {
    case 'NotOpenYet':
      return t(key, { at: d(refused.opensAt) });
    case 'BallotClosed':
      return t(key, { at: d(refused.closedAt) });
    case 'TooMany':
      return t(key, { count: refused.retryAfterSeconds });
    case 'NotEntitled':
      return t(`votes:who.reason.${refused.reason}`);
    default:
      return t(key);
  }
}
