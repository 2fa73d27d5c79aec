import type { Subject } from '@isegoria/kernel/contracts';
import type { BallotKind, BoxResult, OptionCount } from './votes.gen';

/** A ballot was counted anew. Says how it stands now, not what was added: hearing it twice, or out of order by `seq`, does no harm. */
export interface BallotCounted {
  ballotId: string;
  subject: Subject;
  kind: BallotKind;
  voters: number;
  counts: Omit<OptionCount, '__typename'>[];
  /** The number in the log up to which it was counted. It only grows. */
  seq: number;
  /** Citizens who came to support the subject since the last time; always empty for secret kinds. */
  joined: string[];
  /** Citizens who took their support back; always empty for secret kinds. */
  left: string[];
}

/** What a room hears under the name `tally`: enough to draw the count without asking. */
export interface TallyDelta {
  ballotId: string;
  voters: number;
  counts: { questionId: string; optionId: string; count: number; points?: number | null; first?: number | null }[];
  seq: number;
}

/** A sealed box was opened: its ballots are published and counted. Comes once or several times, always saying the same. */
export interface BallotOpened {
  ballotId: string;
  subject: Subject;
  kind: BallotKind;
  result: Omit<BoxResult, '__typename'>;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'ballot.counted': BallotCounted;
    'ballot.opened': BallotOpened;
  }
}
