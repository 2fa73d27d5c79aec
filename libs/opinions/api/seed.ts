import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Seed, SeedContext } from '@isegoria/kernel/api';
import { Events } from '@isegoria/kernel/api';
import { AnswerLog } from './answer-log';
import { Cartographer } from './cartographer';
import { AnswerRecord, StatementRecord } from './opinion.schema';
import { foldOf } from './opinions.rules';
import { personKey } from './person-key';
import { seedCamps, seedStatements } from './seed-texts';

const subject = 'process:harbour';
const people = 700;
const day = 86_400_000;

/** One living conversation of the demo city, about the waterfront: three camps that agree on some things. */
@Injectable()
export class OpinionsSeed implements Seed {
  readonly name = 'opinions';
  readonly order = 57;

  constructor(
    @InjectModel(StatementRecord.name) private readonly statements: Model<StatementRecord>,
    private readonly citizens: Citizens,
    private readonly log: AnswerLog,
    private readonly cartographer: Cartographer,
    private readonly events: Events,
  ) {}

  async run(context: SeedContext): Promise<void> {
    const { now, random, scale, progress } = context;
    const writers = await this.citizens.sample(Math.max(40, Math.round(people * scale)));
    if (writers.length === 0) return;
    const records = seedStatements.map(({ text }, number): StatementRecord => ({
      _id: `seed-opinion-${String(number).padStart(2, '0')}`,
      subject,
      authorId: writers[number % writers.length]?.id ?? 'seed',
      text,
      fold: foldOf(text),
      visibility: 'public',
      nonce: `seed:${number}`,
      createdAt: new Date(now.getTime() - 14 * day + number * 3_600_000),
      entered: true,
      decidedAt: null,
      verdict: null,
    }));
    if (await this.statements.exists({ _id: 'seed-opinion-00' })) return;
    await this.statements.insertMany(records);
    await this.events.publish('contributions.imported', { contributions: records.map(({ _id: id, authorId, createdAt: at }) => ({ item: { kind: 'opinion', id }, authorId, at })) });
    const entries = writers.flatMap(({ personId }, number) => answersOf(personId, number, { now, random }));
    await this.log.appendMany(entries);
    await this.cartographer.due(subject);
    progress('opinions', entries.length, entries.length);
  }
}

/** One person of a camp answers some of the statements, mostly as the camp leans. */
function answersOf(personId: string, number: number, { now, random }: Pick<SeedContext, 'now' | 'random'>): AnswerRecord[] {
  const draw = random();
  const camp = draw < seedCamps[0] ? 0 : draw < seedCamps[0] + seedCamps[1] ? 1 : 2;
  const diligence = 0.45 + random() * 0.5;
  const start = now.getTime() - random() * 13 * day;
  return seedStatements.flatMap(({ leanings }, statement) => {
    if (random() > diligence) return [];
    const mood = (leanings[camp] ?? 0) + (random() - 0.5) * 1.7;
    const at = new Date(Math.min(now.getTime() - 1000, start + statement * 9000));
    const value = mood > 0.22 ? 1 : mood < -0.22 ? -1 : 0;
    return [{ _id: `seed-${String(number).padStart(5, '0')}-${String(statement).padStart(2, '0')}`, subject, statementId: `seed-opinion-${String(statement).padStart(2, '0')}`, person: personKey(personId, subject), value, at }];
  });
}
