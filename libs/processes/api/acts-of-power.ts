import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { PhaseChanged } from '@isegoria/processes/contracts';

/** A change of a phase's rules stands in the public ledger: which process, which fields, and the digest of the values before and after. */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('phase.changed', 'processes.ledger', (change) => this.record(change));
  }

  private record({ processId, phaseId, revision, items }: PhaseChanged): Promise<void> {
    const changes = items.map(({ field, before, after }) => [field, before, after]);
    return this.acts.record({
      act: 'phase.changed',
      id: `phase:${processId}:${revision}`,
      rule: null,
      role: 'administrator',
      subject: { kind: 'process', id: processId },
      body: { phase: phaseId, fields: items.map(({ field }) => field), changes: digest(JSON.stringify(changes)) },
    });
  }
}
