import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type SeedContext, Seeds } from '@isegoria/kernel/api';
import { seeded } from '@isegoria/kernel/contracts';
import { Activity } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import { askedOf, type Given, noOpinion, onlyAsked, optionIds, paperOf } from '@isegoria/surveys/contracts';
import { Ballots, Desk } from '@isegoria/votes/api';
import { taxNumberOf } from '@isegoria/votes/contracts';
import type { Model } from 'mongoose';
import { ActsOfPower } from '../links/acts-of-power';
import { Answering, type SeededAnswers } from '../answers/answering.service';
import { SurveyCounting } from '../answers/counting.service';
import { Opening } from '../opening';
import { type StoredSection, Survey } from '../survey.schema';
import { ballotOf, surveySubject } from '../survey-views';
import { lastAnswersAt } from '../surveys.rules';
import { termsOf } from '../answers/written';
import { buses } from './buses';
import type { DemoQuestion, DemoSurvey } from './demo-survey';
import { library } from './library';
import { playgrounds } from './playgrounds';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** However small the city: of fewer than ten nothing is told, and of an open survey the last ten wait. */
const leastPeople = 25;

/** Three surveys of the demo city: one open, one reported, one announced. Safe to run twice: every id is the same at every run. */
@Injectable()
export class SurveysSeed implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly answering: Answering,
    private readonly counting: SurveyCounting,
    private readonly opening: Opening,
    private readonly ballots: Ballots,
    private readonly desk: Desk,
    private readonly acts: ActsOfPower,
    private readonly citizens: Citizens,
    private readonly activity: Activity,
    private readonly organisation: Organisation,
    private readonly seeds: Seeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register({ name: 'surveys', order: 57, run: (context) => this.run(context) });
  }

  async run(context: SeedContext): Promise<void> {
    const people = await this.citizens.sample();
    if (people.length === 0) return;
    for (const demo of [library, buses, playgrounds]) await this.found(demo, people, context);
    context.progress('surveys', 3, 3);
  }

  /** Votes come in through the usual door: the ballot of what is over stands open for a moment, and then ends when it did. */
  private async found(demo: DemoSurvey, people: Citizen[], context: SeedContext): Promise<void> {
    const { id } = demo;
    if (await this.surveys.exists({ _id: id, touchedAt: { $lte: context.now } })) return;
    const official = (await this.citizens.withRole('official')).find(({ departmentId }) => departmentId === demo.department);
    await this.surveys.updateOne({ _id: id }, { $setOnInsert: recordOf(demo, official?.id ?? 'demo', context.now) }, { upsert: true }).exec();
    const survey = await this.surveys.findById(id).lean<Survey>().orFail().exec();
    if (demo.opens < 0) await this.answer(demo, survey, people, context);
    await this.surveys.updateOne({ _id: id }, { $set: { touchedAt: day(context, demo.report?.at ?? Math.min(demo.opens, demo.published)) } }).exec();
    await this.acts.record(id);
    await this.tell(demo, context);
  }

  private async answer(demo: DemoSurvey, survey: Survey, people: Citizen[], context: SeedContext): Promise<void> {
    const isOver = demo.closes < 0;
    const soon = new Date(context.now.getTime() + 30 * dayMs);
    await this.opening.openBallot(isOver ? { ...survey, closesAt: soon } : survey);
    // The forms first: they come one by one, and are too few for figures of their own if the city looks meanwhile.
    await this.enter(demo, survey);
    await this.answering.seedMany(survey, answersOf(demo, survey.sections, people, context));
    if (isOver) {
      await this.ballots.reopen(ballotOf(survey._id), lastAnswersAt(survey));
      const counted = await this.counting.makeFinal(survey);
      await this.surveys.updateOne({ _id: survey._id }, { $set: { people: counted ?? 0, countedAt: survey.closesAt } }).exec();
    } else {
      await this.counting.renew(survey._id);
    }
  }

  /** Forms on paper, each as two officials read it: the same at every run, and by people whom no register knows. */
  private async enter({ id, onPaper = 0, ...demo }: DemoSurvey, survey: Survey): Promise<void> {
    const readers = (await this.citizens.withRole('official')).slice(0, 2);
    const random = seeded(id.length);
    for (let at = 1; at <= onPaper && readers.length === 2; at++) {
      const given = onlyAsked(survey.sections, { ...givenOf(demo.sections, survey.sections, random), written: {} });
      const form = { ballotId: ballotOf(survey._id), channel: 'paper' as const, slip: String(at), document: demoTaxNumber(at), answers: paperOf(survey.sections, given) };
      for (const official of readers) await this.desk.enter(official, form, (counted) => this.answering.enter(counted, survey, given));
    }
  }

  /** The city's stream of the last weeks. */
  private async tell({ id, title, department, published, opens, closes, report }: DemoSurvey, context: SeedContext): Promise<void> {
    const names = await this.organisation.department(department);
    const params = { title: pair(title) };
    const moments = [
      ...(opens > published && opens > 0 ? [{ name: 'published', at: published, params }] : []),
      { name: 'opened', at: opens, params },
      { name: 'counted', at: closes, params },
      ...(report ? [{ name: 'reported', at: report.at, params: { ...params, department: names?.name ?? '', text: report.does.slice(0, 160) } }] : []),
    ].filter(({ at }) => at <= 0 && at > -40);
    await this.activity.recordMany(moments.map((moment) => ({ about: surveySubject(id), name: `surveys.${moment.name}`, params: moment.params, at: day(context, moment.at), key: `survey.${moment.name}:${id}` })));
  }
}

const pair = ([el, en]: readonly [string, string]) => ({ el, en });
/** So many days from now, on the hour: nothing of a city opens at 16:29. */
const day = ({ now }: Pick<SeedContext, 'now'>, days: number): Date => new Date(Math.floor((now.getTime() + days * dayMs) / hourMs) * hourMs);

function recordOf(demo: DemoSurvey, createdBy: string, now: Date): Omit<Survey, '_id'> {
  const at = (days: number) => day({ now }, days);
  const sections = sectionsOf(demo);
  const words = { title: pair(demo.title), purpose: pair(demo.purpose), use: pair(demo.use) };
  const { report } = demo;
  return {
    ...words, sections, terms: termsOf({ ...words, sections }), departmentId: demo.department, districtIds: [], verified: false, minimumAge: null, isLive: demo.isLive, publishesWords: demo.publishesWords, channels: [...(demo.channels ?? [])], handIn: pair(demo.handIn ?? ['', '']),
    opensAt: at(demo.opens), closesAt: at(demo.closes), publishedAt: at(demo.published), openedAt: demo.opens < 0 ? at(demo.opens) : null, countedAt: null, soonToldFor: null, extensions: [], withdrawal: null,
    report: report ? { learned: report.learned, does: report.does, promise: { text: report.promise.text, dueAt: at(report.promise.due), doneAt: null } } : null,
    reportedAt: report ? at(report.at) : null, people: 0, peopleSeq: 0, revision: 1, createdBy, createdAt: at(demo.published - 3),
    // Later than now until all of it is written: a seed that was cut off begins again.
    touchedAt: at(400), isDemo: true,
  };
}

function sectionsOf({ sections }: DemoSurvey): StoredSection[] {
  return sections.map(({ id, title, note = ['', ''], questions }) => ({
    id, title: pair(title), note: pair(note),
    questions: questions.map((question) => ({
      id: question.id, form: question.form, text: pair(question.text), hint: pair(question.hint ?? ['', '']), isRequired: question.isRequired ?? false, hasNoOpinion: question.hasNoOpinion ?? false,
      options: (question.options ?? []).map(([optionId, text, isOther]) => ({ id: optionId, text: pair(text), isOther: isOther ?? false })),
      most: question.most ?? null, showIf: question.showIf ? { questionId: question.showIf.questionId, optionIds: [...question.showIf.optionIds] } : null,
    })),
  }));
}

/** So many different people from a place in the city that chance says, each with what chance and the weights say. */
function answersOf(demo: DemoSurvey, sections: readonly StoredSection[], people: readonly Citizen[], { random, scale }: SeedContext): SeededAnswers[] {
  const first = Math.floor(random() * people.length);
  const count = Math.min(Math.max(Math.round(demo.people * scale), leastPeople), people.length);
  return Array.from({ length: count }, (_, at) => people[(first + at) % people.length]).filter((citizen) => citizen !== undefined).map((citizen, at) => {
    return { citizen, given: onlyAsked(sections, givenOf(demo.sections, sections, random)), nonce: `seed-${demo.id}-${at}` };
  });
}

/** What one person answers, question by question. */
function givenOf(demo: DemoSurvey['sections'], sections: readonly StoredSection[], random: () => number): Given {
  const demoOf = new Map(demo.flatMap(({ questions }) => questions.map((question) => [question.id, question])));
  let given: Given = { chosen: {}, written: {} };
  for (const { id } of sections.flatMap(({ questions }) => questions)) {
    const [question, from] = [askedOf(sections, given).find((one) => one.id === id), demoOf.get(id)];
    if (!question || !from) continue;
    const written = from.written?.[Math.floor(random() * 40)];
    given = { chosen: { ...given.chosen, [id]: chosenOf(from, optionIds(question), random) }, written: { ...given.written, ...(written ? { [id]: written } : {}) } };
  }
  return given;
}

/** A tax number that stands right by its last digit, for somebody who was made up. */
const demoTaxNumber = (at: number): string => [...'0123456789'].map((last) => `${90_000_000 + at}${last}`).find(taxNumberOf) ?? '';

/** Of a choice one by its weight; of several each by its own chance; an order by drawing one after the other. */
function chosenOf({ form, weights = [], most }: DemoQuestion, options: readonly string[], random: () => number): string[] {
  const weighed = options.map((option, at) => ({ option, weight: weights[at] ?? 1 }));
  const draw = (from: readonly { option: string; weight: number }[]): string => {
    let left = random() * from.reduce((sum, { weight }) => sum + weight, 0);
    return (from.find(({ weight }) => (left -= weight) < 0) ?? from[0])?.option ?? '';
  };
  if (form === 'words' || options.length === 0) return [];
  if (form === 'single' || form === 'scale') return [draw(weighed)];
  if (form === 'several') {
    const chosen = weighed.filter(({ option, weight }) => option !== noOpinion && random() * 100 < weight).map(({ option }) => option).slice(0, most ?? options.length);
    return chosen.length > 0 ? chosen : [options.includes(noOpinion) ? noOpinion : draw(weighed)];
  }
  const order: string[] = [];
  while (order.length < options.length) order.push(draw(weighed.filter(({ option }) => !order.includes(option))));
  return order;
}
