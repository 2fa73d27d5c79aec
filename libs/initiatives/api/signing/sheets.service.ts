import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { type EnterSheetResult, type MutationEnterSheetArgs, sheetInput, type SignatureSheet } from '@isegoria/initiatives/contracts';
import { Clock, unlessThere } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../told/acts-of-power';
import { Counting } from './counting';
import type { Initiative } from '../initiative.schema';
import { isPromoter, sheetAfter, sheetState, totalOf } from '../initiatives.rules';
import { Moves } from '../moves';
import { invalid, noInitiative, refuse } from '../refusals';
import { SheetRecord } from './sheet.schema';

/** Paper sheets, each counted by two officials on their own. */
@Injectable()
export class Sheets {
  constructor(
    @InjectModel(SheetRecord.name) private readonly sheets: Model<SheetRecord>,
    private readonly moves: Moves,
    private readonly counting: Counting,
    private readonly acts: ActsOfPower,
    private readonly clock: Clock,
  ) {}

  async of(official: Citizen, initiativeId: string): Promise<SignatureSheet[]> {
    const found = await this.sheets.find({ initiativeId: String(initiativeId) }).sort({ number: 1 }).limit(2000).lean<SheetRecord[]>().exec();
    return found.map((sheet) => shown(sheet, official));
  }

  /** After the end only what came before it is counted to its end. */
  async enter(official: Citizen, args: MutationEnterSheetArgs): Promise<EnterSheetResult> {
    const { initiativeId, number, valid } = args;
    const problems = problemsOf(sheetInput, { number, valid });
    if (problems.length > 0) return invalid(problems);
    const initiative = await this.moves.find(initiativeId);
    if (!initiative?.opensAt) return noInitiative;
    if (isPromoter(initiative, official)) return refuse('own');
    if (initiative.stage !== 'collecting') return refuse('stage');
    const _id = `${initiative._id}.${number}`;
    const before = await this.sheets.findById(_id).lean<SheetRecord>().exec();
    if (!before && this.isOver(initiative)) return refuse('closed');
    const after = sheetAfter(before ?? { readings: [], valid: null }, { byId: official.id, valid });
    if (typeof after === 'string') return refuse(after);
    const at = this.clock.now();
    const written = before
      ? await this.sheets.findOneAndUpdate({ _id, revision: before.revision }, { $set: { ...after, at }, $inc: { revision: 1 } }, { returnDocument: 'after' }).lean<SheetRecord>().exec()
      : await this.sheets.create({ _id, initiativeId: initiative._id, number, ...after, revision: 1, at }).then((made) => made.toObject<SheetRecord>(), unlessThere);
    if (!written) return this.enter(official, args);
    if (written.valid !== null) {
      await this.acts.sheet(written, written.valid);
      await this.counting.paper(initiative._id);
    }
    const now = (await this.moves.find(initiative._id)) ?? initiative;
    await this.moves.tell(initiative._id);
    return { __typename: 'SheetKept', sheet: shown(written, official), signatures: { online: now.signatures, paper: now.paper, total: totalOf(now) } };
  }

  private isOver({ closesAt }: Initiative): boolean {
    return closesAt !== null && this.clock.now() >= closesAt;
  }
}

function shown(sheet: SheetRecord, official: Citizen): SignatureSheet {
  return { number: sheet.number, valid: sheet.valid, mine: sheet.readings.find(({ byId }) => byId === official.id)?.valid ?? null, state: sheetState(sheet) };
}
