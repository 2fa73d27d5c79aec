import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { Decision } from './decision.schema';

/** Keeps the number that the list is ordered by in step with the tally. */
@Injectable()
export class EvaluationsJobs implements OnModuleInit {
  constructor(
    private readonly events: Events,
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
  ) {}

  /** Sets the number of the tally, never adds to it, and never goes back: an event may come twice and late. */
  onModuleInit(): void {
    this.events.later('ballot.counted', 'evaluations.order', async ({ subject, kind, voters, seq }) => {
      if (subject.kind !== 'decision' || kind !== 'evaluation') return;
      await this.decisions.updateOne({ _id: subject.id, $or: [{ countedTo: null }, { countedTo: { $lt: seq } }] }, { $set: { evaluated: voters, countedTo: seq } });
    });
  }
}
