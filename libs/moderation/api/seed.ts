import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type Seed, type SeedContext, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { parseSubject } from '@isegoria/kernel/contracts';
import { ActsOfPower } from './acts-of-power';
import { Case } from './case.schema';
import { itemOf } from './case-view';
import { Contributions } from './contributions.service';
import { likelyRule } from './moderation.hints';
import { placeInQueue } from './moderation.rules';
import { Objection } from './objection.schema';
import { Reports } from './reports.service';
import { objectionsTo, pastCase } from './seed-past';
import { pastRulings, reportNotes } from './seed-texts';

const minute = 60_000;
const day = 24 * 60 * minute;
const pastDays = 170;

/** The demo city's queue, and the half year of moderation behind it. */
@Injectable()
export class ModerationSeed implements Seed {
  readonly name = 'moderation';
  readonly order = 60;

  constructor(
    @InjectModel(Case.name) private readonly cases: Model<Case>,
    @InjectModel(Objection.name) private readonly objections: Model<Objection>,
    private readonly contributions: Contributions,
    private readonly reports: Reports,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly acts: ActsOfPower,
  ) {}

  async run(context: SeedContext): Promise<void> {
    const people = await this.citizens.sample(400);
    const moderators = await this.citizens.withRole('moderator');
    if (people.length < 20) return;
    await this.reportWhatStrikes(people, context);
    await this.spreadOverTheMorning(context);
    if (moderators.length > 0) await this.lookBack(people, moderators, context);
  }

  /** People report what was just written: a few each, and one text a dozen at once. */
  private async reportWhatStrikes(people: Citizen[], { random, progress }: SeedContext): Promise<void> {
    const found = await this.publicOnes();
    const target = found.find(({ rule }) => rule === null);
    for (const [at, { card, rule }] of found.entries()) {
      const many = card === target?.card ? 14 : 1 + Math.floor(random() * (rule === null ? 1 : 4));
      for (let number = 0; number < many; number++) {
        const reporter = people[Math.floor(random() * people.length)];
        const notes = reportNotes[rule ?? 1] ?? [''];
        const note = notes[Math.floor(random() * notes.length)] ?? '';
        if (reporter) await this.reports.report(reporter, { item: { kind: card.kind, id: card.id }, rule: rule ?? 1, note });
      }
      progress('reports', at + 1, found.length);
    }
  }

  private async publicOnes(): Promise<{ card: SubjectCard; rule: number | null }[]> {
    const latest = (await this.contributions.latest(60)).filter(({ _id }) => _id.startsWith('comment:'));
    const subjects = latest.map(({ _id }) => parseSubject(_id)).filter((subject) => subject !== null);
    const cards = [...(await this.subjects.cards(subjects)).values()].filter(({ isPublic }) => isPublic);
    return cards.slice(0, 8).map((card) => ({ card, rule: likelyRule(card.excerpt) }));
  }

  /** Nobody's queue fills in one second. */
  private async spreadOverTheMorning({ random, now }: SeedContext): Promise<void> {
    const open = await this.cases.find({ status: 'open' }).lean<Case[]>().exec();
    for (const { _id, weight } of open) {
      const since = new Date(now.getTime() - (6 + random() * 150) * minute);
      await this.cases.updateOne({ _id }, { $set: { since, orderAt: placeInQueue(since, weight) } }).exec();
    }
  }

  private async lookBack(people: Citizen[], moderators: Citizen[], { random, now, scale }: SeedContext): Promise<void> {
    const many = Math.round(60 * Math.min(scale, 1));
    const past: Case[] = [];
    for (let number = 0; number < many; number++) {
      const ruling = pastRulings[number % pastRulings.length];
      const moderator = moderators[number % moderators.length];
      const author = people[Math.floor(random() * people.length)];
      const decidedAt = new Date(now.getTime() - (number / many) * pastDays * day - random() * day - 3 * 60 * minute);
      const since = new Date(decidedAt.getTime() - (12 + random() * random() * 1200) * minute);
      if (ruling && moderator && author) past.push(pastCase({ ruling, number, since, decidedAt, authorId: author.id, moderatorId: moderator.id, reports: Math.floor(random() * 4) }));
    }
    const objected = objectionsTo(past, moderators);
    for (const { objection, found } of objected) found.objection = objection.outcome;
    await this.cases.bulkWrite(past.map(({ _id, ...fields }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } })), { ordered: false });
    await this.objections.bulkWrite(objected.map(({ objection: { _id, ...fields } }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true } })), { ordered: false });
    await this.logged(past);
  }

  /** What was decided stands in the public ledger, the oldest first. */
  private async logged(past: Case[]): Promise<void> {
    for (const one of [...past].reverse()) {
      const { _id: caseId, decision, rule } = one;
      if (decision) await this.acts.decided({ caseId, decision, rule, item: itemOf(one) });
    }
  }
}
