import { createHash, randomBytes } from 'node:crypto';
import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { log, newId, unwrapped } from '@isegoria/kernel/api';
import { Citizens } from '@isegoria/identity/api';
import type { BoxKey } from '@isegoria/votes/contracts';
import type { Ballot } from '../ballots/ballot.schema';
import { Box, type BoxOutcome } from './box.schema';
import { boxMemoryMs } from './boxes.service';
import { CityClock } from '../city-clock';
import type { Elector } from './electors';
import { completeAt } from './last-votes';
import { LogNumbers } from '../log/log-numbers';
import { fileOf, type OpenedBallot } from './opened-ballots';
import { type BoxContents, BoxReader, shuffled, takeOut, type TakenOut } from './opening.rules';
import { moved } from '../count/sums';
import { VoterNames } from '../log/voter-names';
import { votesEnv } from '../votes.env';
import { pause } from '../log/within';

/** Longer than any process takes to hear that a box is frozen. */
const noticeMs = boxMemoryMs + 1000;
const leaseMs = votesEnv.BOX_LEASE_SECONDS * 1000;
const portion = 500;

/**
 * Opens a box. All that comes out is written under names that nobody knows yet; then one write to the box's document makes
 * them known, throws the voters' secret away and says that the box is open. That write finds the box shut and this process in
 * charge, or does nothing: so a box is opened once or not at all, wherever the process is killed.
 */
@Injectable()
export class Opening implements OnModuleInit, OnModuleDestroy {
  private readonly running = new Set<Promise<void>>();

  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @InjectModel(Box.name) private readonly boxes: Model<Box>,
    private readonly numbers: LogNumbers,
    private readonly clock: CityClock,
    private readonly citizens: Citizens,
  ) {}

  async onModuleInit(): Promise<void> {
    for (const name of ['opened_ballots', 'box_electors', 'box_audits']) await this.mongo.collection(name).createIndex({ set: 1 });
  }

  /** Begins; false where another process is at it, or it was opened. The key is wiped when it has served. */
  async begin(ballot: Ballot, key: BoxKey): Promise<boolean> {
    const by = newId();
    if (!(await this.takeCharge(ballot._id, by))) return false;
    const renewal = setInterval(() => void this.renew(ballot._id, by), leaseMs / 3);
    const run = this.open(ballot, by, key)
      .catch((error: unknown) => log.error({ ballotId: ballot._id, error: error instanceof Error ? error.stack : String(error) }, 'a box could not be opened'))
      .finally(() => {
        key.fill(0);
        clearInterval(renewal);
        this.running.delete(run);
      });
    this.running.add(run);
    return true;
  }

  /** Resolves when nothing is being opened in this process. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }

  private async open({ _id: ballotId, questions, closesAt }: Ballot, by: string, key: BoxKey): Promise<void> {
    const now = await this.clock.sure();
    await pause(Math.max(noticeMs, completeAt(closesAt ?? now).getTime() - now.getTime()));
    const contents = await this.read(ballotId, await this.numbers.head());
    const box = await this.boxes.findById(ballotId).lean<Box>().exec();
    if (!box?.secret || box.opening?.by !== by) return;
    const sets = { papers: newSet(), electors: newSet(), audit: newSet() };
    await this.boxes.updateOne({ _id: ballotId }, { $push: { staged: sets } });
    await this.stageElectors(sets.electors, new VoterNames(unwrapped(box.secret, 'boxes')), contents);
    const taken = await takeOut(ballotId, questions, key, contents.ballots.values());
    const ballots = await this.stageBallots(sets, taken, contents);
    await this.finish(ballotId, by, sets, outcomeOf(ballots, contents.replaced));
  }

  /** All that the log has for a box. Where it cannot be read to its end, the lease runs out, and the box is opened later or elsewhere. */
  private async read(ballotId: string, head: number): Promise<BoxContents> {
    const reader = new BoxReader(ballotId);
    for await (const batches of this.numbers.upTo(head)) reader.take(batches);
    return reader.contents();
  }

  /** Who took part: without a time, in no order, and with nothing that the ballots have too. */
  private async stageElectors(set: string, names: VoterNames, { ballots }: BoxContents): Promise<void> {
    const people = shuffled([...ballots.keys()]).map((voter) => names.personOf(voter));
    // Who left since then keeps a place in the list, as somebody.
    const gone = await this.citizens.goneAmong(people.flatMap((personId) => personId ?? []));
    const electors: Elector[] = people.map((personId) => ({ _id: newSet(), set, personId: gone.has(personId ?? '') ? '' : personId }));
    await this.insert('box_electors', electors.sort(byId));
  }

  /** The opened ballots, and for the trustees which sealed one became which. */
  private async stageBallots(sets: { papers: string; audit: string }, taken: readonly TakenOut[], { ballots: sealed }: BoxContents): Promise<OpenedBallot[]> {
    const sealedBy = new Map([...sealed.values()].map((each) => [createHash('sha256').update(Buffer.from(each, 'base64url')).digest('base64url'), each]));
    const named = taken.map((each) => ({ ...each, _id: newSet() }));
    const ballots = named.map(({ _id, fate, answers }) => ({ _id, set: sets.papers, fate, answers })).sort(byId);
    const audit = named.map(({ _id: ballot, commitment }) => ({ _id: newSet(), set: sets.audit, ballot, commitment, sealed: sealedBy.get(commitment) ?? '' }));
    await this.insert('opened_ballots', ballots);
    await this.insert('box_audits', audit.sort(byId));
    return ballots;
  }

  private async finish(ballotId: string, by: string, sets: NonNullable<Box['sets']>, outcome: BoxOutcome): Promise<void> {
    const done = { ...outcome, sets, opening: null, secret: null, given: null, demoShares: null };
    const { modifiedCount } = await this.boxes.updateOne({ _id: ballotId, result: null, 'opening.by': by }, { $set: done }, { writeConcern: { w: 'majority', j: true } });
    if (modifiedCount === 1) log.info({ ballotId, ...outcome.result }, 'a box was opened');
  }

  private async insert(name: string, documents: readonly { _id: string }[]): Promise<void> {
    const collection = this.mongo.collection<{ _id: string }>(name);
    for (let at = 0; at < documents.length; at += portion) await collection.insertMany(documents.slice(at, at + portion), { writeConcern: { w: 'majority' } });
  }

  /** From here on no process takes a ballot for the box. A lease that has run out was a killed process's. */
  private async takeCharge(ballotId: string, by: string): Promise<boolean> {
    const now = this.clock.now();
    const isFree = { $or: [{ opening: null }, { 'opening.until': { $lt: now } }] };
    const until = new Date(now.getTime() + leaseMs);
    const { modifiedCount } = await this.boxes.updateOne({ _id: ballotId, result: null, ...isFree }, { $set: { opening: { by, until }, isFrozen: true } }, { writeConcern: { w: 'majority' } });
    return modifiedCount === 1;
  }

  private async renew(ballotId: string, by: string): Promise<void> {
    const until = new Date(this.clock.now().getTime() + leaseMs);
    await this.boxes.updateOne({ _id: ballotId, 'opening.by': by }, { $set: { 'opening.until': until } }).catch((error: unknown) => log.warn({ error: String(error) }, 'a lease was not renewed'));
  }
}

/** A name of chance: 128 bits, in hexadecimal, so that it is in order with nothing. */
function newSet(): string {
  return randomBytes(16).toString('hex');
}

function byId(a: { _id: string }, b: { _id: string }): number {
  return a._id < b._id ? -1 : 1;
}

function outcomeOf(ballots: readonly OpenedBallot[], replaced: number): BoxOutcome {
  const numberOf = (fate: OpenedBallot['fate']) => ballots.filter((ballot) => ballot.fate === fate).length;
  const digest = createHash('sha256').update(fileOf(ballots)).digest('base64url');
  const answers = ballots.filter(({ fate }) => fate === 'valid').map((ballot) => ballot.answers);
  return {
    result: { valid: numberOf('valid'), invalid: numberOf('invalid'), blank: numberOf('blank'), replaced, digest },
    sums: { voters: numberOf('valid'), counts: moved({}, [], answers.flat()) },
  };
}
