import { Injectable } from '@nestjs/common';
import type { Citizen } from '@isegoria/identity/contracts';
import type { VotingRight } from '@isegoria/votes/contracts';
import { Ballots } from './ballots.service';
import { Boxes } from './boxes.service';
import { Electorates } from './electorates.service';
import { ProjectionStore } from './projection-store';
import { secrecyOf } from './secrecy';
import { CityClock } from './city-clock';
import { voteId, voterKey } from './voter-key';
import { notAsked } from './votes.rules';

/** Whether somebody may vote, before they try: by the very rules that a cast is judged by. */
@Injectable()
export class VotingRights {
  constructor(
    private readonly ballots: Ballots,
    private readonly boxes: Boxes,
    private readonly electorates: Electorates,
    private readonly store: ProjectionStore,
    private readonly clock: CityClock,
  ) {}

  async of(citizen: Citizen | null, ballotId: string): Promise<VotingRight> {
    const reason = await this.reason(citizen, ballotId);
    return { ballotId, mayVote: reason === null, reason };
  }

  private async reason(citizen: Citizen | null, ballotId: string): Promise<string | null> {
    const ballot = await this.ballots.find(ballotId);
    if (!ballot || !citizen) return 'sign_in';
    const isListed = ballot.electorate?.list ? await this.electorates.isOn(ballot.electorate.list, citizen.personId) : true;
    const refused = notAsked(ballot, { ...citizen, isListed }, this.clock.now());
    if (refused?.__typename === 'NotEntitled') return refused.reason;
    if (refused) return refused.__typename === 'Unconfirmed' ? 'unconfirmed' : 'district';
    return ballot.channels?.length && (await this.hasVotedElsewhere(ballotId, secrecyOf(ballot) === 'sealed', citizen)) ? 'elsewhere' : null;
  }

  private async hasVotedElsewhere(ballotId: string, isSealed: boolean, { personId }: Citizen): Promise<boolean> {
    const box = isSealed ? await this.boxes.find(ballotId) : null;
    const voter = box ? this.boxes.nameOf(box, personId) : voterKey(personId, ballotId);
    if (voter === null) return false;
    const id = voteId(ballotId, voter);
    const { generation } = await this.store.checkpoint();
    return (await this.store.votes(generation, [id])).get(id)?.channel !== undefined;
  }
}
