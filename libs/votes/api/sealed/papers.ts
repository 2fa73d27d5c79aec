import { Injectable } from '@nestjs/common';
import { type Answer, answerOf } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { Ballots } from '../ballots/ballots.service';
import { CityClock } from '../city-clock';
import { completeAt } from './last-votes';
import { OpenedBallots } from './opened-ballots';
import { ProjectionStore } from '../count/projection-store';
import { secrecyOf } from '../ballots/secrecy';
import { VotesJobs } from '../votes.jobs';

/** One person's vote without the person: what whoever counts by rules of their own needs. */
export interface Paper {
  answers: Answer[];
  channel: 'online' | 'desk' | 'paper' | 'phone';
  /** Where the voter lives, where the ballot keeps that. Sums over it are shown by the rule of `smallestGroup` alone. */
  district: string | null;
}

/** The votes of a ballot that is over, as papers. */
@Injectable()
export class Papers {
  constructor(
    private readonly ballots: Ballots,
    private readonly store: ProjectionStore,
    private readonly opened: OpenedBallots,
    private readonly jobs: VotesJobs,
    private readonly clock: CityClock,
  ) {}

  /** Every paper that counts, ordered by what is on it, so that the order tells nothing; null while votes may still come in, or the box is not opened. */
  async of(ballotId: string): Promise<Paper[] | null> {
    const ballot = await this.ballots.find(ballotId);
    if (!ballot?.closesAt || (await this.clock.sure()) < completeAt(ballot.closesAt)) return null;
    // Now the log has them all: once it is counted as far as it goes, what is counted is final.
    await this.jobs.catchUp();
    const kept = secrecyOf(ballot) === 'sealed' ? await this.opened.of(ballotId) : await this.counted(ballot);
    return kept && kept.map(({ answers, channel, district }) => ({ answers, channel: channel ?? 'online' as const, district: district ?? null, key: answers.join(' ') }))
      .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
      .map(({ answers, channel, district }) => ({ answers: answers.map(answerOf), channel, district }));
  }

  /** What is on the votes of a secret ballot as last counted, over or not; of a sealed one nothing. For who keeps more beside the count, and looks for what is missing there. */
  async counting(ballotId: string): Promise<Answer[][]> {
    const ballot = await this.ballots.find(ballotId);
    if (!ballot || secrecyOf(ballot) === 'sealed') return [];
    return (await this.counted(ballot)).map(({ answers }) => answers.map(answerOf));
  }

  private async counted({ _id }: Ballot): Promise<{ answers: string[]; channel?: 'desk' | 'paper' | 'phone'; district?: string }[]> {
    const { generation } = await this.store.checkpoint();
    const votes = await this.store.votesOn(generation, _id);
    return votes.filter(({ answers }) => answers.length > 0);
  }
}
