import type { Subject } from '@isegoria/kernel/contracts';

/**
 * Somebody wrote, or rewrote, something that others are to see. The slice that owns it says so; `wait` asks for a moderator
 * first. Said again with another text it replaces the former one, so it may be said twice.
 */
export interface ContributionSubmitted {
  item: Subject;
  /** Empty where nobody is to know who wrote it: its own slice then tells them what was decided. */
  authorId: string;
  title: string;
  text: string;
  mode: 'wait' | 'public';
  /** What it was written about: an argument's proposal. */
  subject?: Subject;
  /** The side that an argument takes. */
  alignment?: string;
  at?: Date;
}

/** Many contributions came in at once, from an import or a seed: they count in their authors' records, and nobody is told. */
export interface ContributionsImported {
  contributions: { item: Subject; authorId: string; at: Date }[];
}

/** The author took it back: there is nothing left to decide. */
export interface ContributionWithdrawn {
  item: Subject;
}

/** The owner of the item sets who sees it. It may be said twice. */
export interface ModerationDecided {
  item: Subject;
  decision: 'approved' | 'hidden' | 'returned';
  /** The number of the rule; null where it stays. */
  rule: number | null;
  reason: string;
  caseId: string;
  at: Date;
}

/** Somebody else looked at a decision, because its author objected. It may be said twice. */
export interface ObjectionHeard {
  objectionId: string;
  caseId: string;
  outcome: 'upheld' | 'reversed';
}

/** A moderator had a decision looked at again. It may be said twice. */
export interface CaseReopenedEvent {
  caseId: string;
  item: Subject;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'contribution.submitted': ContributionSubmitted;
    'contributions.imported': ContributionsImported;
    'contribution.withdrawn': ContributionWithdrawn;
    'moderation.decided': ModerationDecided;
    'objection.decided': ObjectionHeard;
    'moderation.reopened': CaseReopenedEvent;
  }
}
