import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import type { OfflineChannel } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import type { Box } from '../sealed/box.schema';
import { Boxes } from '../sealed/boxes.service';
import { DeskEntry } from '../desk/desk-entry.schema';
import { Electorates } from './electorates.service';
import { ProjectionStore } from '../count/projection-store';
import { secrecyOf } from '../ballots/secrecy';
import { voteId, voterKey } from '../log/voter-key';
import type { Voter } from '../votes.rules';
import { pause, TooLate } from '../log/within';

const longestCountMs = 10_000;
const lookMs = 100;

/** Who a citizen is on one ballot: for the rules, in the log, and in the count. */
@Injectable()
export class Voters {
  constructor(
    @InjectModel(DeskEntry.name) private readonly entries: Model<DeskEntry>,
    private readonly boxes: Boxes,
    private readonly electorates: Electorates,
    private readonly store: ProjectionStore,
  ) {}

  /** As the rules ask for them: with whether they are on the ballot's list, where it has one. */
  async on({ electorate }: Ballot, citizen: Citizen): Promise<Voter> {
    return electorate?.list ? { ...citizen, isListed: await this.electorates.isOn(electorate.list, citizen.personId) } : citizen;
  }

  /** The box of a sealed ballot; of another there is none. */
  async boxOf(ballot: Ballot): Promise<Box | null> {
    return secrecyOf(ballot) === 'sealed' ? this.boxes.find(ballot._id) : null;
  }

  /** How the person is called on this ballot; null for a box that was opened, for then nobody can tell any more. */
  nameIn(ballotId: string, box: Box | null, { personId }: Pick<Citizen, 'personId'>): string | null {
    return box ? this.boxes.nameOf(box, personId) : voterKey(personId, ballotId);
  }

  /** By which other channel somebody of this name has voted, as last counted. The count itself decides: a cast on this site after that has no effect. */
  async channelOf({ _id, channels }: Ballot, name: string): Promise<OfflineChannel | undefined> {
    if (!channels?.length) return undefined;
    const id = voteId(_id, name);
    const { generation } = await this.store.checkpoint();
    return (await this.store.votes(generation, [id])).get(id)?.channel;
  }

  /**
   * By which other channel somebody of this name voted before the cast of this number, or since; only the count can tell. Two officials have written down
   * what they agree on before it goes into the log, so where nothing is written there is nothing to wait for.
   */
  async outdoneBy(ballot: Ballot, name: string, seq: number): Promise<OfflineChannel | undefined> {
    if (!ballot.channels?.length) return undefined;
    const isWritten = { $or: [{ 'readings.1': { $exists: true } }, { 'countedBy.0': { $exists: true } }] };
    if (!(await this.entries.exists({ _id: voteId(ballot._id, name), ...isWritten }))) return undefined;
    await this.counted(seq);
    return this.channelOf(ballot, name);
  }

  /** Resolves when the count has come as far as this number of the log. */
  private async counted(seq: number): Promise<void> {
    for (let left = longestCountMs; (await this.store.checkpoint()).at < seq; left -= lookMs) {
      if (left <= 0) throw new TooLate(`the count did not come to ${seq} in time`);
      await pause(lookMs);
    }
  }
}
