import { useFate as useFateOf, useWords, type WordsOfSlice } from '@isegoria/ui/web';

/** Why an act did not go through, in the reader's words. */
export function refusalText({ t, has }: WordsOfSlice, reason: string): string {
  return has(`refused.${reason}`) ? t(`refused.${reason}`) : t('failed');
}

/** Where a small form stands, in the words of meetings. */
export function useFate() {
  const words = useWords('meetings');
  return useFateOf((reason) => refusalText(words, reason));
}
