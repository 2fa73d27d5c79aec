import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Events, excerpt, Jobs } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Organisation } from '@isegoria/organisation/api';
import type { SurveyCountedEvent, SurveyExtendedEvent, SurveyOpenedEvent, SurveyPublishedEvent, SurveyReportedEvent, SurveyWithdrawnEvent } from '@isegoria/surveys/contracts';
import type { Model } from 'mongoose';
import { Opening } from '../opening';
import { Survey } from '../survey.schema';
import { standing } from '../survey-lists';
import { surveySubject } from '../survey-views';

const hourMs = 3_600_000;
/** So long before the end who follows is told that it is near; of a survey that was open as long before. */
const soonMs = 48 * hourMs;

/** Tells the city, and each who follows or answered, what the city did. Each piece of news has its key: heard twice, it is told once. */
@Injectable()
export class News implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly opening: Opening,
    private readonly organisation: Organisation,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.later('survey.published', 'surveys.news', (published) => this.published(published));
    this.events.later('survey.opened', 'surveys.news', (opened) => this.opened(opened));
    this.events.later('survey.extended', 'surveys.news', (extended) => this.extended(extended));
    this.events.later('survey.withdrawn', 'surveys.news', (withdrawn) => this.withdrawn(withdrawn));
    this.events.later('survey.counted', 'surveys.news', (counted) => this.counted(counted));
    this.events.later('survey.reported', 'surveys.news', (reported) => this.reported(reported));
    this.jobs.every('surveys.soon', hourMs, () => this.tellSoon());
  }

  /** Those that close within two days, each end once. */
  async tellSoon(): Promise<void> {
    const now = this.clock.now();
    const near = new Date(now.getTime() + soonMs);
    const found = await this.surveys.find({ ...standing('open', now), closesAt: { $gt: now, $lte: near }, opensAt: { $lte: new Date(now.getTime() - soonMs) } }).limit(100).lean<Survey[]>().exec();
    await eachLeft('surveys that end', found.filter(({ closesAt, soonToldFor }) => closesAt?.getTime() !== soonToldFor?.getTime()), async ({ _id, title, closesAt }) => {
      const about = surveySubject(_id);
      await this.inbox.tell({ to: await this.follows.followers(about), about, name: 'surveys.soon', params: { title }, mail: false, key: `survey.soon:${_id}:${closesAt?.getTime() ?? 0}` });
      await this.surveys.updateOne({ _id }, { $set: { soonToldFor: closesAt } }).exec();
    });
  }

  /** What opens at once is told of when it opens: one line in the city's stream is enough. */
  private async published({ id, title, opensAt, at }: SurveyPublishedEvent): Promise<void> {
    if (opensAt > at) await this.activity.record({ about: surveySubject(id), name: 'surveys.published', params: { title }, at, key: `survey.published:${id}` });
  }

  private opened({ id, title, at }: SurveyOpenedEvent): Promise<void> {
    return this.tell(id, { name: 'opened', params: { title }, mail: true, at, key: `survey.opened:${id}` });
  }

  private async extended({ id, title, reason, to, at }: SurveyExtendedEvent): Promise<void> {
    await this.opening.settle(id);
    await this.tell(id, { name: 'extended', params: { title, text: excerpt(reason, 160) }, mail: false, at, key: `survey.extended:${id}:${to.getTime()}` });
  }

  private async withdrawn({ id, title, reason, at }: SurveyWithdrawnEvent): Promise<void> {
    await this.opening.settle(id);
    await this.tell(id, { name: 'withdrawn', params: { title, text: excerpt(reason, 160) }, mail: false, at, key: `survey.withdrawn:${id}` });
  }

  private counted({ id, title, at }: SurveyCountedEvent): Promise<void> {
    return this.tell(id, { name: 'counted', params: { title }, mail: true, at, key: `survey.counted:${id}` });
  }

  private async reported({ id, title, departmentId, isKept, at }: SurveyReportedEvent): Promise<void> {
    const [survey, department] = await Promise.all([this.surveys.findById(id, { report: 1 }).lean<Survey>().exec(), this.organisation.department(departmentId)]);
    const { does = '', promise } = survey?.report ?? {};
    const text = excerpt(isKept ? (promise?.text ?? '') : does, 160);
    await this.tell(id, { name: isKept ? 'kept' : 'reported', params: { title, department: department?.name ?? '', text }, mail: true, at, key: `survey.${isKept ? 'kept' : 'reported'}:${id}` });
  }

  private async tell(id: string, { name, at, key, ...telling }: { name: string; params: Parameters<Inbox['tell']>[0]['params']; mail: boolean; at: Date; key: string }): Promise<void> {
    const about = surveySubject(id);
    await this.activity.record({ about, name: `surveys.${name}`, params: telling.params, at, key });
    await this.inbox.tell({ to: await this.follows.followers(about), about, name: `surveys.${name}`, ...telling, key });
  }
}
