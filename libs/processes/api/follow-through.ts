import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Announcer, Rooms } from '@isegoria/realtime/api';
import type { PhaseChanged } from '@isegoria/processes/contracts';
import { Processes } from './processes.service';

/** What follows a change of a phase: open pages show it, followers and the city's stream are told. */
@Injectable()
export class FollowThrough implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly rooms: Rooms,
    private readonly announcer: Announcer,
    private readonly processes: Processes,
    private readonly follows: Follows,
    private readonly inbox: Inbox,
    private readonly activity: Activity,
  ) {}

  onModuleInit(): void {
    this.rooms.open('process');
    this.events.on('phase.changed', 'processes.announce', ({ processId, phaseId }) => this.announcer.announce({ kind: 'process', id: processId }, 'phase.changed', { phaseId }));
    this.events.later('phase.changed', 'processes.tell', (change) => this.tell(change));
  }

  private async tell({ processId, phaseId, by, at }: PhaseChanged): Promise<void> {
    const process = await this.processes.find(processId);
    if (!process) return;
    const about = { kind: 'process', id: processId };
    const told = { about, name: 'processes.phaseChanged', params: { title: process.title }, key: `${processId}.${phaseId}.${at.toISOString()}` };
    const followers = await this.follows.followers(about);
    await this.inbox.tell({ ...told, to: followers.filter((id) => id !== by), mail: false });
    await this.activity.record({ ...told, at });
  }
}
