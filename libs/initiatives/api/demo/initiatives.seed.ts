import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments, type ImportedComment } from '@isegoria/comments/api';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { neededOf, statementOf } from '@isegoria/initiatives/contracts';
import { Events, type SeedContext, Seeds, terms } from '@isegoria/kernel/api';
import { afterDays, cityDay, cityYear } from '@isegoria/kernel/contracts';
import { digest } from '@isegoria/ledger/contracts';
import { Activity } from '@isegoria/notifications/api';
import { Ballots, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../told/acts-of-power';
import { ballotIdOf, ballotOf, signed, subjectOf } from '../signing/initiative-ballot';
import { InitiativeKindRecord, type Terms } from '../initiative-kind.schema';
import { Initiative } from '../initiative.schema';
import { Kinds } from '../kinds.service';
import { SheetRecord } from '../signing/sheet.schema';
import { signatureId, SignatureDay, SignatureRecord } from '../signing/signature.schema';
import { type DemoInitiative, demoInitiatives, demoKinds } from './demo-initiatives';

const hourMs = 3_600_000;
const atOnce = 500;
const sheetLines = 24;

/** Four initiatives of the demo city: one that collects, one that the council answered, one that came to nothing, one that waits to be admitted. Safe to run twice: every id is the same at every run, and the record comes last. */
@Injectable()
export class InitiativesSeed implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    @InjectModel(InitiativeKindRecord.name) private readonly kindRecords: Model<InitiativeKindRecord>,
    @InjectModel(SignatureRecord.name) private readonly signatures: Model<SignatureRecord>,
    @InjectModel(SignatureDay.name) private readonly days: Model<SignatureDay>,
    @InjectModel(SheetRecord.name) private readonly sheets: Model<SheetRecord>,
    private readonly kinds: Kinds,
    private readonly acts: ActsOfPower,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly citizens: Citizens,
    private readonly comments: Comments,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'initiatives', order: 57, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const sample = await this.citizens.sample();
    if (sample.length === 0) return;
    for (const id of ['debate', 'referendum'] as const) await this.foundKind(id);
    const people = sample.filter(({ birthYear }) => !birthYear || birthYear <= cityYear(context.now) - 18).map(verified);
    for (const demo of demoInitiatives) await this.found(demo, people, context);
    context.progress('initiatives', demoInitiatives.length, demoInitiatives.length);
  }

  private async foundKind(id: 'debate' | 'referendum'): Promise<void> {
    const record = { _id: id, terms: termsOf(id), isRetired: false, revision: 1 };
    await this.kindRecords.updateOne({ _id: id }, { $setOnInsert: record }, { upsert: true }).exec();
    await this.kinds.record(record);
  }

  private async found(demo: DemoInitiative, people: readonly Citizen[], context: SeedContext): Promise<void> {
    if (await this.initiatives.exists({ _id: demo.id })) return;
    const record = recordOf(demo, people, context);
    if (record.opensAt) record.signatures = await this.sign(record, people.slice(0, Math.min(demo.total, Math.floor(people.length * demo.here))), context);
    const sheets = sheetsOf(demo.total - record.signatures);
    record.paper = demo.total - record.signatures;
    if (record.check) record.check = { ...record.check, of: record.signatures + record.paper };
    for (const [at, valid] of sheets.entries()) {
      const sheet = { initiativeId: demo.id, number: at + 1, readings: [{ byId: 'demo-1', valid }, { byId: 'demo-2', valid }], valid, revision: 2, at: record.opensAt ?? context.now };
      await this.sheets.updateOne({ _id: `${demo.id}.${at + 1}` }, { $setOnInsert: sheet }, { upsert: true }).exec();
    }
    await this.initiatives.updateOne({ _id: demo.id }, { $setOnInsert: record }, { upsert: true }).exec();
    await this.acts.record(demo.id);
    for (const [at, valid] of sheets.entries()) await this.acts.sheet({ initiativeId: demo.id, number: at + 1 }, valid);
    if (!record.opensAt) return;
    await this.comments.importMany(argumentsOf(demo, people, context));
    await this.events.publish('contributions.imported', { contributions: [{ item: subjectOf(demo.id), authorId: record.authorId, at: record.opensAt }] });
    await this.tell(record);
  }

  /** Signatures come in through the usual door: the ballot of what is over stands open for a moment, and then ends when it did. */
  private async sign(record: Initiative, people: readonly Citizen[], context: SeedContext): Promise<number> {
    const { _id, closesAt, opensAt, stage } = record;
    await this.ballots.open({ ...ballotOf(record), closesAt: afterDays(context.now, 1) });
    const cast = await this.votes.castMany(people.map((citizen, at) => ({ citizen, ballotId: ballotIdOf(_id), answers: signed, nonce: `seed-${_id}-${at}` })));
    await this.ballots.reopen(ballotIdOf(_id), closesAt);
    const made = people.filter((_, at) => cast[at]?.__typename === 'VoteCast');
    const until = Math.min(context.now.getTime(), Number(closesAt));
    const when = made.map((_, at) => new Date(Number(opensAt) + (until - Number(opensAt)) * (at / made.length) ** 1.4));
    const perDay = new Map(when.map((moment, at) => [cityDay(moment), at + 1]));
    await this.days.bulkWrite([...perDay].map(([day, signatures]) => ({ updateOne: { filter: { _id: `${_id}.${day}` }, update: { $setOnInsert: { initiativeId: _id, day, signatures, seq: 0 } }, upsert: true } })));
    // Of what is over the names are erased.
    const names = stage === 'collecting' ? made : [];
    for (let from = 0; from < names.length; from += atOnce) {
      await this.signatures.bulkWrite(names.slice(from, from + atOnce).map((citizen, at) => ({ updateOne: { filter: { _id: signatureId(_id, citizen.id) }, update: { $setOnInsert: nameOf(_id, citizen, when[from + at] ?? context.now, (from + at) % 40 === 0) }, upsert: true } })));
    }
    return made.length;
  }

  private async tell({ _id, title, stage, opensAt, handedInAt, check, answer, closesAt, signatures, paper, asks }: Initiative): Promise<void> {
    const said: { name: string; at: Date | null; params: Record<string, number> }[] = [
      { name: 'opened', at: opensAt, params: {} },
      { name: 'handedIn', at: handedInAt, params: {} },
      { name: 'fellShort', at: stage === 'short' ? closesAt : null, params: { signatures: signatures + paper, needed: asks.needed } },
      { name: 'verified', at: check?.at ?? null, params: { valid: check?.valid ?? 0, of: check?.of ?? 0 } },
      { name: answer?.outcome ?? 'answered', at: answer?.at ?? null, params: {} },
    ];
    const dated = said.flatMap(({ name, at, params }) => (at ? [{ about: subjectOf(_id), name: `initiatives.${name}`, params: { title, ...params }, at, key: `initiative.${name}:${_id}` }] : []));
    await this.activity.recordMany(dated);
  }
}

/** A made-up person as a register would vouch for them, on these ballots alone. */
const verified = (citizen: Citizen): Citizen => ({ ...citizen, personId: `demo:${citizen.id}`, birthYear: citizen.birthYear ?? 1980, birthYearBy: 'verified' });

function termsOf(id: 'debate' | 'referendum'): Terms {
  const { isRetired: _, needed, percent = null, electors = null, minimumAge = null, answerDays = null, ...kind } = demoKinds[id];
  return { kindId: id, ...kind, needed: neededOf({ needed, percent, electors }) ?? 1, percent, electors, minimumAge, answerDays };
}

/** Sheets of at most two dozen lines. */
const sheetsOf = (signatures: number): number[] => Array.from({ length: Math.ceil(signatures / sheetLines) }, (_, at) => Math.min(sheetLines, signatures - at * sheetLines));

/** So many days from now, on the hour: nothing of a city opens at 16:29. */
const day = ({ now }: Pick<SeedContext, 'now'>, days: number): Date => new Date(Math.floor(afterDays(now, days).getTime() / hourMs) * hourMs);

function recordOf({ id, kind, stage, category, title, text, why, sent, opens, check, answer }: DemoInitiative, people: readonly Citizen[], context: SeedContext): Initiative {
  const asks = termsOf(kind);
  const submittedAt = day(context, sent);
  const opensAt = opens === null ? null : day(context, opens);
  const closesAt = opensAt && afterDays(opensAt, asks.days);
  const carriers = people.slice(-asks.promoters).map((citizen) => ({ citizenId: citizen.id, at: day(context, sent - 4) }));
  const isOver = stage === 'answered' ? closesAt : null;
  return {
    _id: id, stage, asks, title, text, why, categoryId: category, districtId: null, terms: terms([title, text, why].join(' ')), authorId: carriers[0]?.citizenId ?? '', promoters: carriers, invitation: null,
    digest: digest(statementOf({ kind: asks.name.el, title, text })), signatures: 0, countedSeq: 0, paper: 0, submittedAt, refusals: [], opensAt, endsAt: closesAt, closesAt, reachedAt: isOver && afterDays(isOver, -11), handedInAt: isOver,
    check: check ? { valid: check.valid, of: 0, note: check.note, at: day(context, check.at) } : null, sitting: null, left: null, answer: answer ? { outcome: answer.outcome, text: answer.text, ada: null, url: '', at: day(context, answer.at) } : null,
    withdrawal: null, list: null, verdict: null, decidedAt: null, isHidden: false, revision: 1, createdAt: day(context, sent - 5), touchedAt: day(context, answer?.at ?? opens ?? sent), isDemo: true,
  };
}

function nameOf(initiativeId: string, { id: citizenId, personId, name: fullName, birthYear = null, districtId }: Citizen, signedAt: Date, showsName: boolean): Omit<SignatureRecord, '_id'> {
  return { initiativeId, citizenId, personId, fullName, birthYear, districtId, showsName, nonce: 'seed', signedAt };
}

function argumentsOf({ id, opens, inFavour, against }: DemoInitiative, people: readonly Citizen[], context: SeedContext): ImportedComment[] {
  const of = (texts: readonly string[], alignment: 'FOR' | 'AGAINST'): ImportedComment[] => texts.map((text, at) => ({
    id: `${id}-${alignment.toLowerCase()}-${at}`, subject: subjectOf(id), authorId: people[Math.floor(context.random() * people.length)]?.id ?? '', alignment, text, at: day(context, (opens ?? 0) + 1 + at),
  }));
  return [...of(inFavour, 'FOR'), ...of(against, 'AGAINST')];
}
