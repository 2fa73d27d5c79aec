import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { PhaseChanged, ProcessAct, ProcessChanged } from '@isegoria/processes/contracts';

/** How the ledger calls what an administrator did. */
const names = {
  phase_changed: 'phase.changed', phase_added: 'phase.added', phase_removed: 'phase.removed', process_changed: 'process.changed', process_published: 'process.published',
} satisfies Record<ProcessAct, string>;

/** A change of a process or of a phase's rules stands in the public ledger: which process, which fields, and the digest of the values before and after. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('phase.changed', 'processes.ledger', (change) => this.record(change, `phase:${change.processId}:${change.revision}`, { phase: change.phaseId }));
    this.events.later('process.changed', 'processes.ledger', (change) => this.record(change, `process:${change.processId}:${change.revision}`, {}));
  }

  private record({ act, processId, items }: PhaseChanged | ProcessChanged, id: string, which: { phase?: string }): Promise<void> {
    const changes = items.map(({ field, before, after }) => [field, before, after]);
    return this.acts.record({
      act: names[act],
      id,
      rule: null,
      role: 'administrator',
      subject: { kind: 'process', id: processId },
      body: { ...which, fields: items.map(({ field }) => field), changes: digest(JSON.stringify(changes)) },
    });
  }
}
