import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments, type ImportedComment } from '@isegoria/comments/api';
import { idOfAda } from '@isegoria/evaluations/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Acts } from './decisions/acts.service';
import { Decision } from './decisions/decision.schema';
import { ChoiceSeed } from './demo/choice.seed';
import { demoChoice, demoConcern } from './demo/demo-choice';
import { answersOf } from './demo/demo-evaluations';
import { moodOf, strangers } from './demo/demo-people';
import { type DemoEntry, demoRegister } from './demo/demo-register';
import { demoVoices } from './demo/voices';
import { Evaluations, type SeededEvaluation } from './evaluations.service';
import { ballotOf, weighedDecision } from './figures/weighing.rules';

/** The demo city's decisions, what its people think of them and say about them. Safe to run twice. */
@Injectable()
export class EvaluationsSeed implements OnModuleInit {
  constructor(
    private readonly seeds: Seeds,
    private readonly acts: Acts,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly evaluations: Evaluations,
    private readonly choice: ChoiceSeed,
    private readonly tallies: Tallies,
    private readonly comments: Comments,
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'evaluations', order: 50, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const departments = await this.organisation.departments();
    const entries = demoRegister(context.now, new Map(departments.map(({ id, name }) => [id, name])));
    const notes = new Map(entries.map(({ act, notes }) => [act.ada, notes]));
    await this.acts.take(entries.map(({ act }) => act), ({ ada }) => notes.get(ada) ?? {});
    const people = await this.citizens.sample();
    if (people.length === 0) return;
    const neighbours = [...people, ...strangers(1300 - people.length, context.now.getFullYear())];
    await this.choice.run(entries, neighbours, context);
    await this.evaluate(entries, neighbours, context);
    const voices = entries.flatMap(({ act, demo }) => voicesOf({ kind: 'decision', id: idOfAda(act.ada) }, demo.title[0], demo.daysAgo, people, context));
    await this.comments.importMany([...voices, ...voicesOf({ kind: 'choice', id: demoChoice.id }, demoChoice.title[0], demoChoice.opened, people, context)]);
    await this.order(entries);
  }

  private async evaluate(entries: DemoEntry[], neighbours: Citizen[], context: SeedContext): Promise<void> {
    const spoken = entries.filter(({ demo }) => demo.people);
    const decisions = new Map((await this.decisions.find({ ada: { $in: spoken.map(({ act }) => act.ada) } }).lean<Decision[]>().exec()).map((decision) => [decision.ada, decision]));
    const said = spoken.flatMap((entry) => saidOf(entry, decisions.get(entry.act.ada), neighbours, context));
    for (let from = 0; from < said.length; from += 1000) {
      await this.evaluations.seedMany(said.slice(from, from + 1000));
      context.progress('evaluations', Math.min(from + 1000, said.length), said.length);
    }
  }

  /** The list's order from the tallies, at once: the event that keeps it so comes later. */
  private async order(entries: DemoEntry[]): Promise<void> {
    const subjects = entries.map(({ act }) => ({ kind: 'decision', id: idOfAda(act.ada) }));
    const tallies = await this.tallies.fresh(subjects.map((subject) => ballotOf(subject)));
    await this.decisions.bulkWrite(subjects.map((subject) => ({ updateOne: { filter: { _id: subject.id }, update: { $set: { evaluated: tallies.get(ballotOf(subject))?.voters ?? 0 } } } })));
  }
}

function saidOf({ demo }: DemoEntry, decision: Decision | undefined, people: Citizen[], { random, scale, now }: SeedContext): SeededEvaluation[] {
  if (!decision) return [];
  const weighed = weighedDecision(decision);
  const count = Math.max(Math.round((demo.people ?? 0) * scale), 1);
  const from = Math.floor(random() * people.length);
  const voters = Array.from({ length: count }, (_, at) => people[(from + at) % people.length]).filter((citizen) => citizen !== undefined);
  return answersOf(voters.map((voter) => moodOf(voter, random)), demo.spread ?? [], random).flatMap((options, at) => {
    const citizen = voters[at];
    const answers = weighed.criteria.map(({ id }, place) => ({ questionId: id, optionId: options[place] ?? 'cant_say' }));
    const said = { concern: demoConcern(random()), change: null, at: new Date(now.getTime() - random() * demo.daysAgo * 86_400_000) };
    return citizen ? [{ citizen, ballotId: ballotOf(weighed.subject), nonce: `seed-${decision._id}-${at}`, answers, weighed, round: 1, ...said }] : [];
  });
}

function voicesOf(subject: Subject, title: string, daysAgo: number, people: Citizen[], { random, now }: SeedContext): ImportedComment[] {
  return (demoVoices[title] ?? []).flatMap(([alignment, text], at) => {
    const author = people[Math.floor(random() * people.length)];
    if (!author) return [];
    const days = random() * Math.max(daysAgo - 5, 1);
    return [{ id: `demo-${subject.id}-${at}`, subject, authorId: author.id, alignment, text, at: new Date(now.getTime() - days * 86_400_000) }];
  });
}
