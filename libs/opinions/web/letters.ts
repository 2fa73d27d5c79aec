import type { WordsOfSlice } from '@isegoria/ui/web';

/** A group's letter in the reader's alphabet: Α, Β, Γ … */
export const letterOf = ({ t }: Pick<WordsOfSlice, 't'>, group: number): string => t('map.letters').split(' ')[group] ?? String(group + 1);

export const shareOf = ({ n }: Pick<WordsOfSlice, 'n'>, share: number): string => n(share, { style: 'percent', maximumFractionDigits: 0 });
