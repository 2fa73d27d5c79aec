import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { unlessThere, unwrapped, wrapped } from '@isegoria/kernel/api';
import { type BoxState, newBoxKey, paperSize, sealedLength, castLimits } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { Box } from './box.schema';
import { ShortMemory } from '../short-memory';
import { VoterNames } from '../log/voter-names';

/** How long a process believes what it read about a box. A box that is frozen is so everywhere after that. */
export const boxMemoryMs = 2000;

/** The boxes of sealed ballots: their keys, and the names that voters have in them. */
@Injectable()
export class Boxes {
  private readonly memory = new ShortMemory<Box>(boxMemoryMs, (ids) => this.read(ids));
  private readonly names = new Map<string, VoterNames>();

  constructor(@InjectModel(Box.name) private readonly boxes: Model<Box>) {}

  /** Makes the boxes of new sealed ballots. A demo's box gets its key at once, and keeps all shares itself. */
  async make(ballots: readonly Pick<Ballot, '_id' | 'questions'>[], isDemo: boolean): Promise<void> {
    for (const { _id, questions } of ballots) {
      const size = paperSize(questions);
      if (sealedLength(size) > castLimits.sealed) throw new Error(`A ballot of ${_id} may grow too long to be sealed.`);
      const key = isDemo ? await newBoxKey(_id) : null;
      const box: Partial<Box> = { _id, size, secret: wrapped(randomBytes(32), 'boxes'), publicKey: key?.publicKey ?? null, demoShares: key?.shares.map((share) => wrapped(Buffer.from(share), 'boxes')) ?? null };
      await this.boxes.create(box).catch(unlessThere);
      this.memory.forget(_id);
    }
  }

  /** The box, or null. Up to two seconds old. */
  find(ballotId: string): Promise<Box | null> {
    return this.memory.one(ballotId);
  }

  /** The box as it stands this moment. */
  fresh(ballotId: string): Promise<Box | null> {
    this.memory.forget(ballotId);
    return this.find(ballotId);
  }

  /** Gives a box its key, once; the same key may be sent again, by a browser that did not hear the answer. False where the box has another one. */
  async setKey(ballotId: string, publicKey: string, trustees: Box['trustees']): Promise<boolean> {
    const isFree = { $or: [{ publicKey: null }, { publicKey, trustees }] };
    const { matchedCount } = await this.boxes.updateOne({ _id: ballotId, ...isFree }, { $set: { publicKey, trustees } }, { writeConcern: { w: 'majority' } });
    this.memory.forget(ballotId);
    return matchedCount === 1;
  }

  /** How a person is called in the log of this box; null once it was opened. */
  nameOf({ _id, secret }: Box, personId: string): string | null {
    if (secret === null) this.names.delete(_id);
    return secret === null ? null : this.namesOf(_id, secret).of(personId);
  }

  private namesOf(ballotId: string, secret: string): VoterNames {
    const names = this.names.get(ballotId) ?? new VoterNames(unwrapped(secret, 'boxes'));
    this.names.set(ballotId, names);
    return names;
  }

  private async read(ids: string[]): Promise<Map<string, Box>> {
    const found = await this.boxes.find({ _id: { $in: ids } }).lean<Box[]>().exec();
    return new Map(found.map((box) => [box._id, box]));
  }
}

/** How far a box is, for those who look at it. */
export function stateOf({ publicKey, result, opening }: Box, now: Date): BoxState {
  if (result) return 'opened';
  if (opening && opening.until > now) return 'opening';
  return publicKey ? 'ready' : 'keyless';
}
