import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Events } from '@isegoria/kernel/api';
import { PublicActs } from '@isegoria/ledger/api';
import type { CaseReopenedEvent, ModerationDecided, ObjectionHeard } from '@isegoria/moderation/contracts';

/** In which role every decision of this slice is made. */
export const actingRole = 'moderator';

/**
 * Every decision over a contribution stands in the public ledger, as the case of the public log, with the rule that was applied.
 * Not the contribution itself: what was hidden must not lead to its author for ever.
 */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    this.events.later('moderation.decided', 'moderation.ledger', (decided) => this.decided(decided));
    this.events.later('moderation.reopened', 'moderation.ledger', (reopened) => this.reopened(reopened));
    this.events.later('objection.decided', 'moderation.ledger', (decided) => this.objectionDecided(decided));
  }

  /** A decision goes into the ledger; seeds call it for the past. */
  decided({ caseId, decision, rule, item }: Pick<ModerationDecided, 'caseId' | 'decision' | 'rule' | 'item'>): Promise<void> {
    return this.acts.record({
      act: 'moderation.decided',
      id: `moderation:${caseId}:${decision}`,
      rule: rule === null ? null : String(rule),
      role: actingRole,
      subject: { kind: 'moderation-case', id: caseId },
      body: { decision, item: item.kind },
    });
  }

  private reopened({ caseId, item }: CaseReopenedEvent): Promise<void> {
    return this.acts.record({
      act: 'moderation.reopened',
      id: `moderation:${caseId}:reopened`,
      rule: null,
      role: actingRole,
      subject: { kind: 'moderation-case', id: caseId },
      body: { item: item.kind },
    });
  }

  private objectionDecided({ objectionId, caseId, outcome }: ObjectionHeard): Promise<void> {
    return this.acts.record({
      act: 'objection.decided',
      id: `objection:${objectionId}`,
      rule: null,
      role: actingRole,
      subject: { kind: 'moderation-case', id: caseId },
      body: { outcome },
    });
  }
}
