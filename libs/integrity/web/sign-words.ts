import type { Tone, WordsOfSlice } from '@isegoria/ui/web';
import type { ListedSign } from './documents';

const hourMs = 3_600_000;

export const toneOf: Record<ListedSign['finding'], Tone> = { silent: 'neutral', examining: 'sun', explained: 'olive', unexplained: 'terracotta' };

/** What a sign says, in a sentence or two about numbers. */
export function saidBy({ t }: Pick<WordsOfSlice, 't'>, { kind, from, to, supports, peak, expected, fresh, usualPercent }: Omit<ListedSign, 'id' | 'about' | 'finding'>): string {
  if (kind === 'newcomers') return `${t('says.newcomers', { count: supports, fresh })} ${t('says.usual', { usual: usualPercent })}`;
  const hours = Math.round((Date.parse(to) - Date.parse(from)) / hourMs);
  if (hours === 1) return t('says.hour', { peak, expected });
  return `${t('says.burst', { count: supports, hours: t('says.hours', { count: hours }) })} ${t('says.peak', { peak, expected })}`;
}

/** When it was: the day, and of a burst the hours. */
export function whenOf({ d }: Pick<WordsOfSlice, 'd'>, { kind, from, to }: Pick<ListedSign, 'kind' | 'from' | 'to'>): string {
  return kind === 'burst' ? stretch({ d }, from, to) : d(from);
}

/** A stretch of time by the city's clock; of one day the day once. */
export function stretch({ d }: Pick<WordsOfSlice, 'd'>, from: string, to: string): string {
  const end = d(from) === d(to) ? d(to, 'time') : `${d(to, 'short')}, ${d(to, 'time')}`;
  return `${d(from, 'short')}, ${d(from, 'time')} – ${end}`;
}
