import { Module } from '@nestjs/common';
import { TimelineResolver } from './timeline.resolver';
import { Timeline } from './timeline.service';

@Module({ providers: [Timeline, TimelineResolver], exports: [Timeline] })
export class TimelineModule {}
