import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, Jobs, Projections } from '@isegoria/kernel/api';
import { hourOf, momentOf } from './rhythm';
import { Watch } from './watch';

const everyMs = 10 * 60_000;
/** An hour is looked at when it has been over for a while: what came at its end has reached the log by then. */
const settledMs = 10 * 60_000;

/** The first moment that is not looked at yet: whole hours alone. */
export const horizon = (now: Date): Date => momentOf(hourOf(new Date(now.getTime() - settledMs)));

/** Looks at each hour once it is over, alone in the whole city. */
@Injectable()
export class WatchJobs implements OnModuleInit {
  constructor(
    private readonly watch: Watch,
    private readonly jobs: Jobs,
    private readonly projections: Projections,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('integrity.watch', everyMs, () => this.watch.catchUp(horizon(this.clock.now())));
    this.projections.register({ name: 'integrity', rebuild: (progress) => this.watch.rebuild(horizon(this.clock.now()), progress) });
  }
}
