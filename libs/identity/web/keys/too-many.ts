import type { WordsOfSlice } from '@isegoria/ui/web';

/** What is said to whoever tried a key or a code too often. */
export const tooMany = (t: WordsOfSlice['t'], seconds: unknown = 60): string => t('secondStep.tooMany', { count: Math.ceil(Number(seconds) / 60) });
