import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import type { EventMap } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Choice } from './choices/choice.schema';
import { Decision } from './decisions/decision.schema';
import { ballotOf } from './figures/weighing.rules';

/** Keeps the number that the list is ordered by in step with the tally. */
@Injectable()
export class EvaluationsJobs implements OnModuleInit {
  constructor(
    private readonly events: Events,
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
  ) {}

  /** Of the first round. Sets the number of the tally, never adds to it, and never goes back: an event may come twice and late. */
  onModuleInit(): void {
    const isFirst = ({ ballotId, subject, kind }: EventMap['ballot.counted']) => kind === 'evaluation' && ballotId === ballotOf(subject);
    this.events.later('ballot.counted', 'evaluations.order', async ({ subject, voters, seq }) => {
      const older = { _id: subject.id, $or: [{ countedTo: null }, { countedTo: { $lt: seq } }] };
      const counted = { $set: { evaluated: voters, countedTo: seq } };
      if (subject.kind === 'choice') await this.choices.updateOne(older, counted);
      if (subject.kind === 'decision') await this.decisions.updateOne(older, counted);
    }, isFirst);
  }
}
