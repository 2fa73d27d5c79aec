import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { eachLeft, Events, excerpt, Jobs } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import type { DecisionCorrectedEvent, DecisionRevokedEvent } from '@isegoria/evaluations/contracts';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import { Ballots } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Decision } from './decision.schema';
import { ballotOf } from '../figures/weighing.rules';
import { Weighing } from '../figures/weighing.service';

const lookAgainMs = 60_000;

/**
 * What follows when an act is corrected, revoked or stands again: its ballot, the page that somebody has open, and the news.
 * The act stays marked `untold` until all is done, so that what a crash cut short is done a minute later; each step may come twice.
 */
@Injectable()
export class ActNews implements OnModuleInit {
  constructor(
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    private readonly weighing: Weighing,
    private readonly ballots: Ballots,
    private readonly announcer: Announcer,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
    private readonly events: Events,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('evaluations.act-news', lookAgainMs, () => this.followThrough());
    this.events.later('decision.revoked', 'evaluations.news', (revoked) => this.tell('revoked', revoked));
    this.events.later('decision.corrected', 'evaluations.news', (corrected) => this.tell('corrected', corrected));
  }

  async followThrough(): Promise<void> {
    for (;;) {
      const some = await this.decisions.find({ untold: { $exists: true } }).limit(100).lean<Decision[]>().exec();
      const followed = await eachLeft('acts of which there is news', some, (decision) => this.follow(decision));
      if (followed === 0) return;
    }
  }

  private async follow(decision: Decision): Promise<void> {
    const { _id: id, ada, untold, versionId, correctedVersionId, versionAt: at, status } = decision;
    const ballotId = ballotOf({ kind: 'decision', id }, decision.secondAt ? 2 : 1);
    const isAlone = !decision.choiceId;
    if (isAlone && status === 'REVOKED' && (await this.ballots.find(ballotId))?.closesAt === null) await this.ballots.close(ballotId);
    if (isAlone && untold === 'reinstated' && decision.openedAt !== null) await this.ballots.reopen(ballotId);
    const news = { id, ada, title: excerpt(decision.subject, 140), versionId, at };
    if (decision.choiceId) await this.followChoice(decision.choiceId, untold);
    if (untold === 'revoked') await this.events.publish('decision.revoked', news);
    if (untold === 'corrected') await this.events.publish('decision.corrected', { ...news, correctedVersionId });
    if (untold !== 'came_revoked') await this.announcer.announce({ kind: 'decision', id }, 'act', { status, versionId });
    await this.decisions.updateOne({ _id: id, versionId, status }, { $unset: { untold: 1 } });
  }

  /** Of a choice the other acts still stand, and the city still judges them; where none stands its ballot closes, until one stands again. */
  private async followChoice(choiceId: string, untold: Decision['untold']): Promise<void> {
    const weighed = await this.weighing.find(choiceId);
    if (!weighed) return;
    const { subject, secondAt, isOver } = weighed;
    const ballotId = ballotOf(subject, secondAt ? 2 : 1);
    const closesAt = (await this.ballots.find(ballotId))?.closesAt;
    if (isOver && closesAt === null) await this.ballots.close(ballotId);
    if (!isOver && untold === 'reinstated' && closesAt) await this.ballots.reopen(ballotId);
    await this.announcer.announce(subject, 'weighing', {});
  }

  /** Tells those who follow the act and those who follow its choice, and of a revocation the city. The version is in the key: each is told once. */
  private async tell(what: 'revoked' | 'corrected', { id, title, versionId, at }: DecisionRevokedEvent | DecisionCorrectedEvent): Promise<void> {
    const about = { kind: 'decision', id };
    const decision = await this.decisions.findById(id, { plainWords: 1, choiceId: 1 }).lean<Pick<Decision, 'plainWords' | 'choiceId'>>().exec();
    const params: { title: string | Localized } = { title: decision?.plainWords?.title ?? title };
    const key = `decision.${what}:${id}:${versionId}`;
    const telling = { mail: what === 'revoked', key };
    const choice = decision?.choiceId ? await this.weighing.find(decision.choiceId) : null;
    const followers = await this.follows.followers(about);
    if (!choice) await this.inbox.tell({ to: followers, about, name: `evaluations.${what}`, params, ...telling });
    // Who follows both hears of it once, from the whole.
    else await this.inbox.tell({ to: [...followers, ...(await this.follows.followers(choice.subject))], about: choice.subject, name: `evaluations.${what}InChoice`, params: { act: params.title, title: choice.title }, ...telling });
    if (what === 'revoked') await this.activity.record({ about, name: 'evaluations.revoked', params, at, key });
  }
}
