import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { SurveyFigures } from '../answers/survey-figures.schema';
import { Survey } from '../survey.schema';
import { surveySubject } from '../survey-views';

/**
 * What the city does with a survey stands in the public ledger: that it was made public, which questions it opened with, that its end was moved or it was taken
 * back, what was counted, what was reported and that a promise was kept; of words and figures their digests. So nobody changes a question, nor a result.
 */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    @InjectModel(SurveyFigures.name) private readonly figures: Model<SurveyFigures>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    for (const event of ['survey.published', 'survey.opened', 'survey.extended', 'survey.withdrawn', 'survey.counted', 'survey.reported'] as const) {
      this.events.later(event, 'surveys.ledger', ({ id }) => this.record(id));
    }
  }

  /** All that happened to it so far, each act once by its id; seeds call it for the past. */
  async record(id: string): Promise<void> {
    const survey = await this.surveys.findById(id).lean<Survey>().exec();
    if (!survey?.publishedAt) return;
    const { departmentId, title, purpose, use, sections, channels = [], handIn, openedAt, extensions, withdrawal, countedAt, report } = survey;
    const said = (act: string, role: string, body: NonNullable<PublicActSaid['body']>, more = ''): PublicActSaid => ({ act: `survey.${act}`, id: `survey:${id}:${act}${more}`, rule: null, role, subject: surveySubject(id), body });
    const acts: PublicActSaid[] = [said('published', 'official', { department: departmentId, words: digest(JSON.stringify([title, purpose, use, ...(channels.length > 0 ? [handIn] : [])])), ...(channels.length > 0 && { channels: channels.join(' ') }) })];
    if (openedAt) acts.push(said('opened', 'city', { questions: sections.reduce((sum, { questions }) => sum + questions.length, 0), form: digest(JSON.stringify(sections)) }));
    for (const { from, to, reason } of extensions) {
      const words = digest(JSON.stringify([from, to, reason]));
      acts.push(said('extended', 'official', { words }, `:${words}`));
    }
    if (withdrawal) acts.push(said('withdrawn', 'official', { words: digest(withdrawal.reason) }));
    const figures = countedAt ? await this.figures.findById(id).lean<SurveyFigures>().exec() : null;
    if (figures?.isFinal) acts.push(said('counted', 'city', { people: figures.counted, figures: digest(JSON.stringify(figures.questions)) }));
    if (report) {
      const { learned, does, promise } = report;
      acts.push(said('reported', 'official', { words: digest(JSON.stringify([learned, does, promise && [promise.text, promise.dueAt]])) }));
      if (promise?.doneAt) acts.push(said('kept', 'official', { promise: digest(promise.text) }));
    }
    await this.acts.recordAll(acts);
  }
}
