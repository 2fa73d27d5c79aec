import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { AnyBulkWriteOperation, Model } from 'mongoose';
import { Comments, type ImportedComment } from '@isegoria/comments/api';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events, type SeedContext, Seeds } from '@isegoria/kernel/api';
import { Activity, type Happening } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { Ballots, type SeededVote, Votes } from '@isegoria/votes/api';
import { ActsOfPower } from '../told/acts-of-power';
import { nothingYet } from '../nothing-yet';
import { ballotOf } from '../proposal-ballot';
import { ProposalLists } from '../proposal-lists';
import { written } from '../proposal-words';
import { Proposal } from '../proposal.schema';
import { standing } from '../standing';
import { beginnings } from './answer-texts';
import { argumentsOn, someone } from './arguments';
import { plan, shuffled } from './plan';
import { answeredLately, seededProposal } from './seeded-proposal';

const proposalsOfTheCity = 288;
const dayMs = 86_400_000;

/** Three hundred proposals of the demo city and the life around them. Safe to run twice: every id is the same at every run. */
@Injectable()
export class ProposalsSeed implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly comments: Comments,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly activity: Activity,
    private readonly lists: ProposalLists,
    private readonly events: Events,
    private readonly seeds: Seeds,
    private readonly acts: ActsOfPower,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'proposals', order: 40, run: (context) => this.run(context) });
  }

  async run({ random, now, scale, progress }: SeedContext): Promise<void> {
    const people = await this.citizens.sample();
    if (people.length === 0 || (await this.proposals.exists({ _id: 'demo-0000', supports: { $gt: 0 } }))) return;
    const planned = plan(random, now, await this.organisation.places(), Math.max(12, Math.round(proposalsOfTheCity * scale)));
    const officials = new Map((await this.citizens.withRole('official')).map((official) => [official.departmentId, official.id]));
    const drawn: Proposal[] = [];
    const sayings: ImportedComment[] = [];
    for (const [at, one] of planned.entries()) {
      const id = idOf(at);
      const department = await this.organisation.departmentFor(one.category);
      const circumstances = { id, at, authorId: someone(people, random), departmentId: department?.id ?? null, officialId: officials.get(department?.id ?? '') ?? '', answersWithinDays: department?.answersWithinDays ?? 30, random, now };
      const proposal = seededProposal(one, circumstances);
      drawn.push(proposal);
      if (proposal.listed) sayings.push(...argumentsOn(one, { id, citizens: people, random, now }));
    }
    const made = answeredLately(drawn, now);
    await this.write([...made, ...drafts(people, random, now)]);
    progress('proposals', made.length, made.length);

    const listed = made.filter((proposal) => proposal.listed);
    await this.ballots.openMany(listed.map(({ _id }) => ballotOf(_id)));
    await this.comments.importMany(sayings);
    progress('arguments', sayings.length, sayings.length);
    const supports = new Map(planned.map((one, at) => [idOf(at), one.supports]));
    await this.support([...supportersOf(listed, supports, people, random), ...agreersOf(sayings, people, random)], progress);
    await this.settle(made, now);
  }

  private async write(proposals: Proposal[]): Promise<void> {
    const writes = proposals.map(({ _id, ...proposal }) => ({ updateOne: { filter: { _id }, update: { $setOnInsert: proposal }, upsert: true } }));
    for (let from = 0; from < writes.length; from += 100) await this.proposals.bulkWrite(writes.slice(from, from + 100) as AnyBulkWriteOperation<Proposal>[], { ordered: false });
  }

  private async support(votes: SeededVote[], progress: SeedContext['progress']): Promise<void> {
    for (let from = 0; from < votes.length; from += 2000) {
      await this.votes.castMany(votes.slice(from, from + 2000));
      progress('votes', Math.min(from + 2000, votes.length), votes.length);
    }
  }

  /** What counting has made of now goes back to when it was; the moderators get what waits, and the city's stream its news. */
  private async settle(made: Proposal[], now: Date): Promise<void> {
    const moments = made.map(({ _id, activeAt }) => ({ updateOne: { filter: { _id }, update: { $set: { activeAt } } } }));
    await this.proposals.bulkWrite(moments as AnyBulkWriteOperation<Proposal>[], { ordered: false });
    for (const { _id, authorId, title, text, publication, submittedAt } of made) {
      if (publication === 'waiting') await this.events.publish('contribution.submitted', { item: { kind: 'proposal', id: _id }, authorId, title, text, mode: 'wait', at: submittedAt ?? now });
    }
    const known = made.filter(({ listed }) => listed).map(({ _id, authorId, publishedAt }) => ({ item: { kind: 'proposal', id: _id }, authorId, at: publishedAt ?? now }));
    await this.events.publish('contributions.imported', { contributions: known });
    await this.activity.recordMany(await this.news(made, now));
    const answers = made.flatMap(({ _id: id, answers: given }) => given.map(({ at }) => ({ id, at })));
    for (const answer of answers.sort((a, b) => a.at.getTime() - b.at.getTime())) await this.acts.answered(answer);
    this.lists.changed();
  }

  private async news(made: Proposal[], now: Date): Promise<Happening[]> {
    const lately = made.filter(({ listed, activeAt }) => listed && activeAt !== null && now.getTime() - activeAt.getTime() < 40 * dayMs);
    const departments = new Map((await this.organisation.departments()).map(({ id, name }) => [id, name]));
    return lately.flatMap(({ _id: id, title, publishedAt, answers, supports, departmentId }) => {
      const about = { kind: 'proposal', id };
      const published: Happening[] = publishedAt ? [{ about, name: 'proposals.published', params: { title }, at: publishedAt, key: `proposal.published:${id}` }] : [];
      const answered = answers.map(({ status, at }) => ({
        about, name: `proposals.answered_${status.toLowerCase()}`, at, key: `proposal.answered:${id}:${at.getTime()}`,
        params: { title, people: supports, department: departments.get(departmentId ?? '') ?? '', text: '' },
      }));
      return [...published, ...answered].filter(({ at }) => at !== undefined && now.getTime() - at.getTime() < 40 * dayMs);
    });
  }
}

function idOf(at: number): string {
  return `demo-${String(at).padStart(4, '0')}`;
}

function drafts(people: Citizen[], random: () => number, now: Date): Proposal[] {
  return beginnings.map((title, at) => {
    const createdAt = new Date(now.getTime() - random() * 30 * dayMs);
    const axes = { publication: 'draft', visibility: 'visible', answered: 'NONE' } as const;
    const rest = { category: null, district: null, place: null, pictures: [], departmentId: null, processId: null };
    return { ...nothingYet, ...written(title, ''), ...standing(axes), ...rest, _id: `demo-draft-${at}`, authorId: someone(people, random), lang: 'el', createdAt, touchedAt: createdAt, source: `demo:draft-${at}` };
  });
}

/** Who stands behind what: for each proposal as many different people as the plan says, as far as the city goes. */
function supportersOf(listed: Proposal[], supports: Map<string, number>, people: Citizen[], random: () => number): SeededVote[] {
  return listed.flatMap(({ _id: id }) =>
    shuffled(random, people).slice(0, supports.get(id) ?? 0).map((citizen, at) => ({ citizen, ballotId: ballotOf(id).id, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: `seed-${id}-${at}` })),
  );
}

/** Who agrees with an argument: a few, and now and then many. */
function agreersOf(sayings: ImportedComment[], people: Citizen[], random: () => number): SeededVote[] {
  return sayings.flatMap(({ id }) => {
    const many = random() < 0.55 ? 0 : Math.floor(22 * random() ** 4) + 1;
    const first = Math.floor(random() * people.length);
    const agreeing = Array.from({ length: Math.min(many, people.length) }, (_, at) => people[(first + at * 7) % people.length]).filter((one): one is Citizen => one !== undefined);
    return [...new Set(agreeing)].map((citizen, at) => ({ citizen, ballotId: `comment:${id}`, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: `seed-${id}-${at}` }));
  });
}
