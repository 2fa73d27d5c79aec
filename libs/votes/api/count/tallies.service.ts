import { Injectable } from '@nestjs/common';
import type { Tally } from '@isegoria/votes/contracts';
import { Ballots } from '../ballots/ballots.service';
import { CityClock } from '../city-clock';
import type { Sums } from './counting';
import { OpenedBallots } from '../sealed/opened-ballots';
import { ProjectionStore } from './projection-store';
import { ShortMemory } from '../short-memory';
import { shownTally, waitingTally, waitsForEnd } from './shown-tally';

const memoryMs = 1000;

/** How ballots stand, for everyone who shows it. Up to a second old; a hundred thousand readers are one read a second. */
@Injectable()
export class Tallies {
  private readonly memory = new ShortMemory<Tally>(memoryMs, (ids) => this.read(ids));

  constructor(
    private readonly store: ProjectionStore,
    private readonly opened: OpenedBallots,
    private readonly ballots: Ballots,
    private readonly clock: CityClock,
  ) {}

  /** The tallies by ballot. A ballot that nobody voted on stands at nought; options that nobody chose are left out. */
  async of(ballotIds: readonly string[]): Promise<Map<string, Tally>> {
    const known = await this.memory.of(ballotIds);
    return new Map(ballotIds.map((ballotId) => [ballotId, known.get(ballotId) ?? { ballotId, voters: 0, counts: [], channels: [], seq: 0 }]));
  }

  /** The same, as it stands this moment. */
  async fresh(ballotIds: readonly string[]): Promise<Map<string, Tally>> {
    for (const ballotId of ballotIds) this.memory.forget(ballotId);
    return this.of(ballotIds);
  }

  private async read(ids: string[]): Promise<Map<string, Tally>> {
    const { generation } = await this.store.checkpoint();
    const found = await this.store.tallies(generation, ids);
    const sealed = [...found.values()].filter(({ isSealed }) => isSealed).map(({ _id }) => _id);
    const opened = sealed.length > 0 ? await this.opened.sums(sealed) : new Map<string, Sums>();
    const [ballots, now] = [await this.ballots.findMany([...found.keys()]), this.clock.now()];
    return new Map([...found].map(([id, tally]) => [id, waitsForEnd(ballots.get(id), now) ? waitingTally(tally) : shownTally(tally, opened.get(id))]));
  }
}
