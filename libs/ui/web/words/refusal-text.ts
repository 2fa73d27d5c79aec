import type { WordsOfSlice } from './use-words';

/** Why an act did not go through, in the reader's words: the slice's `refused.REASON`, else its `failed`. */
export function refusalText({ t, has }: WordsOfSlice, reason: string): string {
  return has(`refused.${reason}`) ? t(`refused.${reason}`) : t('failed');
}
