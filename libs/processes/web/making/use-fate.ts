import { useState } from 'react';
import type { Problem } from '@isegoria/ui/web';
import type { Fate, Refused } from './process-acts';

const none: readonly Problem[] = [];

/** What is wrong with a form, and why its last press was refused. `take` says whether an answer lets one go on. */
export function useFate() {
  const [problems, setProblems] = useState(none);
  const [refused, setRefused] = useState<Refused | null>(null);
  const take = (answer: Fate): answer is Extract<Fate, { __typename: 'Process' }> => {
    setProblems(answer.__typename === 'Invalid' ? answer.problems : none);
    setRefused(answer.__typename === 'Invalid' || answer.__typename === 'Process' ? null : answer);
    return answer.__typename === 'Process';
  };
  return { problems, refused, setProblems, take };
}
