import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Events, Jobs, Unheard, unheard, unlessThere } from '@isegoria/kernel/api';
import { afterDays } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import { Populations, statisticsEnv } from '@isegoria/statistics/api';
import { cellsOf, groupOf, smallestGroup, whoAnswered } from '@isegoria/statistics/contracts';
import { channelsOf, chosenOf, entryDays, favourableFrom, groupAnswers, groupQuestions, type Paper, resultsOf } from '@isegoria/surveys/contracts';
import { Desk, Papers } from '@isegoria/votes/api';
import type { BallotCounted } from '@isegoria/votes/contracts';
import type { Model } from 'mongoose';
import { OwnWords } from './own-words.service';
import { type AnswersGroup, SurveyAnswers } from './survey-answers.schema';
import { SurveyFigures } from './survey-figures.schema';
import { Survey } from '../survey.schema';
import { ballotOf, surveySubject } from '../survey-views';
import { statusOf, tellable, withGroups } from '../surveys.rules';

const lookMs = 5_000;
const unsaid: AnswersGroup = { ageBand: null, gender: null, districtId: null };

type Figures = Pick<SurveyFigures, 'questions' | 'counted'> & Partial<Pick<SurveyFigures, 'who' | 'writers' | 'last' | 'channels'>>;

/**
 * Publishes what was answered (decisions/002): while a survey is open whenever ten more people can be told of, from what stands beside the log; after its end once, from
 * the log itself, with who answered and how many wrote. Each step may come twice.
 */
@Injectable()
export class SurveyCounting implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    @InjectModel(SurveyAnswers.name) private readonly answers: Model<SurveyAnswers>,
    @InjectModel(SurveyFigures.name) private readonly figures: Model<SurveyFigures>,
    private readonly ownWords: OwnWords,
    private readonly papers: Papers,
    private readonly desk: Desk,
    private readonly populations: Populations,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('ballot.counted', 'surveys.people', (counted) => this.came(counted));
    this.jobs.every('surveys.figures', lookMs, () => this.renewDue());
    this.jobs.every('surveys.count', lookMs, () => this.countDue());
  }

  async renewDue(): Promise<void> {
    const due = await this.figures.find({ dueAt: { $type: 'date' }, isFinal: false }).sort({ dueAt: 1 }).limit(100).lean<SurveyFigures[]>().exec();
    await eachLeft('survey figures', due, async ({ _id, dueAt }) => {
      await this.renew(_id);
      // What came meanwhile has said so anew, and stays due.
      await this.figures.updateOne({ _id, dueAt }, { $set: { dueAt: null } }).exec();
    });
  }

  async countDue(): Promise<void> {
    const now = this.clock.now();
    // Of what is handed in on paper the days of entering come first: it is not asked after before.
    const isOver = { $or: [{ 'channels.0': { $exists: false }, closesAt: { $lte: now } }, { closesAt: { $lte: afterDays(now, -entryDays) } }] };
    const due = { publishedAt: { $ne: null }, openedAt: { $ne: null }, countedAt: null, withdrawal: null, ...isOver };
    await eachLeft('surveys to count', await this.surveys.find(due).limit(20).lean<Survey[]>().exec(), (survey) => this.count(survey));
  }

  /** Once and for all; nothing happens while the log may still take a vote. */
  async count(survey: Survey): Promise<void> {
    const { _id, title, departmentId, closesAt } = survey;
    const people = await this.makeFinal(survey);
    if (people === null) return;
    const now = this.clock.now();
    const told = unheard('survey.counted', { id: _id, title, departmentId: departmentId ?? '', people, at: now });
    const write = { $set: { countedAt: now, people }, $push: { unheard: told } };
    const { matchedCount } = await this.surveys.updateOne({ _id, countedAt: null, closesAt, withdrawal: null }, write).exec();
    if (matchedCount === 0) return;
    await this.unheard.tell(this.surveys, _id);
    await this.announcer.announce(surveySubject(_id), 'changed', {});
  }

  /** The figures after the end. Answers how many people they tell of; null while the log may still take a vote. */
  async makeFinal(survey: Survey): Promise<number | null> {
    const { _id, sections } = survey;
    const papers = await this.papers.of(ballotOf(_id));
    if (!papers) return null;
    // What one official alone has read counts for nobody any more, and nobody needs to know it.
    await this.desk.clear(ballotOf(_id));
    const kept = await this.answers.find({ surveyId: _id }, { chosen: 1, group: 1 }).lean<SurveyAnswers[]>().exec();
    const grouped = withGroups(
      papers.map(({ answers }) => chosenOf(answers)).map((chosen) => ({ chosen, key: keyOf(chosen) })),
      kept.map(({ chosen, group }) => ({ key: keyOf(chosen), group })),
      unsaid,
    );
    const all = grouped.map(({ paper, group }) => ({ paper: paper.chosen, group }));
    await this.publish(_id, { questions: resultsOf(sections, all.map(({ paper }) => paper)), counted: all.length, channels: channelsOf(papers), who: await this.who(survey, all), writers: await this.ownWords.writers(_id) }, true);
    return all.length;
  }

  /** Sets the number that the votes counted, never adds to it, and never goes back: an event may come twice and late. */
  private async came({ kind, subject: { id }, voters, seq }: BallotCounted): Promise<void> {
    if (kind !== 'survey') return;
    await this.surveys.updateOne({ _id: id, countedAt: null, peopleSeq: { $lte: seq } }, { $set: { people: voters, peopleSeq: seq } }).exec();
    await this.figures.updateOne({ _id: id, isFinal: { $ne: true } }, { $set: { dueAt: this.clock.now() }, $setOnInsert: { counted: 0 } }, { upsert: true }).exec().catch(unlessThere);
  }

  /** New figures of an open survey, where they may be told. */
  async renew(_id: string): Promise<void> {
    const [survey, before] = await Promise.all([this.surveys.findById(_id).lean<Survey>().exec(), this.figures.findById(_id).lean<SurveyFigures>().exec()]);
    if (!survey?.isLive || before?.isFinal || statusOf(survey, this.clock.now()) !== 'open') return;
    const told = tellable(await this.answers.find({ surveyId: _id }, { chosen: 1, seq: 1 }).lean<SurveyAnswers[]>().exec(), before?.last ?? null);
    const newest = told?.at(-1);
    if (!told || !newest) return;
    await this.publish(_id, { questions: resultsOf(survey.sections, told.map(({ chosen }) => chosen)), counted: told.length, last: { seq: newest.seq, id: newest._id } }, false);
    await this.announcer.announce(surveySubject(_id), 'changed', {});
  }

  private async publish(_id: string, figures: Figures, isFinal: boolean): Promise<void> {
    await this.figures.updateOne({ _id }, { $set: { ...figures, isFinal, at: this.clock.now(), ...(isFinal ? { dueAt: null } : {}) } }, { upsert: true }).exec();
  }

  /** Who answered, beside the city, and what groups chose; null where too few answered. */
  private async who({ sections }: Survey, all: readonly { paper: Paper; group: AnswersGroup }[]): Promise<SurveyFigures['who']> {
    const { SMALLEST_GROUP: smallest } = statisticsEnv;
    if (all.length < Math.max(smallest, smallestGroup)) return null;
    const population = await this.populations.current();
    const questions = groupQuestions(sections);
    const cells = cellsOf(all.map(({ paper, group }) => ({ group: groupOf(group), answers: groupAnswers(sections, paper) })), questions);
    const { told } = whoAnswered(cells, population, { questions, favourableFrom, smallest });
    return { ...told, at: this.clock.now(), smallest, population: population && { id: population._id, source: population.source, asOf: population.asOf } };
  }
}

/** The same for the same answers, in whatever order the questions came. */
const keyOf = (chosen: Paper): string => JSON.stringify(Object.entries(chosen).sort(([a], [b]) => (a < b ? -1 : 1)));
