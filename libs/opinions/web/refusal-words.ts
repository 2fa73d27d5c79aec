import type { WordsOfSlice } from '@isegoria/ui/web';

/** Why an act did not go through, in the reader's words. */
export function refusalWords({ t, has }: WordsOfSlice, answer: { __typename: string; reason?: string; retryAfterSeconds?: number }): string {
  if (answer.__typename === 'TooMany') return t('refused.tooMany', { count: Math.max(1, Math.ceil((answer.retryAfterSeconds ?? 60) / 60)) });
  const key = `refused.${answer.reason ?? 'other'}`;
  return t(has(key) ? key : 'refused.other');
}
