import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import type { InitiativeResult } from '@isegoria/initiatives/contracts';
import { anyDate, Clock, eachLeft, Jobs, unheard } from '@isegoria/kernel/api';
import { afterDays, portions } from '@isegoria/kernel/contracts';
import { Ballots, Papers, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { ballotIdOf, ballotOf } from './signing/initiative-ballot';
import { InitiativeViews } from './initiative-views';
import { Initiative } from './initiative.schema';
import { afterMonths, isEnough, isPromoter } from './initiatives.rules';
import { Moves } from './moves';
import { noInitiative, refuse } from './refusals';
import { SheetRecord } from './signing/sheet.schema';
import { SignatureRecord } from './signing/signature.schema';

const lookMs = 15_000;
const eraseMs = 600_000;
/** So far ahead a hand-in ends the collecting, that every process knows of it (`Ballots.close`). */
const noticeMs = 3000;

/** The end of the collecting: at its minute, or when its promoters hand it in. The log decides which signature was the last one; each step may come twice. */
@Injectable()
export class Ending implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    @InjectModel(SignatureRecord.name) private readonly signatures: Model<SignatureRecord>,
    @InjectModel(SheetRecord.name) private readonly sheets: Model<SheetRecord>,
    private readonly moves: Moves,
    private readonly views: InitiativeViews,
    private readonly ballots: Ballots,
    private readonly papers: Papers,
    private readonly votes: Votes,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('initiatives.end', lookMs, () => this.endDue());
    this.jobs.every('initiatives.erase', eraseMs, () => this.eraseDue());
  }

  /** Promoters end the collecting themselves. If somebody takes a signature back in the same seconds and it is not enough any more, it goes on. */
  async handIn(citizen: Citizen, id: string): Promise<InitiativeResult> {
    const before = await this.moves.find(id);
    if (!before || !isPromoter(before, citizen)) return noInitiative;
    if (before.stage !== 'collecting') return before.handedInAt ? this.saved(before, citizen) : refuse('stage');
    if (before.isHidden) return refuse('hidden');
    if (!isEnough(before)) return refuse('not_enough');
    const closesAt = new Date(this.clock.now().getTime() + noticeMs);
    if (!before.closesAt || before.closesAt > closesAt) {
      const { matchedCount } = await this.initiatives.updateOne({ _id: before._id, stage: 'collecting', closesAt: before.closesAt }, { $set: { closesAt }, $inc: { revision: 1 } }).exec();
      if (matchedCount === 0) return this.handIn(citizen, id);
      await this.ballots.close(ballotIdOf(id));
      await this.moves.tell(id);
    }
    return this.saved((await this.moves.find(id)) ?? before, citizen);
  }

  async endDue(): Promise<void> {
    const due = await this.initiatives.find({ stage: 'collecting', closesAt: { $lte: this.clock.now() } }).sort({ closesAt: 1 }).limit(100).lean<Initiative[]>().exec();
    await eachLeft('initiatives', due, (initiative) => this.end(initiative));
  }

  /** Moves it on when all that came in time is counted: the log to its end, and the sheets that one official had written down. Answers whether it did. */
  async end(initiative: Initiative): Promise<boolean> {
    const { _id, closesAt, endsAt } = initiative;
    if (!closesAt || closesAt > this.clock.now()) return false;
    const ballotId = ballotIdOf(_id);
    await this.ballots.open(ballotOf(initiative));
    const ballot = await this.ballots.find(ballotId);
    // A process that died between the two writes of a hand-in.
    if (ballot?.closesAt && ballot.closesAt > this.clock.now()) {
      await this.ballots.close(ballotId);
      return false;
    }
    // What nobody counts a second time holds it up for as long as a check may last, and is left out then.
    const patience = afterDays(closesAt, initiative.asks.checkDays);
    if (this.clock.now() < patience && (await this.sheets.exists({ initiativeId: _id, valid: null }))) return false;
    const papers = await this.papers.of(ballotId);
    if (!papers) return false;
    const fresh = await this.moves.find(_id);
    if (fresh?.stage !== 'collecting') return false;
    const counted = { ...fresh, signatures: papers.length };
    if (isEnough(counted)) return this.handedIn(counted, closesAt);
    if (endsAt && endsAt > this.clock.now() && closesAt < endsAt) return this.goOn(counted, endsAt);
    return this.fellShort(counted);
  }

  /** Erases check lists whose time is over, and the names of what came to nothing. */
  async eraseDue(): Promise<void> {
    const over = await this.initiatives.find({ 'list.keptUntil': { $gt: anyDate, $lte: this.clock.now() } }).limit(100).lean<Initiative[]>().exec();
    await eachLeft('check lists', over, async ({ _id }) => {
      await this.signatures.deleteMany({ initiativeId: _id }).exec();
      await this.initiatives.updateOne({ _id }, { $set: { list: null } }).exec();
    });
    const gone = await this.initiatives.find({ stage: { $in: ['withdrawn', 'short'] }, list: null, opensAt: { $ne: null } }, { _id: 1 }).sort({ touchedAt: -1 }).limit(200).lean<{ _id: string }[]>().exec();
    if (gone.length > 0) await this.signatures.deleteMany({ initiativeId: { $in: gone.map(({ _id }) => _id) } }).exec();
  }

  private async handedIn(initiative: Initiative, at: Date): Promise<boolean> {
    const { _id: id, title, signatures, paper, asks: { keepMonths } } = initiative;
    const made = await this.makeList(id);
    const told = unheard('initiative.handed-in', { id, title, signatures: signatures + paper, at });
    const list = { made, at, keptUntil: afterMonths(at, keepMonths), openings: [] };
    return (await this.moves.make(initiative, { to: 'handedIn', set: { signatures, handedInAt: at, reachedAt: initiative.reachedAt ?? at, list }, told })) !== null;
  }

  private async fellShort(initiative: Initiative): Promise<boolean> {
    const { _id: id, title, signatures, paper, closesAt, asks: { needed } } = initiative;
    const told = unheard('initiative.fell-short', { id, title, signatures: signatures + paper, needed, at: closesAt ?? this.clock.now() });
    const moved = await this.moves.make(initiative, { to: 'short', set: { signatures }, told });
    if (moved) await this.signatures.deleteMany({ initiativeId: id }).exec();
    return moved !== null;
  }

  private async goOn({ _id, closesAt }: Initiative, endsAt: Date): Promise<boolean> {
    await this.initiatives.updateOne({ _id, stage: 'collecting', closesAt }, { $set: { closesAt: endsAt }, $inc: { revision: 1 } }).exec();
    await this.ballots.reopen(ballotIdOf(_id), endsAt);
    await this.moves.tell(_id);
    return false;
  }

  /** The names of those whose vote counts; those of presses that came to nothing go. Answers how many there are. */
  private async makeList(initiativeId: string): Promise<number> {
    const records = await this.signatures.find({ initiativeId }, { personId: 1 }).lean<Pick<SignatureRecord, '_id' | 'personId'>[]>().exec();
    let made = 0;
    for (const portion of portions(records, 500)) {
      const given = await this.votes.givenBy(ballotIdOf(initiativeId), portion.map(({ personId }) => personId));
      const idle = portion.filter(({ personId }) => !given.has(personId)).map(({ _id }) => _id);
      if (idle.length > 0) await this.signatures.deleteMany({ _id: { $in: idle } }).exec();
      made += portion.length - idle.length;
    }
    return made;
  }

  private async saved(initiative: Initiative, citizen: Citizen): Promise<InitiativeResult> {
    return { __typename: 'InitiativeSaved', initiative: await this.views.one(initiative, citizen) };
  }
}
