import { useState } from 'react';
import { announce } from '../announce';
import type { Problem } from '../forms/form-context';

/** What became of an act: what is wrong with its form, or why it may not be. */
type Fate = { __typename: string; problems?: readonly Problem[]; reason?: string; retryAfterSeconds?: number } | null | undefined;

/** Where a small form stands, with the slice's own sentence for each reason (`tooMany` where it was pressed too often). `take` answers whether its act went through, and says so. */
export function useFate(refusal: (reason: string) => string) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (fate: Fate, said: string): boolean => {
    setProblems(fate?.problems ?? []);
    const reason = fate?.reason ?? (fate?.retryAfterSeconds === undefined ? null : 'tooMany');
    setRefused(reason === null ? null : refusal(reason));
    const isDone = Boolean(fate) && !fate?.problems && reason === null;
    if (isDone) announce(said);
    return isDone;
  };
  return { problems, setProblems, refused, take };
}
