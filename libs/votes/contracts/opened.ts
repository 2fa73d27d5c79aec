import { type Answer, answerOf, writtenAll } from './answers';
import { type Question, wrongAnswer } from './forms.rules';
import { unpadded } from './paper';

/** A ballot as it came out of a box. */
export interface OpenedPaper {
  fate: 'valid' | 'invalid' | 'blank';
  /** What stands on it, word for word; nothing of an invalid one, for its words might be a mark by which a buyer finds what he paid for. */
  answers: string[];
}

export const invalidPaper: OpenedPaper = { fate: 'invalid', answers: [] };

/** What an opened paper says under the ballot's rules. Whoever opens a box and whoever audits one read by this. */
export function readPaper(questions: readonly Question[], paper: Uint8Array): OpenedPaper {
  const lines = unpadded(paper);
  if (lines.length === 0) return { fate: 'blank', answers: [] };
  const answers: Answer[] = lines.map(answerOf);
  const isRight = wrongAnswer(questions, answers) === null && writtenAll(questions, answers).join('\n') === lines.join('\n');
  return isRight ? { fate: 'valid', answers: lines } : invalidPaper;
}

/** The opened ballots as they are published: a line each, by their random ids. The list's SHA-256 stands in the ledger. */
export function openedList(ballots: readonly ({ ballot: string } & OpenedPaper)[]): string {
  const ordered = [...ballots].sort((a, b) => (a.ballot < b.ballot ? -1 : 1));
  return ordered.map(({ ballot, fate, answers }) => `${JSON.stringify({ ballot, fate, answers })}\n`).join('');
}
