import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments, type ImportedComment } from '@isegoria/comments/api';
import { idOfAda } from '@isegoria/evaluations/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import { type SeededVote, Tallies, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Acts } from './acts.service';
import { Decision } from './decision.schema';
import { ballotOf } from './decisions.views';
import { answersOf } from './demo/demo-evaluations';
import { type DemoEntry, demoRegister } from './demo/demo-register';
import { demoVoices } from './demo/voices';

/** The demo city's decisions, what its people think of them and say about them. Safe to run twice. */
@Injectable()
export class EvaluationsSeed implements OnModuleInit {
  constructor(
    private readonly seeds: Seeds,
    private readonly acts: Acts,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly votes: Votes,
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
    await this.evaluate(entries, people, context);
    await this.comments.importMany(entries.flatMap(({ act, demo }) => voicesOf(idOfAda(act.ada), demo.title[0], demo.daysAgo, people, context)));
    await this.order(entries);
  }

  private async evaluate(entries: DemoEntry[], people: Citizen[], context: SeedContext): Promise<void> {
    const spoken = entries.filter(({ demo }) => demo.people);
    const neighbours = [...people, ...strangers(Math.max(...spoken.map(({ demo }) => demo.people ?? 0)) - people.length)];
    const criteria = await this.criteriaOf(spoken);
    const votes = spoken.flatMap((entry) => votesOn(entry, criteria.get(entry.act.ada) ?? [], neighbours, context));
    for (let from = 0; from < votes.length; from += 1000) {
      await this.votes.castMany(votes.slice(from, from + 1000));
      context.progress('evaluations', Math.min(from + 1000, votes.length), votes.length);
    }
  }

  private async criteriaOf(entries: DemoEntry[]): Promise<Map<string, string[]>> {
    const found = await this.decisions.find({ ada: { $in: entries.map(({ act }) => act.ada) } }, { ada: 1, criteria: 1 }).lean<Decision[]>().exec();
    return new Map(found.map(({ ada, criteria }) => [ada, criteria.map(({ id }) => id)]));
  }

  /** The list's order from the tallies, at once: the event that keeps it so comes later. */
  private async order(entries: DemoEntry[]): Promise<void> {
    const ids = entries.map(({ act }) => idOfAda(act.ada));
    const tallies = await this.tallies.fresh(ids.map(ballotOf));
    await this.decisions.bulkWrite(ids.map((id) => ({ updateOne: { filter: { _id: id }, update: { $set: { evaluated: tallies.get(ballotOf(id))?.voters ?? 0 } } } })));
  }
}

function votesOn({ act, demo }: DemoEntry, criteria: string[], people: Citizen[], { random, scale }: SeedContext): SeededVote[] {
  const id = idOfAda(act.ada);
  const count = Math.max(Math.round((demo.people ?? 0) * scale), 1);
  const from = Math.floor(random() * people.length);
  return answersOf(count, demo.spread ?? [], random).flatMap((options, at) => {
    const citizen = people[(from + at) % people.length];
    const answers = criteria.map((questionId, place) => ({ questionId, optionId: options[place] ?? 'cant_say' }));
    return citizen ? [{ citizen, ballotId: ballotOf(id), nonce: `seed-${id}-${at}`, answers }] : [];
  });
}

/** People who weigh a decision and write nothing: an evaluation is secret, so nobody ever meets them and they need no account. */
function strangers(count: number): Citizen[] {
  return Array.from({ length: Math.max(count, 0) }, (_, at) => {
    const id = `demo-stranger-${at}`;
    return { id, personId: `person:${id}`, name: '', roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true };
  });
}

function voicesOf(decisionId: string, title: string, daysAgo: number, people: Citizen[], { random, now }: SeedContext): ImportedComment[] {
  return (demoVoices[title] ?? []).flatMap(([alignment, text], at) => {
    const author = people[Math.floor(random() * people.length)];
    if (!author) return [];
    const days = random() * Math.max(daysAgo - 5, 1);
    return [{ id: `demo-${decisionId}-${at}`, subject: { kind: 'decision', id: decisionId }, authorId: author.id, alignment, text, at: new Date(now.getTime() - days * 86_400_000) }];
  });
}
