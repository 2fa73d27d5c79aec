import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Comments } from '@isegoria/comments/api';
import type { DebateFairness, DebateResult } from '@isegoria/debates/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, refuse, Turns } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { DebateViews, fairnessId } from './debate-views';
import { Debate, FairnessRecord } from './debate.schema';
import { figuresBy, isOpener, mayRead } from './debates.rules';
import { Moves, subjectOf } from './moves';
import { noDebate } from './writing.service';

/** Whether those who took part find the conclusion fair (decision 001). */
@Injectable()
export class Fairness {
  constructor(
    @InjectModel(Debate.name) private readonly debates: Model<Debate>,
    @InjectModel(FairnessRecord.name) private readonly answers: Model<FairnessRecord>,
    private readonly comments: Comments,
    private readonly moves: Moves,
    private readonly views: DebateViews,
    private readonly announcer: Announcer,
    private readonly turns: Turns,
    private readonly clock: Clock,
  ) {}

  async say(citizen: Citizen, id: string, fairness: DebateFairness): Promise<DebateResult> {
    const debate = await this.moves.find(id);
    if (!debate || !mayRead(debate, citizen)) return noDebate;
    if (debate.stage !== 'concluded') return refuse('not_concluded');
    if (isOpener(debate, citizen)) return refuse('own');
    if (!(await this.comments.hasSpoken(citizen.id, subjectOf(debate._id)))) return refuse('not_part');
    const said = { debateId: debate._id, citizenId: citizen.id, fairness, at: this.clock.now() };
    await this.answers.updateOne({ _id: fairnessId(debate._id, citizen) }, { $set: said }, { upsert: true }).exec();
    await this.count(debate._id);
    return this.views.saved((await this.moves.find(id)) ?? debate, citizen);
  }

  /** What is told goes on by ten people: between two looks at it there are always ten or more. */
  async count(debateId: string): Promise<void> {
    await this.turns.take(`debate-fairness:${debateId}`, async () => {
      const of = (fairness: DebateFairness) => this.answers.countDocuments({ debateId, fairness }).exec();
      const [yes, partly, no] = await Promise.all([of('yes'), of('partly'), of('no')]);
      const people = yes + partly + no;
      const told = (await this.debates.findById(debateId, { fairness: 1 }).lean<Pick<Debate, 'fairness'>>().exec())?.fairness;
      if (people < (told?.people ?? 0) + figuresBy) return;
      await this.debates.updateOne({ _id: debateId }, { $set: { fairness: { people, yes, partly, no } } }).exec();
      await this.announcer.announce(subjectOf(debateId), 'changed', {});
    });
  }
}
