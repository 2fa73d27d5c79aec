import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments, type ImportedComment } from '@isegoria/comments/api';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events, type SeedContext, Seeds } from '@isegoria/kernel/api';
import { seeded, subjectKey } from '@isegoria/kernel/contracts';
import { Activity, Follows, type Happening } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { Ballots, type SeededVote, supportQuestions, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { ActsOfPower } from '../links/acts-of-power';
import { requestSubject, titleOf } from '../request-labels';
import { RequestNumbers } from '../request-numbers';
import { wordId } from '../request-views';
import { RequestRecord, RequestWordRecord } from '../request.schema';
import { termsOf } from '../intake';
import { plan, type Planned } from './plan';
import { sayings } from './problems';

const requestsOfTheCity = 140;
const dayMs = 86_400_000;
const streamDays = 10;
/** Who tries the city out as a citizen has some of their own. */
const triesItOut = 'citizen@isegoria.example';

/** Four months of requests of the demo city, in every state, and the life around them. It draws from a source of chance of its own, so that what other slices make up stays as it is. */
@Injectable()
export class RequestsSeed implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    @InjectModel(RequestWordRecord.name) private readonly words: Model<RequestWordRecord>,
    private readonly catalogue: Catalogue,
    private readonly numbers: RequestNumbers,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly comments: Comments,
    private readonly ballots: Ballots,
    private readonly votes: Votes,
    private readonly follows: Follows,
    private readonly activity: Activity,
    private readonly acts: ActsOfPower,
    private readonly events: Events,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'requests', order: 60, run: (context) => this.run(context) });
  }

  async run({ now, scale, progress }: SeedContext): Promise<void> {
    const people = await this.citizens.sample();
    if (people.length === 0 || (await this.requests.exists({ isDemo: true }))) return;
    const random = seeded(311);
    const wanted = Math.max(30, Math.round(requestsOfTheCity * scale));
    const officials = new Map((await this.citizens.withRole('official')).map(({ departmentId, id }) => [departmentId, id]));
    const [city, places, services] = await Promise.all([this.organisation.current(), this.organisation.places(), this.catalogue.all()]);
    const drawn = plan(wanted, { random, now, city, places, services, officials, people: people.map(({ id }) => id) });
    const planned = await this.numbered(await this.given(drawn));
    const made = planned.map(({ request }) => request);
    await this.requests.insertMany(made);
    await this.words.insertMany(planned.flatMap(({ request, words }) => words.map(({ citizenId, isFixed, at }) => ({ _id: wordId(request, citizenId), requestId: request._id, citizenId, isFixed, at }))));

    const listed = planned.filter(({ request }) => request.listed);
    await this.ballots.openMany(listed.map(({ request }) => ballotOf(request._id)));
    await this.comments.importMany(commentsOn(listed, people, { random, now }));
    await this.votes.castMany(votesOn(listed, people, random));
    await Promise.all(made.map(({ _id, reporterId }) => reporterId && this.follows.followMany([reporterId], requestSubject(_id), 'author')));
    await this.settle(made, now);
    progress('requests', made.length, made.length);
  }

  /** The account to try the city out with reported every twelfth of them. */
  private async given(planned: Planned[]): Promise<Planned[]> {
    const reporter = await this.citizens.byEmail(triesItOut);
    if (!reporter) return planned;
    return planned.map((one, at) => {
      if (at % 12 !== 5 || one.request.channel !== 'online') return one;
      const history = one.request.history.map((said) => (said.byId === one.request.reporterId ? { ...said, byId: reporter.id } : said));
      return { ...one, request: { ...one.request, reporterId: reporter.id, history }, words: one.words.map((word) => ({ ...word, citizenId: reporter.id })) };
    });
  }

  /** Gives them the city's numbers, in the order in which they came. */
  private async numbered(planned: Planned[]): Promise<Planned[]> {
    const first = await this.numbers.next(planned.length);
    const numberOf = (at: string) => String(first + Number(at));
    const services = await this.catalogue.all();
    const closed = <T extends Pick<RequestRecord, 'closing'>>(one: T): T => (one.closing?.duplicateOf ? { ...one, closing: { ...one.closing, duplicateOf: numberOf(one.closing.duplicateOf) } } : one);
    return planned.map(({ request, words, affected }) => {
      const id = numberOf(request._id);
      const service = services.get(request.serviceId);
      const numbered = { ...closed(request), _id: id, history: request.history.map(closed), terms: service ? termsOf(id, service, request) : [], pressKey: `demo|${id}`, affected, saidFixed: words.filter(({ isFixed }) => isFixed).length };
      return { request: numbered, words, affected };
    });
  }

  /** The moderators get what waits, the ledger what departments did, the city's stream its news. */
  private async settle(made: readonly RequestRecord[], now: Date): Promise<void> {
    const services = await this.catalogue.all();
    const titled = (request: RequestRecord) => titleOf(services.get(request.serviceId), request.place);
    for (const request of made.filter(({ status }) => status === 'waiting')) {
      await this.events.publish('contribution.submitted', { item: requestSubject(request._id), authorId: request.reporterId ?? '', title: titled(request).el, text: request.text, mode: 'wait', at: request.createdAt });
    }
    const known = made.flatMap(({ _id, listed, reporterId, createdAt: at }) => (listed && reporterId ? [{ item: requestSubject(_id), authorId: reporterId, at }] : []));
    await this.events.publish('contributions.imported', { contributions: known });
    await this.acts.record(made.map(({ _id }) => _id));
    const departments = new Map((await this.organisation.departments()).map(({ id, name }) => [id, name]));
    const since = now.getTime() - streamDays * dayMs;
    await this.activity.recordMany(made.filter(({ listed }) => listed).flatMap((request) => request.history.filter(({ at }) => at.getTime() > since).flatMap((said): Happening[] => {
      const { _id: id } = request;
      const about = requestSubject(id);
      if (said.kind === 'submitted') return [{ about, name: 'requests.published', params: { title: titled(request) }, at: said.at, key: `request.published:${id}`, isLocal: true }];
      if (said.kind !== 'fixed' && said.kind !== 'closed' && said.kind !== 'reopened') return [];
      return [{ about, name: `requests.${said.kind}`, params: { title: titled(request), department: departments.get(said.departmentId ?? '') ?? '' }, at: said.at, key: `request.${said.kind}:${id}:${said.id}` }];
    })));
  }
}

function ballotOf(id: string) {
  const subject = requestSubject(id);
  return { id: subjectKey(subject), subject, kind: 'support' as const, questions: supportQuestions };
}

/** Different people say that it concerns them too; never the one who reported it. */
function votesOn(listed: readonly Planned[], people: readonly Citizen[], random: () => number): SeededVote[] {
  return listed.flatMap(({ request, affected }) => {
    const first = Math.floor(random() * people.length);
    const others = Array.from({ length: Math.min(affected, people.length - 1) }, (_, at) => people[(first + at) % people.length]).filter((one) => one !== undefined && one.id !== request.reporterId);
    return others.flatMap((citizen, at) => (citizen ? [{ citizen, ballotId: ballotOf(request._id).id, answers: [{ questionId: 'support', optionId: 'yes' }], nonce: `seed-request-${request._id}-${at}` }] : []));
  });
}

function commentsOn(listed: readonly Planned[], people: readonly Citizen[], { random, now }: Pick<SeedContext, 'random' | 'now'>): ImportedComment[] {
  return listed.flatMap(({ request }, at) => {
    if (random() > 0.22) return [];
    const said = new Date(request.createdAt.getTime() + random() * (now.getTime() - request.createdAt.getTime()));
    const author = people[Math.floor(random() * people.length)];
    return author ? [{ id: `demo-request-${request._id}`, subject: requestSubject(request._id), authorId: author.id, alignment: 'NEUTRAL' as const, text: sayings.comments[at % sayings.comments.length] ?? '', at: said }] : [];
  });
}
