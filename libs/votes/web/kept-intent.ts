import type { Answers } from './use-my-vote';

/** One press: what was chosen, and the nonce under which it counts once. */
export interface Press {
  answers: Answers;
  nonce: string;
}

const longestMs = 30 * 60_000;
const keyOf = (ballotId: string) => `isegoria.vote.${ballotId}`;

/** Keeps a visitor's press in this tab while they sign in. */
export function keepIntent(ballotId: string, press: Press): void {
  sessionStorage.setItem(keyOf(ballotId), JSON.stringify({ ...press, at: Date.now() }));
}

/** The press that was kept for this ballot, once; null when there is none or it was long ago. */
export function takeIntent(ballotId: string): Press | null {
  const text = sessionStorage.getItem(keyOf(ballotId));
  if (!text) return null;
  sessionStorage.removeItem(keyOf(ballotId));
  const kept: unknown = JSON.parse(text);
  return isPress(kept) && Date.now() - kept.at < longestMs ? { answers: kept.answers, nonce: kept.nonce } : null;
}

function isPress(kept: unknown): kept is Press & { at: number } {
  return typeof kept === 'object' && kept !== null && 'answers' in kept && Array.isArray(kept.answers) && 'nonce' in kept && typeof kept.nonce === 'string' && 'at' in kept;
}
