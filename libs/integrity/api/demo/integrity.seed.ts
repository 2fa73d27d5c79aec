import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, type SeedContext, Seeds, Subjects, unlessThere } from '@isegoria/kernel/api';
import { afterDays, subjectKey } from '@isegoria/kernel/contracts';
import { Ballots, NamedVotes, Votes, VotesJobs } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { News } from '../news';
import { hourMs } from '../rhythm';
import { IntegritySignRecord, IntegrityWordRecord } from '../sign.schema';
import { Watch } from '../watch';
import { demoWords, pattern } from './demo-pattern';

const settledDays = 200;

/**
 * Four weeks of support that came little by little, and three patterns in it that ordinary life seldom makes: votes of made-up people at hours that are past. Which signs they are, the method
 * itself finds; the city has looked into one and is looking into another.
 */
@Injectable()
export class IntegritySeed implements OnModuleInit {
  constructor(
    @InjectModel(IntegritySignRecord.name) private readonly signs: Model<IntegritySignRecord>,
    @InjectModel(IntegrityWordRecord.name) private readonly words: Model<IntegrityWordRecord>,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly named: NamedVotes,
    private readonly counting: VotesJobs,
    private readonly watch: Watch,
    private readonly news: News,
    private readonly clock: Clock,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'integrity', order: 96, run: (context) => this.run(context) });
  }

  async run({ random, now, progress }: SeedContext): Promise<void> {
    if (await this.signs.exists({})) return;
    const things = await this.quietOnes(now);
    if (things.length < pattern.rushes.length + 2) return;
    const [settled, fresh] = [await this.people('settled', pattern.settled, afterDays(now, -settledDays)), await this.people('new', pattern.fresh, new Date(afterDays(now, -pattern.newcomers.daysAgo).getTime() - 20 * hourMs))];
    const votes = pattern.votesOf({ things, settled, fresh, random, now });
    for (const [at, given] of votes.entries()) {
      const cast = given.votes.map(({ citizen, ballotId }) => ({ citizen, ballotId, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: `seed-integrity-${citizen.id}` }));
      await this.votes.castPast(cast, given.at);
      progress('integrity', at + 1, votes.length);
    }
    await this.counting.catchUp();
    // What the other seeds have cast this very hour is looked at with it: nobody waits for an hour to see the demo city.
    await this.watch.catchUp(new Date(this.clock.now().getTime() + 2 * hourMs));
    await this.say(now);
  }

  /** Public things that take support, were there when the patterns begin, and have the fewest supports: the last are the least. */
  private async quietOnes(now: Date): Promise<string[]> {
    const begins = afterDays(now, -pattern.days);
    const cards = (await this.subjects.findOf('proposal', '', 100)).filter(({ createdAt }) => createdAt < begins);
    const ids = cards.map(subjectKey);
    const [ballots, standings] = [await this.ballots.findMany(ids), await this.named.standings('proposal')];
    return ids.filter((id) => ballots.get(id)?.closesAt === null).sort((a, b) => (standings.get(a) ?? 0) - (standings.get(b) ?? 0));
  }

  private async people(name: string, many: number, createdAt: Date): Promise<Citizen[]> {
    const neighbours = await this.citizens.sample(many);
    const wanted = Array.from({ length: many }, (_, at) => {
      const { name: called = 'Κάτοικος', districtId = null } = neighbours[at % Math.max(1, neighbours.length)] ?? {};
      // Of those who have been here for long, every second one has been verified.
      const isVerified = name === 'settled' && at % 2 === 0;
      return { id: `demo-${name}-${String(at).padStart(2, '0')}`, name: called, districtId, locale: 'el' as const, createdAt, agreedAt: createdAt, made: true, ...(isVerified && { personId: `demo:${name}-${at}` }) };
    });
    const there = new Map((await Promise.all(wanted.map(({ id }) => this.citizens.find(id)))).flatMap((citizen) => (citizen ? [[citizen.id, citizen]] : [])));
    const made = await this.citizens.createMany(wanted.filter(({ id }) => !there.has(id)));
    return [...there.values(), ...made];
  }

  private async say(now: Date): Promise<void> {
    const found = await this.signs.find({}).sort({ from: 1 }).lean<IntegritySignRecord[]>().exec();
    for (const { kind, words } of demoWords) {
      const sign = found.find((one) => one.kind === kind);
      if (!sign) continue;
      const [kindOf = '', ...id] = sign.ballotId.split(':');
      for (const [at, { finding, text, daysAgo }] of words.entries()) {
        const told = { signId: sign._id, revision: at + 1, finding, text, role: 'moderator', at: afterDays(now, -daysAgo) };
        await this.words.create({ _id: `${sign._id}|${at + 1}`, ...told }).catch(unlessThere);
        await this.news.record({ ...told, subject: { kind: kindOf, id: id.join(':') } });
      }
    }
  }
}
