import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { eachLeft } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import { Follows } from '@isegoria/notifications/api';
import { Announcer } from '@isegoria/realtime/api';
import { Ballots } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Choice } from './choices/choice.schema';
import { Decision } from './decisions/decision.schema';
import { EvaluationNews } from './evaluation-news';
import { ballotFor, ballotOf, type Weighed, weighedChoice, weighedDecision } from './figures/weighing.rules';

/**
 * Lets ballots and news follow what was decided about an act or a choice. What is decided is written first and marked `unsettled`; all of this may run twice,
 * and whatever a crash left is found by its mark.
 */
@Injectable()
export class Settling {
  constructor(
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    private readonly ballots: Ballots,
    private readonly follows: Follows,
    private readonly news: EvaluationNews,
    private readonly announcer: Announcer,
  ) {}

  async settleAll(): Promise<void> {
    const [choices, decisions] = await Promise.all([
      this.choices.find({ unsettled: true }, { _id: 1 }).limit(100).lean<Choice[]>().exec(),
      this.decisions.find({ unsettled: true }, { _id: 1 }).limit(100).lean<Decision[]>().exec(),
    ]);
    await eachLeft('choices', choices, ({ _id }) => this.settle({ kind: 'choice', id: _id }));
    await eachLeft('decisions', decisions, ({ _id }) => this.settle({ kind: 'decision', id: _id }));
  }

  async settle({ kind, id }: Subject): Promise<void> {
    if (kind === 'choice') await this.settleChoice(id);
    else await this.settleDecision(id);
    await this.announcer.announce({ kind, id }, 'weighing', {});
  }

  private async settleDecision(id: string): Promise<void> {
    const decision = await this.decisions.findById(id).lean<Decision>().exec();
    if (!decision) return;
    const weighed = weighedDecision(decision);
    if (decision.choiceId) await this.ballots.close(ballotOf(weighed.subject));
    else await this.settleRounds(weighed);
    if (decision.openedBy !== 'type' && decision.openedAt) await this.news.opened(weighed);
    await this.decisions.updateOne({ _id: id, secondAt: decision.secondAt ?? null, choiceId: decision.choiceId ?? null }, { $unset: { unsettled: 1 } }).exec();
  }

  private async settleChoice(id: string): Promise<void> {
    const choice = await this.choices.findById(id).lean<Choice>().exec();
    if (!choice) return;
    const acts = await this.decisions.find({ choiceId: id }).lean<Decision[]>().exec();
    const weighed = weighedChoice(choice, acts);
    await this.settleRounds(weighed);
    for (const act of acts) await this.join(act, choice);
    const released = await this.decisions.find({ _id: { $in: choice.released }, choiceId: null }).lean<Decision[]>().exec();
    for (const act of released) await this.letGo(weighedDecision(act));
    await this.choices.updateOne({ _id: id, revision: choice.revision, secondAt: choice.secondAt }, { $set: { released: [] }, $unset: { unsettled: 1 } }).exec();
  }

  private async settleRounds(weighed: Weighed): Promise<void> {
    const { subject, criteria, openedAt, secondAt, isOver } = weighed;
    const first = ballotOf(subject);
    if (openedAt) await this.ballots.open(ballotFor(subject, criteria));
    if (secondAt) await this.ballots.open(ballotFor(subject, criteria, 2));
    if ((secondAt || isOver) && openedAt) await this.ballots.close(first);
    if (secondAt && isOver) await this.ballots.close(ballotOf(subject, 2));
    if (secondAt && !isOver) await this.news.secondRound(weighed);
  }

  /** An act that is part of a choice is not weighed any more; who followed it hears of the whole from now on. */
  private async join(act: Decision, { _id: choiceId, title }: Choice): Promise<void> {
    const subject = { kind: 'decision', id: act._id };
    if (act.openedAt !== null) await this.ballots.close(ballotOf(subject));
    const followers = await this.follows.followers(subject);
    if (followers.length === 0) return;
    await this.follows.followMany(followers, { kind: 'choice', id: choiceId }, 'evaluation');
    await this.news.grouped({ kind: 'choice', id: choiceId }, title, followers, act._id);
  }

  private async letGo(weighed: Weighed): Promise<void> {
    if (weighed.openedAt && !weighed.secondAt && !weighed.isOver) await this.ballots.reopen(ballotOf(weighed.subject));
  }
}
