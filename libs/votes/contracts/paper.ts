import { utf8ToBytes } from '@isegoria/ledger/contracts';
import type { Question } from './forms.rules';

/**
 * What stands on a ballot before it is sealed: its answers, each as the log would keep it, a line each, and blanks up to the
 * box's size, so that a sealed ballot's length tells nothing. An empty ballot takes a vote back.
 */
export function padded(answers: readonly string[], size: number): Uint8Array {
  const text = utf8ToBytes(answers.join('\n'));
  if (text.length > size) throw new Error(`A ballot of ${text.length} bytes does not fit into ${size}.`);
  const bytes = new Uint8Array(size).fill(32);
  bytes.set(text);
  return bytes;
}

/** The answers on an opened ballot, as they stand there: whether they follow the rules is another question. */
export function unpadded(bytes: Uint8Array): string[] {
  const text = new TextDecoder().decode(bytes).trimEnd();
  return text === '' ? [] : text.split('\n');
}

/** How large a ballot of these questions must be to take every answer that the rules allow, in steps of 64 bytes. */
export function paperSize(questions: readonly Question[]): number {
  const longest = questions.map(longestAnswer).reduce((sum, length) => sum + length, 0);
  return Math.max(64, Math.ceil(longest / 64) * 64);
}

function longestAnswer({ id, options, form = 'single', most, points }: Question): number {
  const mark = form === 'points' ? 1 + String(points ?? 0).length : form === 'ranking' ? 1 + String(options.length).length : 0;
  const lengths = options.map((option) => id.length + 1 + option.length + mark + 1).sort((a, b) => b - a);
  return lengths.slice(0, form === 'single' ? 1 : (most ?? options.length)).reduce((sum, length) => sum + length, 0);
}
