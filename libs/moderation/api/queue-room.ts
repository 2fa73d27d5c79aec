import { Injectable } from '@nestjs/common';
import { Announcer } from '@isegoria/realtime/api';

/** The room in which moderators see the queue change. */
export const queueRoom = { kind: 'moderation', id: 'queue' };

/** What happened to a case, told to the moderators who watch. The page asks for what it shows: nothing private travels here. */
@Injectable()
export class QueueRoom {
  constructor(private readonly announcer: Announcer) {}

  async tell(caseId: string, what: 'opened' | 'changed' | 'claimed' | 'released' | 'decided' | 'objection', by: string | null = null): Promise<void> {
    await this.announcer.announce(queueRoom, 'queue.changed', { caseId, what, by });
  }
}
