import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments, type ImportedComment } from '@isegoria/comments/api';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events, type SeedContext, Seeds, terms } from '@isegoria/kernel/api';
import { afterDays } from '@isegoria/kernel/contracts';
import { Activity } from '@isegoria/notifications/api';
import type { Params } from '@isegoria/notifications/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../told/acts-of-power';
import { Counting } from '../counting';
import { type Conclusion, Debate, FairnessRecord } from '../debate.schema';
import { fairnessId } from '../debate-views';
import { Fairness } from '../fairness.service';
import { conclusionOf, subjectOf } from '../moves';
import { type DemoDebate, demoDebates } from './demo-debates';

const hourMs = 3_600_000;

/** Debates of the demo city: some that go on, two that are concluded, one that ended and nobody concluded, one that waits for a moderator. Safe to run twice: every id is the same at every run. */
@Injectable()
export class DebatesSeed implements OnModuleInit {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    @InjectModel(FairnessRecord.name) private readonly answers: Model<FairnessRecord>,
    private readonly organisation: Organisation,
    private readonly comments: Comments,
    private readonly counting: Counting,
    private readonly fairness: Fairness,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'debates', order: 57, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const people = await this.citizens.sample(400);
    if (people.length === 0) return;
    for (const [at, demo] of demoDebates.entries()) await this.found(demo, { people, place: at, context });
    context.progress('debates', demoDebates.length, demoDebates.length);
  }

  private async found(demo: DemoDebate, { people, place, context }: { people: readonly Citizen[]; place: number; context: SeedContext }): Promise<void> {
    if (await this.debates.exists({ _id: demo.id })) return;
    // A person says one thing in a debate, and who opened it nothing.
    const of = (at: number) => people[(place * 37 + at) % people.length];
    const said = argumentsOf(demo, { of, context });
    const departmentId = demo.department ?? (await this.organisation.departmentFor(demo.category))?.id ?? null;
    const record = recordOf(demo, { authorId: demo.department ? '' : (of(0)?.id ?? ''), departmentId, said, context });
    await this.debates.updateOne({ _id: demo.id }, { $setOnInsert: record }, { upsert: true }).exec();
    if (!record.openedAt) return this.waits(record);
    await this.comments.importMany(said);
    await this.counting.counted({ subject: subjectOf(demo.id) });
    if (demo.conclusion) await this.judge(demo, said, people);
    await this.acts.record(demo.id);
    await this.tell(record);
  }

  private waits({ _id, authorId, title, text, createdAt: at }: Debate): Promise<void> {
    return this.events.publish('contribution.submitted', { item: subjectOf(_id), authorId, title, text, mode: 'wait', at });
  }

  /** Some of those who took part say whether the conclusion is fair. */
  private async judge({ id: debateId, conclusion }: DemoDebate, said: readonly ImportedComment[], people: readonly Citizen[]): Promise<void> {
    const { yes = 0, partly = 0, no = 0 } = conclusion?.fairness ?? {};
    const given = [...Array<'yes'>(yes).fill('yes'), ...Array<'partly'>(partly).fill('partly'), ...Array<'no'>(no).fill('no')];
    for (const [at, fairness] of given.entries()) {
      const citizen = people.find(({ id }) => id === said[at]?.authorId);
      if (citizen) await this.answers.updateOne({ _id: fairnessId(debateId, citizen) }, { $setOnInsert: { debateId, citizenId: citizen.id, fairness, at: said[at]?.at ?? new Date() } }, { upsert: true }).exec();
    }
    await this.fairness.count(debateId);
  }

  private async tell({ _id, title, authorId, byDepartmentId, openedAt, conclusion, answer }: Debate): Promise<void> {
    const about = subjectOf(_id);
    const contributions = [{ item: about, at: openedAt }, { item: conclusionOf(_id), at: conclusion?.writtenAt ?? null }].flatMap(({ item, at }) => (at && byDepartmentId === null ? [{ item, authorId, at }] : []));
    if (contributions.length > 0) await this.events.publish('contributions.imported', { contributions });
    const department = answer?.departmentId ? await this.organisation.department(answer.departmentId) : null;
    const said: { name: string; at: Date | null; more: Params }[] = [
      { name: 'opened', at: openedAt, more: {} },
      { name: 'concluded', at: conclusion?.publishedAt ?? null, more: {} },
      { name: 'answered', at: answer?.at ?? null, more: { department: department?.name ?? '' } },
    ];
    await this.activity.recordMany(said.flatMap(({ name, at, more }) => (at ? [{ about, name: `debates.${name}`, params: { title, ...more }, at, key: `debate.${name}:${_id}` }] : [])));
  }
}

/** So many days from now, on the hour. */
const day = ({ now }: Pick<SeedContext, 'now'>, days: number): Date => new Date(Math.floor(afterDays(now, days).getTime() / hourMs) * hourMs);

function recordOf(demo: DemoDebate, { authorId, departmentId, said, context }: { authorId: string; departmentId: string | null; said: readonly ImportedComment[]; context: SeedContext }): Debate {
  const { id, title, text, category, district, department, opened, days, conclusion, answer, waits = false } = demo;
  const createdAt = day(context, opened);
  const endsAt = conclusion ? day(context, conclusion.at) : afterDays(createdAt, days);
  const heard = [...said.filter(({ alignment }) => alignment === 'FOR').slice(0, conclusion?.heardFor), ...said.filter(({ alignment }) => alignment === 'AGAINST').slice(0, conclusion?.heardAgainst)];
  const written: Conclusion | null = conclusion ? {
    text: conclusion.text, heard: heard.map(({ id: comment, alignment }) => ({ id: comment, alignment })), visibility: 'public', byId: authorId, writtenAt: day(context, conclusion.at), publishedAt: day(context, conclusion.at), verdict: null, decidedAt: null,
  } : null;
  const last = said.map(({ at }) => at.getTime());
  return {
    _id: id, authorId, byDepartmentId: department, title, text, categoryId: category, districtId: district, departmentId, days, processId: 'debates', visibility: waits ? 'waiting' : 'public', listed: !waits,
    stage: conclusion ? 'concluded' : endsAt <= context.now ? 'ended' : 'open', verdict: null, decidedAt: null, createdAt, openedAt: waits ? null : createdAt, endsAt: waits ? null : endsAt,
    concludedAt: written?.publishedAt ?? null, lastSaidAt: waits ? null : new Date(Math.max(createdAt.getTime(), ...last)), people: 0, argumentsFor: 0, argumentsAgainst: 0, conclusion: written,
    answer: answer ? { text: answer.text, departmentId, byId: '', at: day(context, answer.at) } : null, fairness: null, proposalIds: [], terms: terms([title, text].join(' ')), revision: 1, isDemo: true,
  };
}

/** Spread over the days in which it was open. */
function argumentsOf({ id, opened, days, conclusion, inFavour, against, neutral = [] }: DemoDebate, { of, context }: { of(at: number): Citizen | undefined; context: SeedContext }): ImportedComment[] {
  const texts = [...inFavour.map((text) => ({ text, alignment: 'FOR' as const })), ...against.map((text) => ({ text, alignment: 'AGAINST' as const })), ...neutral.map((text) => ({ text, alignment: 'NEUTRAL' as const }))];
  const until = Math.min(opened + days, conclusion?.at ?? 0, 0) - 0.2;
  return texts.map(({ text, alignment }, at) => ({ id: `${id}-${at}`, subject: subjectOf(id), authorId: of(at + 1)?.id ?? '', alignment, text, at: new Date(context.now.getTime() + (opened + ((until - opened) * (((at * 5) % texts.length) + 1)) / texts.length) * 86_400_000) }));
}
