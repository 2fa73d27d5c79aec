import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { idOfAda } from '@isegoria/evaluations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { type SeedContext, Subjects, terms } from '@isegoria/kernel/api';
import { fold, type Subject } from '@isegoria/kernel/contracts';
import { Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Acts } from '../decisions/acts.service';
import { ActsOfPower } from '../acts-of-power';
import { Choice } from '../choices/choice.schema';
import { Decision } from '../decisions/decision.schema';
import { EvaluationNews } from '../evaluation-news';
import { Evaluations, type SeededEvaluation } from '../evaluations.service';
import { Reply } from '../replies/reply.schema';
import { Settling } from '../settling.service';
import { ballotOf, type Weighed } from '../figures/weighing.rules';
import { Weighing } from '../figures/weighing.service';
import { demoChoice, demoConcern, demoOverdue, demoReplies, demoRounds } from './demo-choice';
import { answersOf } from './demo-evaluations';
import { moodOf } from './demo-people';
import type { DemoEntry } from './demo-register';
import { oneWays } from './one-ways';

const dayMs = 86_400_000;
const subject = { kind: 'choice', id: demoChoice.id };

/** The choice of the demo city with its acts, its two rounds, and what the service replied. Safe to run twice. */
@Injectable()
export class ChoiceSeed {
  constructor(
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(Reply.name) private readonly replies: Model<Reply>,
    private readonly acts: Acts,
    private readonly weighing: Weighing,
    private readonly settling: Settling,
    private readonly evaluations: Evaluations,
    private readonly tallies: Tallies,
    private readonly subjects: Subjects,
    private readonly ledger: ActsOfPower,
    private readonly news: EvaluationNews,
  ) {}

  async run(entries: DemoEntry[], people: Citizen[], context: SeedContext): Promise<void> {
    const ids = entries.filter(({ demo }) => oneWays.includes(demo)).map(({ act }) => idOfAda(act.ada));
    await this.found(ids, context);
    for (const { round, people: count, spread, changes } of demoRounds) {
      if (round === 2) await this.deliver(context);
      const weighed = await this.weighing.find(demoChoice.id);
      const voters = people.slice(0, Math.max(Math.round(count * context.scale), 4));
      if (weighed) await this.evaluations.seedMany(evaluationsOf(weighed, { round, spread, changes, voters, context }));
      context.progress(`the choice, round ${round}`, voters.length, voters.length);
    }
    const tally = (await this.tallies.fresh([ballotOf(subject)])).get(ballotOf(subject));
    await this.choices.updateOne({ _id: demoChoice.id }, { $set: { evaluated: tally?.voters ?? 0 } }).exec();
    await this.reply(entries, context);
  }

  private async found(actIds: string[], { now }: SeedContext): Promise<void> {
    const [title, text] = [pair(demoChoice.title), pair(demoChoice.text)];
    const { criteria } = await this.acts.receptionNow();
    const openedAt = new Date(now.getTime() - demoChoice.opened * dayMs);
    const fields = {
      title, text, criteria, terms: terms(`${title.el} ${title.en} ${text.el} ${text.en}`), links: await this.links(openedAt), departmentId: demoChoice.department, revision: 1, isDemo: true,
      createdAt: openedAt, openedAt, secondAt: null, deliveredAt: null, dissolvedAt: null, evaluated: 0, countedTo: null, released: [],
    };
    await this.choices.updateOne({ _id: demoChoice.id }, { $setOnInsert: fields }, { upsert: true }).exec();
    await this.decisions.updateMany({ _id: { $in: actIds } }, { $set: { choiceId: demoChoice.id } }).exec();
    await this.settling.settle(subject);
    await this.ledger.saved({ id: demoChoice.id, title, acts: actIds, revision: 1 });
  }

  /** The oldest proposal of the demo city that asked for a one-way street before there were any, and the project of last year's budget. */
  private async links(before: Date): Promise<Subject[]> {
    const ids = Array.from({ length: 400 }, (_, at) => ({ kind: 'proposal', id: `demo-${String(at).padStart(4, '0')}` }));
    const asked = [...(await this.subjects.cards(ids)).values()].filter(({ title, isPublic, createdAt }) => isPublic && createdAt < before && fold(title).includes(demoChoice.wish));
    const [oldest] = asked.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    return [...(oldest ? [{ kind: oldest.kind, id: oldest.id }] : []), { kind: 'project', id: demoChoice.project }];
  }

  private async deliver({ now }: SeedContext): Promise<void> {
    const at = new Date(now.getTime() - demoChoice.delivered * dayMs);
    await this.choices.updateOne({ _id: demoChoice.id, secondAt: null }, { $set: { secondAt: at, deliveredAt: at } }).exec();
    await this.settling.settle(subject);
    await this.ledger.opened({ subject, round: 2, by: 'official' });
  }

  private async reply(entries: DemoEntry[], { now }: SeedContext): Promise<void> {
    const at = (days: number) => new Date(now.getTime() + days * dayMs);
    const act = entries.find(({ demo }) => demo.title[0] === demoOverdue.act);
    const overdue = act ? [{ ...demoOverdue, round: 1 as const, criterionId: null, about: { kind: 'decision', id: idOfAda(act.act.ada) }, departmentId: act.demo.department }] : [];
    const all = [...demoReplies.map((reply) => ({ ...reply, about: subject, departmentId: demoChoice.department as string })), ...overdue];
    for (const [place, { about, departmentId, daysAgo, promise, round, criterionId, said, did }] of all.entries()) {
      const done = promise && 'done' in promise && promise.done !== undefined ? at(promise.done) : null;
      const reply: Reply = {
        _id: `demo-reply-${place}`, subject: about, round, criterionId, said, did, departmentId, byId: 'demo', at: at(-daysAgo),
        promise: promise ? { text: promise.text, dueAt: at(promise.due), doneAt: done } : null,
      };
      const { upsertedCount } = await this.replies.updateOne({ _id: reply._id }, { $setOnInsert: reply }, { upsert: true }).exec();
      if (upsertedCount === 0) continue;
      await this.ledger.replied({ replyId: reply._id, isKept: false });
      if (done) await this.ledger.replied({ replyId: reply._id, isKept: true });
      const weighed = await this.weighing.find(about.id);
      if (weighed) await this.news.replied(reply, weighed.title);
    }
  }
}

interface Held {
  round: 1 | 2;
  spread: number[][];
  changes: string[];
  voters: Citizen[];
  context: SeedContext;
}

function evaluationsOf(weighed: Weighed, { round, spread, changes, voters, context: { random, now } }: Held): SeededEvaluation[] {
  const ballotId = ballotOf(weighed.subject, round);
  const days = round === 1 ? demoChoice.opened - demoChoice.delivered : demoChoice.delivered - 1;
  const end = round === 1 ? demoChoice.delivered : 1;
  const every = Math.max(Math.floor(voters.length / Math.max(changes.length, 1)), 1);
  return answersOf(voters.map((voter) => moodOf(voter, random)), spread, random).flatMap((options, at) => {
    const citizen = voters[at];
    const answers = weighed.criteria.map(({ id }, place) => ({ questionId: id, optionId: options[place] ?? 'cant_say' }));
    const said = { concern: demoConcern(random()), change: at % every === 0 ? (changes[at / every] ?? null) : null, at: new Date(now.getTime() - (end + random() * days) * dayMs) };
    return citizen ? [{ citizen, ballotId, nonce: `seed-${weighed.subject.id}-${round}-${at}`, answers, weighed, round, ...said }] : [];
  });
}

const pair = ([el, en]: readonly [string, string]) => ({ el, en });
