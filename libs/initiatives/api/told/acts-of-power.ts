import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { Initiative } from '../initiative.schema';
import { SheetRecord } from '../signing/sheet.schema';

const heard = [
  'initiative.opened', 'initiative.refused', 'initiative.handed-in', 'initiative.fell-short', 'initiative.verified', 'initiative.answered', 'initiative.withdrawn',
] as const;

/**
 * What is done with an initiative stands in the public ledger: which text was admitted, that one was refused and on which grounds, what sheets were counted, what was handed in, each opening of
 * its check list, how many signatures are valid, what the council answered. Of words their digests, of persons nothing.
 */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    @InjectModel(SheetRecord.name) private readonly sheets: Model<SheetRecord>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    for (const event of heard) this.events.later(event, 'initiatives.ledger', ({ id }) => this.record(id));
  }

  /** All that happened to it so far, each act once by its id; seeds call it for the past. */
  async record(id: string): Promise<void> {
    const initiative = await this.initiatives.findById(id).lean<Initiative>().exec();
    if (!initiative) return;
    const { stage, asks, digest: text, opensAt, closesAt, signatures, paper, refusals, handedInAt, check, answer, withdrawal } = initiative;
    const by = (name: string, role: string) => ({ act: `initiative.${name}`, id: `initiative:${id}:${name}`, rule: null, role, subject: { kind: 'initiative', id } });
    const acts: PublicActSaid[] = refusals.map(({ grounds, words, digest: refused, at }) => ({ ...by('refused', 'clerk'), id: `initiative:${id}:refused:${digest(`${refused} ${at.toISOString()}`)}`, body: { grounds: grounds.join(' '), text: refused, words: digest(words) } }));
    if (opensAt && text) acts.push({ ...by('opened', 'clerk'), body: { kind: asks.kindId, text, needed: asks.needed, days: asks.days } });
    // After the end no sheet is counted any more: those that wait for a second count then are left out.
    const leftOut = await this.sheets.countDocuments({ initiativeId: id, valid: null });
    if (handedInAt) acts.push({ ...by('handedIn', 'city'), body: { signatures, paper, sheetsLeftOut: leftOut, needed: asks.needed, until: closesAt?.toISOString() ?? null } });
    if (stage === 'short' && !handedInAt) acts.push({ ...by('fellShort', 'city'), body: { signatures, paper, sheetsLeftOut: leftOut, needed: asks.needed } });
    if (check) acts.push({ ...by('verified', 'clerk'), body: { valid: check.valid, of: check.of, needed: asks.needed, words: digest(check.note) } });
    if (answer) {
      // One that is corrected is an act of its own.
      const words = digest(JSON.stringify([answer.outcome, answer.text, answer.url]));
      acts.push({ ...by('answered', 'council'), id: `initiative:${id}:answered:${answer.ada ?? ''}:${words}`, body: { outcome: answer.outcome, ada: answer.ada, words } });
    }
    if (withdrawal && opensAt) acts.push({ ...by('withdrawn', 'citizen'), body: { words: digest(withdrawal.reason) } });
    await this.acts.recordAll(acts);
  }

  /** A sheet that two officials counted alike. */
  sheet({ initiativeId: id, number }: Pick<SheetRecord, 'initiativeId' | 'number'>, valid: number): Promise<void> {
    return this.acts.record({ act: 'initiative.sheet', id: `initiative:${id}:sheet:${number}`, rule: null, role: 'clerk', subject: { kind: 'initiative', id }, body: { sheet: number, valid } });
  }

  listOpened({ _id: id, list }: Pick<Initiative, '_id' | 'list'>, opening: string): Promise<void> {
    return this.acts.record({ act: 'initiative.listOpened', id: `initiative:${id}:list:${opening}`, rule: null, role: 'clerk', subject: { kind: 'initiative', id }, body: { names: list?.made ?? 0 } });
  }
}
