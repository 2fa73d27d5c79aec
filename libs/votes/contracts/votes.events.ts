import type { Subject } from '@isegoria/kernel/contracts';
import type { BallotKind, OptionCount } from './votes.gen';

/** A ballot was counted anew. Says how it stands now, not what was added: hearing it twice, or out of order by `seq`, does no harm. */
export interface BallotCounted {
  ballotId: string;
  subject: Subject;
  kind: BallotKind;
  voters: number;
  counts: Pick<OptionCount, 'questionId' | 'optionId' | 'count'>[];
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
  counts: { questionId: string; optionId: string; count: number }[];
  seq: number;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'ballot.counted': BallotCounted;
  }
}
