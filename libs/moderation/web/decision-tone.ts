import type { ModerationDecision } from '@isegoria/moderation/contracts';
import type { Tone } from '@isegoria/ui/web';

/** The colour of a decision; its words stand in it. */
export function decisionTone(decision: ModerationDecision): Tone {
  switch (decision) {
    case 'approved':
      return 'olive';
    case 'returned':
      return 'sun';
    case 'hidden':
      return 'terracotta';
  }
}
