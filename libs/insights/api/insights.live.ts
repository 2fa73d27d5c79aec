import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { cityRoom, councilRoom } from '@isegoria/insights/contracts';
import { Clock, Events, Limits } from '@isegoria/kernel/api';
import type { EventMap } from '@isegoria/kernel/contracts';
import { Announcer, Rooms } from '@isegoria/realtime/api';
import { Gathering } from './gathering';
import { Insights, isOfCouncil } from './insights.service';

/** What makes a figure change. */
const NEWS: (keyof EventMap)[] = [
  'ballot.counted',
  'proposal.published',
  'proposal.answered',
  'proposal.withdrawn',
  'proposal.merged',
  'proposal.separated',
  'moderation.decided',
  'comments.counted',
  'consultation.published',
  'consultation.answered',
  'panel.published',
  'panel.closed',
  'panel.drawn',
  'survey.published',
  'survey.counted',
  'survey.reported',
];

const GATHER_MS = 1_000;

/** Tells the open pages that there is something new to ask for; never what, so that both audiences may hear it. */
@Injectable()
export class InsightsLive implements OnModuleInit, OnModuleDestroy {
  private readonly gathering = new Gathering(GATHER_MS, () => this.tell(), 'the open pages were not told of new figures');

  constructor(
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly limits: Limits,
    private readonly announcer: Announcer,
    private readonly insights: Insights,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.rooms.open('insights', (citizen, id) => id === cityRoom.id || (id === councilRoom.id && isOfCouncil(citizen)));
    for (const name of NEWS) this.events.on(name, 'insights.live', () => this.gathering.soon());
  }

  onModuleDestroy(): Promise<void> {
    return this.gathering.stop();
  }

  /** Once a second over all processes; who comes too soon gathers on, so that the last news is always told. */
  private async tell(): Promise<void> {
    const tooSoon = await this.limits.take('insights.tell', 'all', { points: 1, seconds: 1 });
    if (tooSoon) return this.gathering.soon();
    this.insights.changed();
    const at = this.clock.now();
    await Promise.all([this.announcer.announce(councilRoom, 'changed', { at }), this.announcer.announce(cityRoom, 'changed', { at })]);
  }
}
