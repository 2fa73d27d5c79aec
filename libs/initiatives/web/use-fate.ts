import { announce, type Problem, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { refusalText } from './refusal-text';

/** What became of an act: what is wrong with its form, or why it may not be. */
type Fate = { __typename: string; problems?: readonly Problem[]; reason?: string; retryAfterSeconds?: number } | null | undefined;

/** Where a small form stands. `take` answers whether its act went through, and says so. */
export function useFate() {
  const words = useWords('initiatives');
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
