import { oneLine, plain } from '@isegoria/kernel/api';
import { comparable } from './similar/similarity';

/** The written part of a proposal, ready to be stored, with what it is found by. */
export function written(title: string, text: string) {
  const line = oneLine(title);
  const body = plain(text);
  return { title: line, text: body, ...comparable(line, body) };
}
