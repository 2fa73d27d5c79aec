import { Injectable } from '@nestjs/common';
import { Events } from '@isegoria/kernel/api';
import { Follows } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Tally, TallyDelta } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { Ballots } from '../ballots/ballots.service';
import type { Supporter } from './counting';
import type { News } from './projection-store';
import { Tallies } from './tallies.service';

/** Tells what was counted: the subject's room, the slices that wait for it, and the list of who follows the subject. */
@Injectable()
export class Herald {
  constructor(
    private readonly ballots: Ballots,
    private readonly tallies: Tallies,
    private readonly announcer: Announcer,
    private readonly events: Events,
    private readonly follows: Follows,
  ) {}

  /** May tell the same twice. What it says is how things stand, so that the second time does no harm. */
  async tell({ ballots: ids, joined, left }: News): Promise<void> {
    const [ballots, tallies] = await Promise.all([this.ballots.standing(ids), this.tallies.fresh(ids)]);
    // Rooms first, and all together: somebody is looking at them.
    const counted = ids.flatMap((id) => standing(ballots.get(id), tallies.get(id)));
    await Promise.all(counted.map(({ ballot, tally }) => this.announcer.announce(ballot.subject, 'tally', delta(tally))));
    for (const { ballot, tally } of counted) {
      const came = citizensOf(joined, ballot._id);
      const went = citizensOf(left, ballot._id);
      if (came.length > 0) await this.follows.followMany(came, ballot.subject, 'support');
      if (went.length > 0) await this.follows.release(went, ballot.subject, 'support');
      await this.events.publish('ballot.counted', { ...delta(tally), subject: ballot.subject, kind: ballot.kind, joined: came, left: went });
    }
  }
}

function standing(ballot: Ballot | undefined, tally: Tally | undefined) {
  return ballot && tally ? [{ ballot, tally }] : [];
}

function delta({ ballotId, voters, counts, seq }: Tally): TallyDelta {
  return { ballotId, voters, counts, seq };
}

function citizensOf(supporters: Supporter[], ballotId: string): string[] {
  return supporters.filter((supporter) => supporter.ballotId === ballotId).map(({ citizenId }) => citizenId);
}
