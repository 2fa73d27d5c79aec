import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments, type ImportedComment } from '@isegoria/comments/api';
import { articleSubjectId, nextText, stanceQuestion, stances } from '@isegoria/consultations/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Events, type SeedContext, Seeds, Subjects } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import { Activity } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { type SeededVote, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../told/acts-of-power';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { ArticleCounts } from '../articles/article-counts';
import { ArticleRecord } from '../articles/article.schema';
import { Consultation, ConsultationText, noArguments, type StoredArticle, textId } from '../consultation.schema';
import { ConsultationBallots } from '../consultation-ballots';
import { articleSubject } from '../consultation-views';
import { termsOf } from '../written';
import type { DemoArticle, DemoConsultation } from './demo-consultation';
import { harbourMusic } from './harbour-music';
import { outdoorTables } from './outdoor-tables';
import { residentParking } from './resident-parking';
import { dogsInSquares } from './squares';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const support = [{ questionId: 'support', optionId: 'yes' }];

/** An amendment of the demo city, beside what stands of it in the store. */
interface DemoRecord {
  record: AmendmentRecord;
  supports: number;
}

/** Four consultations of the demo city and the life around them: one open, one that waits for its answer, one adopted, one announced. Safe to run twice: every id is the same at every run. */
@Injectable()
export class ConsultationsSeed implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(ConsultationText.name) private readonly texts: Model<ConsultationText>,
    @InjectModel(ArticleRecord.name) private readonly articles: Model<ArticleRecord>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly counts: ArticleCounts,
    private readonly ballots: ConsultationBallots,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    private readonly comments: Comments,
    private readonly votes: Votes,
    private readonly activity: Activity,
    private readonly organisation: Organisation,
    private readonly subjects: Subjects,
    private readonly events: Events,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'consultations', order: 55, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const people = await this.citizens.sample();
    if (people.length === 0) return;
    for (const demo of [harbourMusic, dogsInSquares, outdoorTables, residentParking]) await this.found(demo, people, context);
    context.progress('consultations', 4, 4);
  }

  /** Votes come in through the usual door: the ballots of what is over stand open for a moment, and then end when they did. */
  private async found(demo: DemoConsultation, people: Citizen[], context: SeedContext): Promise<void> {
    const { id } = demo;
    if (await this.consultations.exists({ _id: id, touchedAt: { $lte: context.now } })) return;
    const articles = demo.articles.map(({ label, title, body }, at) => ({ id: `a${at + 1}`, label, title, body, isPreamble: label === '' }));
    const official = (await this.citizens.withRole('official')).find(({ departmentId }) => departmentId === demo.department);
    await this.consultations.updateOne({ _id: id }, { $setOnInsert: recordOf(demo, articles, official?.id ?? 'demo', context.now) }, { upsert: true }).exec();
    await this.texts.updateOne({ _id: textId(id, 1) }, { $setOnInsert: { consultationId: id, number: 1, at: day(context, demo.published), articles } }, { upsert: true }).exec();
    if (demo.opens < 0) await this.live(demo, people, context);
    if (demo.answer) await this.answer(demo, articles, context);
    if (demo.adopted) await this.adopt(demo, context);
    await this.consultations.updateOne({ _id: id }, { $set: { touchedAt: day(context, demo.adopted?.at ?? Math.min(demo.opens, demo.published)) } }).exec();
    await this.acts.record(id);
    await this.tell(demo, context);
  }

  private async live(demo: DemoConsultation, people: Citizen[], context: SeedContext): Promise<void> {
    const { id } = demo;
    const soon = new Date(context.now.getTime() + 30 * dayMs);
    await this.ballots.openArticles({ _id: id, opensAt: day(context, demo.opens), closesAt: soon });
    const amended = amendmentsOf(demo, people, context);
    for (const { record } of amended) {
      const { _id, ...rest } = record;
      await this.amendments.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true }).exec();
      await this.ballots.openAmendment(_id, { closesAt: soon });
    }
    await this.comments.importMany(argumentsOf(demo, people, context));
    await this.votes.castMany([...stancesOf(demo, people, context), ...supportsOf(amended, people, context)]);
    for (const articleId of new Set(amended.map(({ record }) => record.articleId))) await this.counts.amended(id, articleId);
    await this.events.publish('contributions.imported', { contributions: amended.map(({ record: { _id, authorId, createdAt: at } }) => ({ item: { kind: 'amendment', id: _id }, authorId, at })) });
    await this.ballots.settle(id);
  }

  private async answer(demo: DemoConsultation, articles: StoredArticle[], context: SeedContext): Promise<void> {
    const { id, answer } = demo;
    if (!answer) return;
    const at = day(context, answer.at);
    const replies = demo.articles.flatMap(({ answer: said }, place) => {
      const article = articles[place];
      return said && article ? [{ article, reply: { heard: said.heard, outcome: said.outcome, reason: said.reason, label: said.label ?? article.label, title: article.title, body: said.body ?? article.body, revision: 1 } }] : [];
    });
    for (const { article, reply } of replies) {
      await this.articles.updateOne({ _id: articleSubjectId(id, article.id) }, { $set: { consultationId: id, articleId: article.id, reply } }, { upsert: true, setDefaultsOnInsert: true }).exec();
    }
    const added = [{ id: `a${articles.length + 1}`, after: articles.at(-1)?.id ?? null, ...answer.added }];
    const next = nextText(articles, new Map(replies.map(({ article, reply }) => [article.id, reply])), added);
    await this.texts.updateOne({ _id: textId(id, 2) }, { $setOnInsert: { consultationId: id, number: 2, at, articles: next } }, { upsert: true }).exec();
    const outcomes = demo.articles.flatMap(({ amendments = [] }) => amendments.flatMap(({ reply }) => reply?.[0] ?? []));
    const of = (all: readonly string[], outcome: string) => all.filter((one) => one === outcome).length;
    const said = demo.articles.map((article) => article.answer?.outcome ?? 'kept');
    const answerCounts = { kept: of(said, 'kept'), changed: of(said, 'changed'), removed: of(said, 'removed'), adopted: of(outcomes, 'adopted'), partly: of(outcomes, 'partly'), notAdopted: of(outcomes, 'notAdopted') };
    await this.consultations.updateOne({ _id: id }, { $set: { frame: { text: answer.text, added, revision: 1 }, answeredAt: at, answerCounts } }).exec();
  }

  private async adopt({ id, adopted, title }: DemoConsultation, context: SeedContext): Promise<void> {
    if (!adopted) return;
    const [card] = await this.subjects.findOf('decision', adopted.act, 1);
    const act = { ada: null, title: card?.title ?? title[0], url: card?.path ?? 'https://diavgeia.gov.gr', note: adopted.note, at: day(context, adopted.at) };
    await this.consultations.updateOne({ _id: id }, { $set: { adopted: act } }).exec();
  }

  /** The city's stream of the last weeks. */
  private async tell({ id, title, department, published, opens, answer, adopted }: DemoConsultation, context: SeedContext): Promise<void> {
    const names = await this.organisation.department(department);
    const params = { title: pair(title) };
    const moments = [
      ...(opens > published ? [{ name: 'published', at: published, params }] : []),
      { name: 'opened', at: opens, params },
      ...(answer ? [{ name: 'answered', at: answer.at, params: { ...params, department: names?.name ?? '', text: '' } }] : []),
      ...(adopted ? [{ name: 'adopted', at: adopted.at, params }] : []),
    ].filter(({ at }) => at <= 0 && at > -40);
    await this.activity.recordMany(moments.map((moment) => ({ about: { kind: 'consultation', id }, name: `consultations.${moment.name}`, params: moment.params, at: day(context, moment.at), key: `consultation.${moment.name}:${id}` })));
  }
}

const pair = ([el, en]: readonly [string, string]) => ({ el, en });
/** So many days from now, on the hour: nothing of a city opens at 16:29. */
const day = ({ now }: Pick<SeedContext, 'now'>, days: number): Date => new Date(Math.floor((now.getTime() + days * dayMs) / hourMs) * hourMs);

function recordOf(demo: DemoConsultation, articles: readonly StoredArticle[], createdBy: string, now: Date): Omit<Consultation, '_id'> {
  const at = (days: number) => day({ now }, days);
  const { extension } = demo;
  return {
    title: pair(demo.title), summary: pair(demo.summary), terms: termsOf({ title: pair(demo.title), summary: pair(demo.summary) }, articles), departmentId: demo.department, categoryId: demo.category, districtIds: [...(demo.districts ?? [])], links: [],
    admission: 'public', opensAt: at(demo.opens), closesAt: at(demo.closes), publishedAt: at(demo.published), openedAt: demo.opens < 0 ? at(demo.opens) : null,
    extensions: extension ? [{ from: at(extension.from), to: at(demo.closes), reason: extension.reason, at: at(extension.at) }] : [],
    withdrawal: null, frame: { text: '', added: [], revision: 0 }, answerRevision: 0, answeredAt: null, answerCounts: null, adopted: null,
    articleCount: articles.filter(({ isPreamble }) => !isPreamble).length, stanceCount: 0, argumentCount: 0, amendmentCount: 0, arguments: noArguments,
    // Later than now until all of it is written: a seed that was cut off begins again.
    revision: 1, createdBy, createdAt: at(demo.published - 5), touchedAt: at(400), isDemo: true,
  };
}

/** A moment while it was open and not after now. */
function moment({ opens, closes }: DemoConsultation, context: SeedContext): Date {
  const end = Math.min(closes, 0);
  return day(context, opens + context.random() * (end - opens));
}

function someone(people: readonly Citizen[], random: () => number): string {
  return people[Math.floor(random() * people.length)]?.id ?? '';
}

/** So many different people, from a place in the city that chance says. */
function some(people: readonly Citizen[], wanted: number, { random, scale }: SeedContext): Citizen[] {
  const first = Math.floor(random() * people.length);
  const count = Math.min(Math.max(Math.round(wanted * scale), 1), people.length);
  return Array.from({ length: count }, (_, at) => people[(first + at) % people.length]).filter((citizen) => citizen !== undefined);
}

function amendmentsOf(demo: DemoConsultation, people: readonly Citizen[], context: SeedContext): DemoRecord[] {
  return demo.articles.flatMap(({ amendments = [] }, place) => amendments.map(({ text, reason, supports, reply }, at): DemoRecord => {
    const articleId = `a${place + 1}`;
    const authorId = someone(people, context.random);
    const createdAt = moment(demo, context);
    const record: AmendmentRecord = {
      _id: `${demo.id}-${articleId}-${at}`, consultationId: demo.id, articleId, version: 1, place, authorId, isRemoval: text === null, text: text ?? '', reason, visibility: 'public',
      slot: `${articleSubjectId(demo.id, articleId)}|${authorId}|${at}`, supports: 0, supportsSeq: 0, nonce: `seed-${demo.id}-${articleId}-${at}`, createdAt, publishedAt: createdAt, verdict: null, decidedAt: null,
      reply: reply ? { outcome: reply[0], reason: reply[1] } : null, entered: true,
    };
    return { record, supports };
  }));
}

function argumentsOf(demo: DemoConsultation, people: readonly Citizen[], context: SeedContext): ImportedComment[] {
  const of = (subject: Subject, id: string, { inFavour = [], against = [] }: Pick<DemoArticle, 'inFavour' | 'against'>) => [
    ...inFavour.map((text, at) => ({ id: `${id}-for-${at}`, subject, authorId: someone(people, context.random), alignment: 'FOR' as const, text, at: moment(demo, context) })),
    ...against.map((text, at) => ({ id: `${id}-against-${at}`, subject, authorId: someone(people, context.random), alignment: 'AGAINST' as const, text, at: moment(demo, context) })),
  ];
  const onArticles = demo.articles.flatMap((article, place) => of(articleSubject(demo.id, `a${place + 1}`), `${demo.id}-a${place + 1}`, article));
  return [...of({ kind: 'consultation', id: demo.id }, demo.id, demo), ...onArticles];
}

function stancesOf(demo: DemoConsultation, people: readonly Citizen[], context: SeedContext): SeededVote[] {
  return demo.articles.flatMap(({ stances: counts }, place) => {
    if (!counts) return [];
    const ballotId = `consultation-article:${articleSubjectId(demo.id, `a${place + 1}`)}`;
    const options = stances.flatMap((optionId, at) => Array.from({ length: counts[at] ?? 0 }, () => optionId));
    const voters = some(people, options.length, context);
    return voters.map((citizen, at) => {
      const optionId = options[Math.floor((at * options.length) / voters.length)] ?? 'agree';
      return { citizen, ballotId, answers: [{ questionId: stanceQuestion, optionId }], nonce: `seed-${demo.id}-${place}-${at}` };
    });
  });
}

function supportsOf(amended: readonly DemoRecord[], people: readonly Citizen[], context: SeedContext): SeededVote[] {
  return amended.flatMap(({ record: { _id }, supports }) => some(people, supports, context).map((citizen, at) => ({ citizen, ballotId: `amendment:${_id}`, answers: support, nonce: `seed-${_id}-${at}` })));
}
