import { existsSync, readFileSync } from 'node:fs';

/** The last lines of a log, set off from the sentence before them. */
export function tailOf(log, lines = 8) {
  if (!existsSync(log)) return '';
  const last = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines);
  return last.join('') ? `\n  ${last.join('\n  ')}` : '';
}
