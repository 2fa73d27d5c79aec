import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '@isegoria/identity/api';
import type { Subject } from '@isegoria/kernel/contracts';
import { Timeline } from './timeline.service';

@Resolver()
export class TimelineResolver {
  constructor(private readonly timelines: Timeline) {}

  @Public()
  @Query()
  timeline(@Args('subject') subject: Subject) {
    return this.timelines.of(subject);
  }
}
