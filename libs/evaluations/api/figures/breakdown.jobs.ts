import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events, Jobs } from '@isegoria/kernel/api';
import type { EventMap } from '@isegoria/kernel/contracts';
import { Breakdowns } from './breakdowns.service';
import { ballotOf } from './weighing.rules';

const lookMs = 5_000;

/** Has who-answered looked at again when somebody evaluated, or when the city counted its people. */
@Injectable()
export class BreakdownJobs implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly breakdowns: Breakdowns,
  ) {}

  onModuleInit(): void {
    const evaluated = ({ ballotId, subject }: EventMap['ballot.counted']) => this.breakdowns.due(subject.id, ballotId === ballotOf(subject, 2) ? 2 : 1);
    this.events.later('ballot.counted', 'evaluations.breakdown', evaluated, ({ kind }) => kind === 'evaluation');
    this.events.later('population.changed', 'evaluations.breakdown', () => this.breakdowns.allDue());
    this.jobs.every('evaluations.breakdown', lookMs, () => this.breakdowns.publishDue());
  }
}
