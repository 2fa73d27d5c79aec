import type { WordsOfSlice } from '@isegoria/ui/web';
import { bold } from './bold';

const hour = 3_600_000;
const day = 24 * hour;

/** How long something still lasts, as people say it, with the figure marked: «κλείνει σε <b>5 ημέρες</b>». */
export function closing(closesAt: string, words: WordsOfSlice, now = Date.now()) {
  return left('closes', closesAt, words, now);
}

/** How long until something begins. */
export function opening(opensAt: string, words: WordsOfSlice, now = Date.now()) {
  return left('opens', opensAt, words, now);
}

function left(verb: 'closes' | 'opens', at: string, { rich }: WordsOfSlice, now: number) {
  const ms = new Date(at).getTime() - now;
  const marks = { b: bold };
  if (ms < hour) return rich(`${verb}.soon`, marks);
  if (ms < 2 * day) return rich(`${verb}.hours`, marks, { count: Math.round(ms / hour) });
  return rich(`${verb}.days`, marks, { count: Math.round(ms / day) });
}
