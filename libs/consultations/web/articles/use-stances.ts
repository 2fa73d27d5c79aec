import { type Stance, stanceQuestion, stances } from '@isegoria/consultations/contracts';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { type Casting, useCast, useTally } from '@isegoria/votes/web';
import { useRef } from 'react';
import type { StanceCounts } from './stance-bar';

/** Where people stand on an article, and where the reader does. */
export interface Stances extends Pick<Casting, 'pending' | 'seq' | 'refused'> {
  counts: StanceCounts;
  /** Null: nowhere yet. Undefined: not known yet, or a visitor. */
  mine: Stance | null | undefined;
  take(stance: Stance | null): void;
}

/** The counts of an article, live, with the reader's own press in them at once; while that is on its way, the others' presses wait. */
export function useStances(subject: Subject, initial: StanceCounts): Stances {
  const ballotId = subjectKey(subject);
  const tally = useTally(ballotId);
  const { mine: answers, pending, seq, refused, cast } = useCast(ballotId);
  const mine = answers ? (stances.find((one) => one === answers[0]?.optionId) ?? null) : undefined;
  const counted = tally.isKnown ? countsOf(tally.counts) : initial;
  const before = useRef({ counts: counted, mine });
  const isOurs = pending || (seq !== null && tally.seq < seq);
  if (!isOurs) before.current = { counts: counted, mine };
  return {
    counts: isOurs ? moved(before.current.counts, before.current.mine, mine) : counted,
    mine, pending, seq, refused,
    take: (stance) => cast(stance ? [{ questionId: stanceQuestion, optionId: stance }] : []),
  };
}

function countsOf(counts: readonly { optionId: string; count: number }[]): StanceCounts {
  const of = (name: Stance) => counts.find(({ optionId }) => optionId === name)?.count ?? 0;
  return { agree: of('agree'), withChanges: of('withChanges'), disagree: of('disagree') };
}

function moved(counts: StanceCounts, from: Stance | null | undefined, to: Stance | null | undefined): StanceCounts {
  const next = { ...counts };
  if (from) next[from] = Math.max(0, next[from] - 1);
  if (to) next[to] += 1;
  return next;
}
