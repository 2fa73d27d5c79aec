import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '@isegoria/kernel/api';
import { Activity, Follows, Inbox } from '@isegoria/notifications/api';
import { Announcer, Rooms } from '@isegoria/realtime/api';
import type { PhaseChanged, ProcessAct, ProcessChanged } from '@isegoria/processes/contracts';
import { Processes } from './processes.service';

/** How followers and the city's stream are told of it: the keys of its words. */
const names = {
  phase_changed: 'processes.phaseChanged', phase_added: 'processes.phaseAdded', phase_removed: 'processes.phaseRemoved', process_changed: 'processes.changed', process_published: 'processes.published',
} satisfies Record<ProcessAct, string>;

/** What follows a change of a process or of a phase: open pages show it, followers and the city's stream are told. */
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
    this.events.on('process.changed', 'processes.announce', ({ processId }) => this.announcer.announce({ kind: 'process', id: processId }, 'process.changed', {}));
    this.events.later('phase.changed', 'processes.tell', (change) => this.tell(change, change.phaseId));
    this.events.later('process.changed', 'processes.tell', (change) => this.tell(change, 'process'));
  }

  private async tell({ act, processId, by, at }: PhaseChanged | ProcessChanged, what: string): Promise<void> {
    const process = await this.processes.find(processId);
    if (!process) return;
    const about = { kind: 'process', id: processId };
    const told = { about, name: names[act], params: { title: process.title }, key: `${processId}.${what}.${at.toISOString()}` };
    const followers = await this.follows.followers(about);
    await this.inbox.tell({ ...told, to: followers.filter((id) => id !== by), mail: false });
    await this.activity.record({ ...told, at });
  }
}
