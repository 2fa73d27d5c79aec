import { Injectable } from '@nestjs/common';
import type { Citizen } from '@isegoria/identity/contracts';
import type { VotingRight } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { Ballots } from '../ballots/ballots.service';
import { CityClock } from '../city-clock';
import { Voters } from './voters';
import { notAsked } from '../votes.rules';

/** Whether somebody may vote, before they try: by the very rules that a cast is judged by. */
@Injectable()
export class VotingRights {
  constructor(
    private readonly ballots: Ballots,
    private readonly voters: Voters,
    private readonly clock: CityClock,
  ) {}

  async of(citizen: Citizen | null, ballotId: string): Promise<VotingRight> {
    const reason = await this.reason(citizen, ballotId);
    return { ballotId, mayVote: reason === null, reason };
  }

  private async reason(citizen: Citizen | null, ballotId: string): Promise<string | null> {
    const ballot = await this.ballots.find(ballotId);
    if (!ballot || !citizen) return 'sign_in';
    const refused = notAsked(ballot, await this.voters.on(ballot, citizen), this.clock.now());
    if (refused?.__typename === 'NotEntitled') return refused.reason;
    if (refused?.__typename === 'Unconfirmed') return 'unconfirmed';
    if (refused) return citizen.districtId === null ? 'no_district' : 'district';
    return (await this.hasVotedElsewhere(ballot, citizen)) ? 'elsewhere' : null;
  }

  private async hasVotedElsewhere(ballot: Ballot, citizen: Citizen): Promise<boolean> {
    const name = this.voters.nameIn(ballot._id, await this.voters.boxOf(ballot), citizen);
    return name !== null && (await this.voters.channelOf(ballot, name)) !== undefined;
  }
}
