import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, isThere, plain, Unheard, unheard } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Announcer } from '@isegoria/realtime/api';
import {
  type DiscardSurveyResult, hasOwnKeys, type KeepSurveyPromiseResult, publicProblems, reportProblems, type ReportSurveyResult, type SaveSurveyResult,
  surveyDraft, surveyId, type SurveyInput, type SurveyReportInput,
} from '@isegoria/surveys/contracts';
import { ForATimeDesk, type ForATimeRules, openingOf } from '@isegoria/processes/api';
import type { Model } from 'mongoose';
import { Opening } from '../opening';
import { invalid, refuse } from '../refusals';
import { Survey } from '../survey.schema';
import { surveySubject, SurveyViews } from '../survey-views';
import { editRefusal, reportRefusal, statusOf, withdrawRefusal } from '../surveys.rules';
import { fieldsOf, termsOf } from '../answers/written';

type Kept = { __typename: 'SurveySaved'; survey: Awaited<ReturnType<SurveyViews['one']>> };
type Fields = ReturnType<typeof fieldsOf>;

const rules: ForATimeRules<Survey> = {
  kind: 'survey',
  statusOf,
  editRefusal,
  withdrawRefusal: (survey, now) => withdrawRefusal(statusOf(survey, now)),
  publicProblems,
  untilCounted: { countedAt: null },
  untilSettled: { reportedAt: null },
  told: {
    published: (fact) => unheard('survey.published', fact),
    extended: (fact) => unheard('survey.extended', fact),
    withdrawn: (fact) => unheard('survey.withdrawn', fact),
  },
};

/** What officials do with a survey of their department. */
@Injectable()
export class SurveyDesk extends ForATimeDesk<Survey, Kept> {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly views: SurveyViews,
    private readonly opening: Opening,
    private readonly organisation: Organisation,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    clock: Clock,
  ) {
    super(surveys, clock, rules);
  }

  async save(official: Citizen, { id, revision, input }: { id: string; revision?: number | null; input: SurveyInput }): Promise<SaveSurveyResult> {
    const before = await this.find(id);
    const departmentId = input.departmentId ?? official.departmentId ?? null;
    const refused = this.saveRefusal(official, before, { revision, departmentId });
    if (refused) return refused;
    const form = [...(before ? [] : problemsOf(surveyId, id).map((problem) => ({ ...problem, field: 'id' }))), ...problemsOf(surveyDraft, input)];
    if (form.length > 0) return invalid(form);
    if (!hasOwnKeys(input.sections)) return invalid([{ field: 'sections', code: 'invalid', limit: null }]);

    const now = this.clock.now();
    const fields = fieldsOf(input, departmentId);
    const wrong = [...(await this.organisation.unknown(fields, before)), ...(before?.publishedAt ? publicProblems(fields, now) : [])];
    if (wrong.length > 0) return invalid(wrong);
    const saved = await this.keep(official, { id, before, fields: { ...fields, opensAt: openingOf(before, fields.opensAt, now) } });
    if (!saved) return this.save(official, { id, revision, input });
    if (saved.publishedAt) await this.changed(saved);
    return this.saved(id, official);
  }

  async discard(official: Citizen, id: string): Promise<DiscardSurveyResult> {
    return (await this.discardDraft(official, id)) ?? { __typename: 'SurveyDiscarded', id };
  }

  /** What the department learned and does. Said once: a second press finds it said. */
  async report(official: Citizen, id: string, input: SurveyReportInput): Promise<ReportSurveyResult> {
    const { record: before, refused } = await this.own(official, id, 'report');
    if (refused) return refused;
    if (before.report) return this.saved(id, official);
    const now = this.clock.now();
    const early = reportRefusal(before, now);
    if (early) return refuse(early);
    const words = { learned: plain(input.learned), does: plain(input.does), promise: plain(input.promise ?? ''), dueAt: input.dueAt ?? null };
    const problems = reportProblems(words, now);
    if (problems.length > 0) return invalid(problems);
    const { learned, does, promise, dueAt } = words;
    const told = unheard('survey.reported', { id, title: before.title, departmentId: before.departmentId ?? '', isKept: false, at: now });
    const report = { learned, does, promise: promise && dueAt ? { text: promise, dueAt, doneAt: null } : null };
    const write = { $set: { report, reportedAt: now, touchedAt: now }, $push: { unheard: told }, $inc: { revision: 1 } };
    const reported = await this.surveys.findOneAndUpdate({ _id: id, reportedAt: null, withdrawal: null }, write, { returnDocument: 'after' }).lean<Survey>().exec();
    if (reported) await this.changed(reported);
    return this.saved(id, official);
  }

  /** The promise is kept: said once, and everybody who was promised it is told. */
  async keepPromise(official: Citizen, id: string): Promise<KeepSurveyPromiseResult> {
    const { record: before, refused } = await this.own(official, id, 'promise');
    if (refused) return refused;
    if (!before.report?.promise) return this.missing();
    const now = this.clock.now();
    const told = unheard('survey.reported', { id, title: before.title, departmentId: before.departmentId ?? '', isKept: true, at: now });
    const write = { $set: { 'report.promise.doneAt': now }, $push: { unheard: told } };
    const kept = await this.surveys.findOneAndUpdate({ _id: id, 'report.promise.doneAt': null }, write, { returnDocument: 'after' }).lean<Survey>().exec();
    if (kept) await this.changed(kept);
    return this.saved(id, official);
  }

  /** Tells what was written with the change, opens what is due, and has every open page ask again. */
  protected async changed(survey: Survey): Promise<void> {
    const { _id, opensAt, openedAt, withdrawal } = survey;
    await this.unheard.tell(this.surveys, _id);
    if (opensAt && opensAt <= this.clock.now() && !openedAt && !withdrawal) await this.opening.open(survey);
    await this.announcer.announce(surveySubject(_id), 'changed', {});
  }

  protected async saved(id: string, official: Citizen): Promise<Kept> {
    const survey = await this.surveys.findById(id).lean<Survey>().orFail().exec();
    return { __typename: 'SurveySaved', survey: await this.views.one(survey, official) };
  }

  /** Null where somebody else wrote meanwhile: then all is asked anew. */
  private async keep(official: Citizen, { id, before, fields }: { id: string; before: Survey | null; fields: Fields }): Promise<Survey | null> {
    const now = this.clock.now();
    const set = { ...fields, terms: termsOf(fields), touchedAt: now };
    if (before) {
      const same = { _id: id, revision: before.revision, publishedAt: before.publishedAt, withdrawal: null };
      return this.surveys.findOneAndUpdate(same, { $set: set, $inc: { revision: 1 } }, { returnDocument: 'after' }).lean<Survey>().exec();
    }
    try {
      return (await this.surveys.create({ _id: id, ...set, revision: 1, createdBy: official.id, createdAt: now })).toObject<Survey>();
    } catch (error) {
      if (isThere(error)) return null;
      throw error;
    }
  }
}
