import type { ModerationDecided } from './moderation.events';

/** What is kept for its author where a text does not stand: by which rule, why, and under which case they may object. */
export type Verdict = Pick<ModerationDecided, 'rule' | 'reason' | 'caseId'>;

/** What becomes of a text by a moderator's decision: who sees it, what its author is told, and which decision it was, as an older one that comes late changes nothing. */
export function afterDecision({ decision, rule, reason, caseId, at }: ModerationDecided): { visibility: 'public' | 'hidden' | 'returned'; verdict: Verdict | null; decidedAt: Date } {
  return decision === 'approved' ? { visibility: 'public', verdict: null, decidedAt: at } : { visibility: decision, verdict: { rule, reason, caseId }, decidedAt: at };
}
