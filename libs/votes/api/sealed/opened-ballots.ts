import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { openedList, type OpenedPaper } from '@isegoria/votes/contracts';
import { Box } from './box.schema';
import type { Sums } from '../count/counting';

/** A ballot that came out of a box. */
export interface OpenedBallot extends OpenedPaper {
  /** At random, like every other sign of it: its order tells nothing. */
  _id: string;
  /** Under which name its box's ballots are kept; not the box's id, and not the name of anything else. */
  set: string;
}

/** Of a large city's box some megabytes each. */
const keptFiles = 4;

/** What came out of the boxes, for everybody. A set that no box names is what a broken opening left, and is nobody's. */
@Injectable()
export class OpenedBallots {
  private readonly files = new Map<string, Promise<string | null>>();

  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
  ) {}

  /** The valid ballots of a box, or null while it is not opened. */
  async of(ballotId: string): Promise<{ answers: string[]; channel?: undefined; district?: undefined }[] | null> {
    const all = await this.all(ballotId);
    return all && all.filter(({ fate }) => fate === 'valid');
  }

  /** Everything that was in a box, by its random ids; null while it is not opened. */
  async all(ballotId: string): Promise<OpenedBallot[] | null> {
    const box = await this.boxes.findById(ballotId).lean<Box>().exec();
    if (!box?.sets) return null;
    const found = await this.collection().find({ set: box.sets.papers }).toArray();
    return found.sort((a, b) => (a._id < b._id ? -1 : 1));
  }

  /** The published list, a line each: id, fate, answers. Its digest stands in the ledger. It never changes, so the last ones are kept. */
  file(ballotId: string): Promise<string | null> {
    const known = this.files.get(ballotId);
    if (known) return known;
    const file = this.all(ballotId).then((all) => all && fileOf(all));
    this.files.set(ballotId, file);
    const [oldest] = this.files.keys();
    if (this.files.size > keptFiles && oldest !== undefined) this.files.delete(oldest);
    const forget = () => this.files.get(ballotId) === file && this.files.delete(ballotId);
    file.then((text) => text === null && forget(), forget);
    return file;
  }

  /** Whether the list of a box is at hand. */
  has(ballotId: string): boolean {
    return this.files.has(ballotId);
  }

  /** How the opened ones among these boxes stand. */
  async sums(ballotIds: readonly string[]): Promise<Map<string, Sums>> {
    const found = await this.boxes.find({ _id: { $in: [...ballotIds] }, sums: { $ne: null } }, { sums: 1 }).lean<Pick<Box, '_id' | 'sums'>[]>().exec();
    return new Map(found.flatMap(({ _id, sums }) => (sums ? [[_id, sums] as const] : [])));
  }

  private collection() {
    return this.mongo.collection<OpenedBallot>('opened_ballots');
  }
}

/** The list as it is published. Whoever recounts needs only its lines. */
export function fileOf(ballots: readonly OpenedBallot[]): string {
  return openedList(ballots.map(({ _id: ballot, fate, answers }) => ({ ballot, fate, answers })));
}
