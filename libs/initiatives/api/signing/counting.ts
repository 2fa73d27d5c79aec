import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, unheard, unlessThere } from '@isegoria/kernel/api';
import { cityDay } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Initiative } from '../initiative.schema';
import { isEnough } from '../initiatives.rules';
import { Moves } from '../moves';
import { SheetRecord } from './sheet.schema';
import { SignatureDay } from './signature.schema';

/** How many there are: what the log's count says, what sheets sum up to, and the moment at which it is enough. Counts are set, never added to. */
@Injectable()
export class Counting {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    @InjectModel(SheetRecord.name) private readonly sheets: Model<SheetRecord>,
    @InjectModel(SignatureDay.name) private readonly days: Model<SignatureDay>,
    private readonly moves: Moves,
    private readonly clock: Clock,
  ) {}

  /** Signatures as counted up to a number of the log; an older count that comes late changes nothing. */
  async signed(id: string, signatures: number, seq: number): Promise<void> {
    const { matchedCount } = await this.initiatives.updateOne({ _id: id, stage: 'collecting', countedSeq: { $lte: seq } }, { $set: { signatures, countedSeq: seq } }).exec();
    if (matchedCount === 0) return;
    const day = cityDay(this.clock.now());
    await this.days.updateOne({ _id: `${id}.${day}`, $or: [{ seq: { $exists: false } }, { seq: { $lte: seq } }] }, { $set: { initiativeId: id, day, signatures, seq } }, { upsert: true }).exec().catch(unlessThere);
    await this.reach(id);
  }

  /** The sum of the sheets on which two agree. */
  async paper(id: string): Promise<void> {
    const counted = await this.sheets.find({ initiativeId: id, valid: { $ne: null } }, { valid: 1 }).lean<Pick<SheetRecord, 'valid'>[]>().exec();
    await this.initiatives.updateOne({ _id: id, stage: 'collecting' }, { $set: { paper: counted.reduce((sum, { valid }) => sum + (valid ?? 0), 0) } }).exec();
    await this.reach(id);
  }

  /** Says that it is enough, the first time that it is, once. */
  private async reach(id: string): Promise<void> {
    const initiative = await this.moves.find(id);
    if (!initiative || initiative.reachedAt || initiative.stage !== 'collecting' || !isEnough(initiative)) return;
    const at = this.clock.now();
    const told = unheard('initiative.reached', { id, title: initiative.title, needed: initiative.asks.needed, at });
    const { matchedCount } = await this.initiatives.updateOne({ _id: id, stage: 'collecting', reachedAt: null }, { $set: { reachedAt: at }, $push: { unheard: told } }).exec();
    if (matchedCount === 1) await this.moves.tell(id);
  }
}
