import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, isThere, plain, Unheard, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { Announcer } from '@isegoria/realtime/api';
import {
  type DiscardSurveyResult, type ExtendSurveyResult, hasOwnKeys, type KeepSurveyPromiseResult, publicProblems, type PublishSurveyResult, reportProblems, type ReportSurveyResult, type SaveSurveyResult,
  surveyDraft, surveyId, type SurveyInput, type SurveyReportInput, type WithdrawSurveyResult,
} from '@isegoria/surveys/contracts';
import { extensionInput, publicReason } from '@isegoria/processes/contracts';
import type { Model } from 'mongoose';
import { Opening } from '../opening';
import { invalid, noSurvey, otherDepartment, refuse } from '../refusals';
import { Survey } from '../survey.schema';
import { surveySubject, SurveyViews } from '../survey-views';
import { editRefusal, reportRefusal, statusOf, withdrawRefusal } from '../surveys.rules';
import { fieldsOf, termsOf } from '../answers/written';

type Kept = { __typename: 'SurveySaved'; survey: Awaited<ReturnType<SurveyViews['one']>> };
type Fields = ReturnType<typeof fieldsOf>;
type Refused = ReturnType<typeof refuse> | typeof noSurvey;

/** What officials do with a survey of their department. */
@Injectable()
export class SurveyDesk {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly views: SurveyViews,
    private readonly opening: Opening,
    private readonly organisation: Organisation,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  async save(official: Citizen, { id, revision, input }: { id: string; revision?: number | null; input: SurveyInput }): Promise<SaveSurveyResult> {
    const before = await this.find(id);
    const departmentId = input.departmentId ?? official.departmentId ?? null;
    if (before && !speaksFor(official, before.departmentId)) return before.publishedAt ? otherDepartment('save', official.id, id) : noSurvey;
    if (!speaksFor(official, departmentId)) return refuse('department');
    const now = this.clock.now();
    const refused = before && editRefusal(before, now);
    if (refused) return refuse(refused);
    if (before && before.revision !== revision && !isSentAgain(before, revision, official)) return refuse('changed');
    const form = [...(before ? [] : problemsOf(surveyId, id).map((problem) => ({ ...problem, field: 'id' }))), ...problemsOf(surveyDraft, input)];
    if (form.length > 0) return invalid(form);
    if (!hasOwnKeys(input.sections)) return invalid([{ field: 'sections', code: 'invalid', limit: null }]);

    const fields = fieldsOf(input, departmentId);
    const wrong = [...(await this.unknown(fields, before)), ...(before?.publishedAt ? publicProblems(fields, now) : [])];
    if (wrong.length > 0) return invalid(wrong);
    // Who moves the opening of what is announced to now, opens it.
    const opensAt = before?.publishedAt && (!fields.opensAt || fields.opensAt < now) ? now : fields.opensAt;
    const saved = await this.write(official, { id, before, fields: { ...fields, opensAt } });
    if (!saved) return this.save(official, { id, revision, input });
    if (saved.publishedAt) await this.changed(saved);
    return this.saved(id, official);
  }

  /** Public for good. What is public already was made so by the same press, sent again, or by a colleague: there is nothing left to do. */
  async publish(official: Citizen, id: string, revision: number): Promise<PublishSurveyResult> {
    const before = await this.find(id);
    const refused = this.stranger(official, before, id, 'publish');
    if (refused || !before) return refused ?? noSurvey;
    if (before.publishedAt) return this.saved(id, official);
    if (before.revision !== revision) return refuse('changed');
    const now = this.clock.now();
    const { departmentId, closesAt } = before;
    const problems = publicProblems(before, now);
    if (problems.length > 0 || !departmentId || !closesAt) return invalid(problems);
    const opensAt = before.opensAt && before.opensAt > now ? before.opensAt : now;
    const told = unheard('survey.published', { id, title: before.title, departmentId, opensAt, closesAt, at: now });
    const set = { publishedAt: now, opensAt, touchedAt: now, revision: revision + 1 };
    const published = await this.surveys.findOneAndUpdate({ _id: id, publishedAt: null, revision }, { $set: set, $push: { unheard: told } }, { returnDocument: 'after' }).lean<Survey>().exec();
    if (!published) return this.publish(official, id, revision);
    await this.changed(published);
    return this.saved(id, official);
  }

  async discard(official: Citizen, id: string): Promise<DiscardSurveyResult> {
    const before = await this.find(id);
    if (!before || (!before.publishedAt && !speaksFor(official, before.departmentId))) return noSurvey;
    if (before.publishedAt) return refuse('published');
    const { deletedCount } = await this.surveys.deleteOne({ _id: id, publishedAt: null }).exec();
    return deletedCount > 0 ? { __typename: 'SurveyDiscarded', id } : this.discard(official, id);
  }

  /** More time. Of two who give it at once, the second is asked whether theirs is later still. */
  async extend(official: Citizen, { id, closesAt, reason }: { id: string; closesAt: Date; reason: string }): Promise<ExtendSurveyResult> {
    const before = await this.find(id);
    const refused = this.stranger(official, before, id, 'extend');
    if (refused || !before) return refused ?? noSurvey;
    const now = this.clock.now();
    const from = before.closesAt;
    if (statusOf(before, now) !== 'open' || !from) return refuse('not_open');
    const problems = problemsOf(extensionInput, { closesAt, reason });
    if (closesAt <= from) problems.push({ field: 'closesAt', code: 'too_small', limit: null });
    if (problems.length > 0) return invalid(problems);
    const extension = { from, to: closesAt, reason: plain(reason), at: now };
    const told = unheard('survey.extended', { id, title: before.title, ...extension });
    const write = { $set: { closesAt, touchedAt: now }, $push: { extensions: extension, unheard: told }, $inc: { revision: 1 } };
    const extended = await this.surveys.findOneAndUpdate({ _id: id, closesAt: from, withdrawal: null, countedAt: null }, write, { returnDocument: 'after' }).lean<Survey>().exec();
    if (!extended) return this.extend(official, { id, closesAt, reason });
    await this.changed(extended);
    return this.saved(id, official);
  }

  async withdraw(official: Citizen, id: string, reason: string): Promise<WithdrawSurveyResult> {
    const before = await this.find(id);
    const refused = this.stranger(official, before, id, 'withdraw');
    if (refused || !before) return refused ?? noSurvey;
    if (before.withdrawal) return this.saved(id, official);
    const now = this.clock.now();
    const late = withdrawRefusal(statusOf(before, now));
    if (late) return refuse(late);
    const problems = problemsOf(publicReason, { reason });
    if (problems.length > 0) return invalid(problems);
    const withdrawal = { reason: plain(reason), at: now };
    const told = unheard('survey.withdrawn', { id, title: before.title, ...withdrawal });
    const write = { $set: { withdrawal, touchedAt: now }, $push: { unheard: told }, $inc: { revision: 1 } };
    const withdrawn = await this.surveys.findOneAndUpdate({ _id: id, withdrawal: null, reportedAt: null }, write, { returnDocument: 'after' }).lean<Survey>().exec();
    if (!withdrawn) return this.withdraw(official, id, reason);
    await this.changed(withdrawn);
    return this.saved(id, official);
  }

  /** What the department learned and does. Said once: a second press finds it said. */
  async report(official: Citizen, id: string, input: SurveyReportInput): Promise<ReportSurveyResult> {
    const before = await this.find(id);
    const refused = this.stranger(official, before, id, 'report');
    if (refused || !before) return refused ?? noSurvey;
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
    const before = await this.find(id);
    const refused = this.stranger(official, before, id, 'promise');
    if (refused || !before?.report?.promise) return refused ?? noSurvey;
    const now = this.clock.now();
    const told = unheard('survey.reported', { id, title: before.title, departmentId: before.departmentId ?? '', isKept: true, at: now });
    const write = { $set: { 'report.promise.doneAt': now }, $push: { unheard: told } };
    const kept = await this.surveys.findOneAndUpdate({ _id: id, 'report.promise.doneAt': null }, write, { returnDocument: 'after' }).lean<Survey>().exec();
    if (kept) await this.changed(kept);
    return this.saved(id, official);
  }

  private find(id: string): Promise<Survey | null> {
    return this.surveys.findById(String(id)).lean<Survey>().exec();
  }

  /** Why this official has no business with it, or null. A draft of another department is as if there were none. */
  private stranger(official: Citizen, survey: Survey | null, id: string, act: string): Refused | null {
    if (!survey) return noSurvey;
    if (speaksFor(official, survey.departmentId)) return null;
    return survey.publishedAt ? otherDepartment(act, official.id, id) : noSurvey;
  }

  /** Tells what was written with the change, opens what is due, and has every open page ask again. */
  private async changed(survey: Survey): Promise<void> {
    const { _id, opensAt, openedAt, withdrawal } = survey;
    await this.unheard.tell(this.surveys, _id);
    if (opensAt && opensAt <= this.clock.now() && !openedAt && !withdrawal) await this.opening.open(survey);
    await this.announcer.announce(surveySubject(_id), 'changed', {});
  }

  private async saved(id: string, official: Citizen): Promise<Kept> {
    const survey = await this.surveys.findById(id).lean<Survey>().orFail().exec();
    return { __typename: 'SurveySaved', survey: await this.views.one(survey, official) };
  }

  /** Null where somebody else wrote meanwhile: then all is asked anew. */
  private async write(official: Citizen, { id, before, fields }: { id: string; before: Survey | null; fields: Fields }): Promise<Survey | null> {
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

  /** What there is not, or no more. What a survey carries already it may keep. */
  private async unknown({ departmentId, districtIds }: Fields, before: Survey | null): Promise<FieldProblem[]> {
    const { departments, districts } = await this.organisation.current();
    const has = (all: readonly { id: string }[], wanted: string | null, isKept: boolean) => wanted === null || isKept || all.some(({ id }) => id === wanted);
    const problem = (field: string): FieldProblem => ({ field, code: 'invalid', limit: null });
    return [
      ...(has(departments, departmentId, departmentId === before?.departmentId) ? [] : [problem('departmentId')]),
      ...(districtIds.every((id) => has(districts, id, before?.districtIds.includes(id) ?? false)) ? [] : [problem('districtIds')]),
    ];
  }
}

/** A new one that was sent twice: the second time it is there already. */
function isSentAgain({ revision, createdBy }: Survey, said: number | null | undefined, official: Citizen): boolean {
  return (said ?? null) === null && revision === 1 && createdBy === official.id;
}
