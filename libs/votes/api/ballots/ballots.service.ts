import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { unlessThere } from '@isegoria/kernel/api';
import { portions, type Subject } from '@isegoria/kernel/contracts';
import type { BallotKind, BallotSecrecy, OfflineChannel, Question } from '@isegoria/votes/contracts';
import { Boxes } from '../sealed/boxes.service';
import { CityClock } from '../city-clock';
import { Ballot, type StoredElectorate } from './ballot.schema';
import { Electorates } from '../electorate/electorates.service';
import { asStored } from './new-ballot';
import { ShortMemory } from '../short-memory';

/** A ballot as its owner opens it. The id is the owner's choice, usually `subjectKey(subject)`. */
export interface NewBallot {
  id: string;
  subject: Subject;
  kind: BallotKind;
  questions: Question[];
  opensAt?: Date | null;
  closesAt?: Date | null;
  districts?: readonly string[];
  /** Open for a support and secret for the others where nothing is said. A sealed ballot must have an end. */
  secrecy?: BallotSecrecy;
  electorate?: Partial<Pick<StoredElectorate, 'verified' | 'minimumAge' | 'list'>>;
  channels?: readonly OfflineChannel[];
  /** Whether each vote keeps the voter's district, so that sums can be told by district. Never of a sealed ballot, which has nothing in common with its voter. */
  byDistrict?: boolean;
  /** Whether the sums of a secret ballot are told at its end alone, as those of a budget always are. */
  sumsAtEnd?: boolean;
  /** Of a sealed ballot in a demo city: the city keeps the key's shares itself, and opens the box when it is over. */
  isDemoBox?: boolean;
}

/** The one question of a support ballot. */
export const supportQuestions: NewBallot['questions'] = [{ id: 'support', options: ['yes'] }];

const offlineChannels: readonly OfflineChannel[] = ['paper', 'phone', 'desk'];

/** How long a process believes what it read about a ballot. Whoever closes one therefore closes it a little more than this ahead. */
const memoryMs = 2000;
const noticeMs = memoryMs + 500;

/** Ballots: opened by the slices above, read by every vote. */
@Injectable()
export class Ballots {
  private readonly memory = new ShortMemory<Ballot>(memoryMs, (ids) => this.read(ids));

  constructor(
    @InjectModel(Ballot.name) private readonly ballots: Model<Ballot>,
    private readonly boxes: Boxes,
    private readonly electorates: Electorates,
    private readonly clock: CityClock,
  ) {}

  /** Opens a ballot. Opening it again changes nothing, also when it has closed meanwhile. */
  open(ballot: NewBallot): Promise<void> {
    return this.openMany([ballot]);
  }

  async openMany(ballots: readonly NewBallot[]): Promise<void> {
    // Those that stand are looked up first: who asks every quarter of a minute has nobody counted anew.
    const stands = await this.read(ballots.map(({ id }) => id));
    const fresh = ballots.filter(({ id }) => !stands.has(id));
    const made = await Promise.all(fresh.map((ballot) => this.counted(asStored(ballot))));
    for (const isDemo of [true, false]) {
      const ids = new Set(fresh.filter(({ secrecy, isDemoBox = false }) => secrecy === 'sealed' && isDemoBox === isDemo).map(({ id }) => id));
      await this.boxes.make(made.filter(({ _id }) => ids.has(_id)), isDemo);
    }
    for (let at = 0; at < made.length; at += 500) {
      await this.ballots.insertMany(made.slice(at, at + 500), { ordered: false }).catch(unlessThere);
    }
    for (const { _id } of made) this.memory.forget(_id);
    // What stands is announced, not what was wished: a ballot that was opened before keeps its number. Also again: a crash may have come between.
    const isAnnounced = new Set([...stands.values(), ...made].filter(({ electorate, secrecy }) => electorate || secrecy === 'sealed').map(({ _id }) => _id));
    for (const ballot of (await this.memory.of([...isAnnounced])).values()) await this.electorates.announce(ballot);
  }

  /** With the number of those who are entitled at this moment, which is published and does not change any more. */
  private async counted(ballot: Ballot): Promise<Ballot> {
    if (!ballot.electorate) return ballot;
    return { ...ballot, electorate: { ...ballot.electorate, entitled: await this.electorates.count(ballot, this.clock.now()) } };
  }

  /** The ballot, or null. Up to two seconds old. */
  find(id: string): Promise<Ballot | null> {
    return this.memory.one(id);
  }

  findMany(ids: readonly string[]): Promise<Map<string, Ballot>> {
    return this.memory.of(ids);
  }

  /** Those that must be there, as there are votes on them: one that another process has just opened may be remembered here as missing. */
  async standing(ids: readonly string[]): Promise<Map<string, Ballot>> {
    const known = await this.memory.of(ids);
    const missing = ids.filter((id) => !known.has(id));
    for (const id of missing) this.memory.forget(id);
    return missing.length > 0 ? this.memory.of(ids) : known;
  }

  /** The ballots that take votes by another channel than this site at this moment. */
  takingOffline(): Promise<Ballot[]> {
    const now = this.clock.now();
    const isOpen = { $and: [{ $or: [{ opensAt: null }, { opensAt: { $lte: now } }] }, { $or: [{ closesAt: null }, { closesAt: { $gt: now } }] }] };
    return this.ballots.find({ channels: { $in: offlineChannels }, ...isOpen }).limit(100).lean<Ballot[]>().exec();
  }

  /** The ballots that are not over and say who is asked, those that open first before the others. */
  withElectorate(): Promise<Ballot[]> {
    const isAhead = { $or: [{ closesAt: null }, { closesAt: { $gt: this.clock.now() } }] };
    return this.ballots.find({ electorate: { $exists: true }, ...isAhead }).sort({ opensAt: 1, _id: 1 }).limit(100).lean<Ballot[]>().exec();
  }

  /** Ends the voting as soon as every process can know of it, some two seconds from now; answers the moment. */
  async close(id: string): Promise<Date> {
    const closesAt = new Date(this.clock.now().getTime() + noticeMs);
    const isLonger = { $or: [{ closesAt: null }, { closesAt: { $gt: closesAt } }] };
    await this.ballots.updateOne({ _id: id, ...isLonger }, { $set: { closesAt } });
    this.memory.forget(id);
    return (await this.find(id))?.closesAt ?? closesAt;
  }

  /** Takes votes again, until another moment or without end. */
  async reopen(id: string, closesAt: Date | null = null): Promise<void> {
    const ballot = await this.ballots.findByIdAndUpdate(id, { $set: { closesAt } }, { returnDocument: 'after' }).lean<Ballot>().exec();
    if (ballot) await this.electorates.prolong(ballot, closesAt);
    this.memory.forget(id);
  }

  /** Moves the opening of a ballot that is not open yet, and its end. Answers whether it was still to open as far ahead as every process needs to know. */
  async reschedule(id: string, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }): Promise<boolean> {
    const known = new Date(this.clock.now().getTime() + noticeMs);
    const { matchedCount } = await this.ballots.updateOne({ _id: id, opensAt: { $gt: known } }, { $set: { opensAt, closesAt } });
    this.memory.forget(id);
    return matchedCount === 1;
  }

  private async read(ids: string[]): Promise<Map<string, Ballot>> {
    const found = await Promise.all(portions(ids, 50).map((part) => this.ballots.find({ _id: { $in: part } }).lean<Ballot[]>().exec()));
    return new Map(found.flat().map((ballot) => [ballot._id, ballot]));
  }
}
