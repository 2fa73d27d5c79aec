import { Injectable } from '@nestjs/common';
import { Clock, Subjects, Threads } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import type { Timeline as TimelineView } from '@isegoria/timeline/contracts';
import { threadFrom, timelineOf } from './timeline.rules';

/** Follows a thread from any of its things. It knows no slice: what happened, and what belongs together, the slices say. */
@Injectable()
export class Timeline {
  constructor(
    private readonly threads: Threads,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** Null where there is no such thing for everybody to see. */
  async of(subject: Subject): Promise<TimelineView | null> {
    const start = { kind: String(subject.kind), id: String(subject.id) };
    if (!(await this.subjects.card(start))?.isPublic) return null;
    const sources = this.threads.all();
    const things = await threadFrom(start, sources);
    const [moments, cards] = await Promise.all([Promise.all(sources.map((source) => source.moments(things))), this.subjects.cards(things)]);
    return timelineOf(moments.flat(), cards, this.clock.now());
  }
}
