import { useState } from 'react';
import { announce } from '../announce';
import { refusalText } from '../words/refusal-text';
import { useWords } from '../words/use-words';
import type { Problem } from './form-context';

/** What became of an act: what is wrong with its form, why it may not be, or that it went through. */
export type Fate = { __typename: string; problems?: readonly Problem[]; reason?: string; retryAfterSeconds?: number } | null | undefined;

/** Where a small form stands: what is wrong with it, and why the city refused it, in the words of its slice. `take` says aloud what was done, and answers whether it went through. */
export function useFate(slice: string) {
  const words = useWords(slice);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (fate: Fate, said: string): boolean => {
    setProblems(fate?.problems ?? []);
    const reason = fate?.reason ?? (fate?.retryAfterSeconds === undefined ? null : 'tooMany');
    setRefused(reason === null ? null : refusalText(words, reason));
    const isDone = Boolean(fate) && !fate?.problems && reason === null;
    if (isDone) announce(said);
    return isDone;
  };
  return { problems, setProblems, refused, take };
}
