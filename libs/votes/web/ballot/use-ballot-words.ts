import { useGraph, useWords } from '@isegoria/ui/web';
import { BallotWordsOf } from '../documents';
import type { BallotLabels } from './ballot-form';

/** The words of a ballot as its owner handed them in; ids where it did not, as on a slip that has only those. */
export function useBallotWords(ballotId: string): BallotLabels {
  const { lt } = useWords('votes');
  const { data } = useGraph(BallotWordsOf, { ballotId }, { enabled: ballotId !== '', staleMs: 600_000 });
  const find = (questionId: string, optionId: string | null) => data?.ballotWords.find((one) => one.questionId === questionId && one.optionId === optionId);
  return {
    question: (id) => {
      const found = find(id, null);
      return found ? lt(found.text) : id;
    },
    option: (questionId, id) => {
      const found = find(questionId, id);
      return { label: found ? lt(found.text) : id, ...(found?.note ? { hint: lt(found.note) } : {}) };
    },
  };
}
