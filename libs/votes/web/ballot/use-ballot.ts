import { announce, askToSignIn, type ResultOf, useGraph, useKept, useWords } from '@isegoria/ui/web';
import type { FieldProblem } from '@isegoria/kernel/contracts';
import { type Answer, padded, seal, wrongAnswer, writtenAll } from '@isegoria/votes/contracts';
import { useRef, useState } from 'react';
import { deliver, type Delivery, type Refused } from '../deliver';
import { BallotOf, MyVotes } from '../documents';

/** A ballot as its form knows it. */
export type BallotOnPage = NonNullable<ResultOf<typeof BallotOf>['ballot']>;
export type QuestionOnPage = BallotOnPage['questions'][number];

/** What a reader is doing with one ballot. */
export interface Voting {
  answers: readonly Answer[];
  /** Whether they have voted before: a sealed ballot lies in the box, or answers stand. Undefined until it is known. */
  hasVoted: boolean | undefined;
  /** What is wrong with the paper. */
  problem: FieldProblem | null;
  refused: Refused | null;
  pending: boolean;
  /** The last press counts. */
  isCast: boolean;
  choose(answers: readonly Answer[]): void;
  cast(): void;
  /** Back to the paper, after it was cast. */
  again(): void;
}

const none: readonly Answer[] = [];

/** One reader's paper: kept in this tab until it is cast, then forgotten; sealed in this browser where the ballot is. */
export function useVoting(ballot: BallotOnPage, onCast?: () => void): Voting {
  const { t } = useWords('votes');
  const { id } = ballot;
  const mine = useGraph(MyVotes, { ballotIds: [id] });
  const [draft, setDraft, forget] = useKept<readonly Answer[] | null>(`ballot:${id}`, null);
  const [state, setState] = useState<Pick<Voting, 'problem' | 'refused' | 'pending' | 'isCast'>>(still);
  // The same paper keeps its nonce and its seal through every retry, so that it counts once.
  const sent = useRef<Delivery | null>(null);
  const standing = mine.data?.myVotes[0];
  const answers = draft ?? standing?.answers.map(plain) ?? none;

  async function cast(): Promise<void> {
    const problem = wrongAnswer(ballot.questions, answers);
    if (problem) return setState({ ...still, problem });
    setState({ ...still, pending: true });
    const delivery = (sent.current ??= await deliveryOf(ballot, answers));
    const fate = await deliver(id, delivery);
    if (fate?.__typename !== 'lost' && fate?.__typename !== 'NotKept') sent.current = null;
    if (fate === null) askToSignIn();
    if (fate?.__typename !== 'VoteCast') return setState({ ...still, refused: fate });
    forget();
    setState({ ...still, isCast: true });
    announce(t('ballot.isIn'));
    onCast?.();
    await mine.refetch();
  }

  return {
    ...state,
    answers,
    hasVoted: mine.pending ? undefined : standing !== undefined && (standing.isSealed || standing.answers.length > 0),
    choose: (chosen) => {
      sent.current = null;
      setDraft(chosen);
      setState(still);
    },
    cast: () => void cast(),
    again: () => setState(still),
  };
}

const still = { problem: null, refused: null, pending: false, isCast: false };

/** What leaves this browser. Of a sealed ballot that is nothing that anybody could read. */
export async function deliveryOf({ id, secrecy, questions, box }: BallotOnPage, answers: readonly Answer[]): Promise<Delivery> {
  const nonce = crypto.randomUUID();
  if (secrecy !== 'sealed') return { answers, nonce };
  if (!box?.publicKey) throw new Error(`The box of ${id} has no key.`);
  return { answers: [], nonce, sealed: await seal({ ballotId: id, publicKey: box.publicKey }, padded(writtenAll(questions, answers), box.size)) };
}

function plain({ questionId, optionId, points }: Answer): Answer {
  return typeof points === 'number' ? { questionId, optionId, points } : { questionId, optionId };
}
