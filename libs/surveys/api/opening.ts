import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Jobs, Unheard, unheard } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import { ballotQuestions } from '@isegoria/surveys/contracts';
import { Ballots } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Survey } from './survey.schema';
import { ballotOf, surveySubject } from './survey-views';
import { lastAnswersAt, readyMs } from './surveys.rules';

const lookMs = 15_000;

/**
 * A survey opens because it is time, whatever runs. What has to be there then, its ballot, is made in the minute before, when nothing of it changes any more;
 * and people are told when it has come. Each step may come twice.
 */
@Injectable()
export class Opening implements OnModuleInit {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly ballots: Ballots,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.surveys);
    this.jobs.every('surveys.open', lookMs, () => this.openDue());
  }

  async openDue(): Promise<void> {
    const soon = new Date(this.clock.now().getTime() + readyMs);
    const due = { publishedAt: { $ne: null }, openedAt: null, withdrawal: null, opensAt: { $lte: soon } };
    await eachLeft('surveys', await this.surveys.find(due).limit(100).lean<Survey[]>().exec(), (survey) => this.open(survey));
  }

  /** Makes its ballot ready; when it has opened, says so, once. */
  async open(survey: Survey): Promise<void> {
    const { _id, title, opensAt, closesAt } = survey;
    await this.openBallot(survey);
    const now = this.clock.now();
    if (!opensAt || !closesAt || opensAt > now) return;
    const told = unheard('survey.opened', { id: _id, title, closesAt, at: now });
    const { matchedCount } = await this.surveys.updateOne({ _id, openedAt: null, withdrawal: null }, { $set: { openedAt: now }, $push: { unheard: told } }).exec();
    if (matchedCount === 0) return;
    await this.unheard.tell(this.surveys, _id);
    await this.announcer.announce(surveySubject(_id), 'changed', {});
  }

  /** The entitled are counted with it. It takes what officials enter some days longer than answers on this site. Opening it again changes nothing. */
  openBallot(survey: Survey): Promise<void> {
    const { _id, opensAt, districtIds, verified, minimumAge, channels = [], sections } = survey;
    return this.ballots.open({
      id: ballotOf(_id), subject: surveySubject(_id), kind: 'survey', secrecy: 'secret', questions: ballotQuestions(sections), opensAt, closesAt: lastAnswersAt(survey), districts: districtIds, electorate: { verified, minimumAge },
      ...(channels.length > 0 ? { channels } : {}),
    });
  }

  /** After its end was moved, or it was taken back: its ballot ends as it does now, however often this is said. */
  async settle(id: string): Promise<void> {
    const survey = await this.surveys.findById(id).lean<Survey>().exec();
    if (survey) await (survey.withdrawal ? this.ballots.close(ballotOf(id)) : this.ballots.reopen(ballotOf(id), lastAnswersAt(survey)));
  }
}
