import type { WordsOfSlice } from '@isegoria/ui/web';
import type { RowShown } from '../documents';

type Words = Pick<WordsOfSlice, 't' | 'has'>;

/** What of a case its name is made of. */
export type Named = Pick<RowShown, 'kind' | 'item' | 'title' | 'alignment'>;

const minute = 60_000;

/** What a case is called: what kind of contribution it is, and on what. */
export function caseName(words: Pick<WordsOfSlice, 't' | 'has' | 'lt'>, row: Named): string {
  return nameWith(words, row, words.lt(row.title));
}

/** The same with something else in the title's place. */
export function nameWith({ t, has }: Words, { kind, item, alignment }: Named, title: string): string {
  if (item.kind === 'comment') return t(`row.${alignment && has(`row.${alignment}`) ? alignment : 'comment'}`, { title });
  if (item.kind === 'proposal') return t(kind === 'waiting' ? 'row.proposalWaiting' : 'row.proposal', { title });
  return t(`row.${has(`row.${item.kind}`) ? item.kind : 'other'}`, { title });
}

/** How long somebody has waited, in few letters. */
export function waited({ t }: Words, since: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - new Date(since).getTime()) / minute));
  if (minutes < 60) return t('row.minutes', { count: minutes });
  if (minutes < 24 * 60) return t('row.hours', { count: Math.floor(minutes / 60) });
  return t('row.days', { count: Math.floor(minutes / (24 * 60)) });
}

/** The short name of a rule. */
export function ruleName({ t, has }: Words, rule: number): string {
  return has(`rule.${rule}`) ? t(`rule.${rule}`) : String(rule);
}

/** What kind of contribution something is, for the log. */
export function kindName({ t, has }: Words, kind: string): string {
  return t(has(`kind.${kind}`) ? `kind.${kind}` : 'kind.other');
}

/** Whole minutes until a moment, at least nought. */
export function minutesLeft(until: string, now: number): number {
  return Math.max(0, Math.ceil((new Date(until).getTime() - now) / minute));
}

/** A word at the beginning of a line. */
export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
