import type { NewsletterRecord } from './newsletter.schema';

type Standing = Pick<NewsletterRecord, 'stage' | 'revision'>;

/** Why a letter may not be changed, or null. What goes out was read by somebody already. */
export function changeRefusal({ stage, revision }: Standing, seen: number | null): 'stage' | 'changed' | null {
  if (stage !== 'draft') return 'stage';
  return revision === seen ? null : 'changed';
}

/** Why it may not be stopped, or null. */
export function stopRefusal({ stage }: Pick<NewsletterRecord, 'stage'>): 'stage' | null {
  return stage === 'scheduled' || stage === 'sending' ? null : 'stage';
}

/** Of such tries the last gives a copy up. */
export const triesMost = 5;

/** How long a copy that the mail server did not take waits, in milliseconds: five minutes, then longer and longer. */
export const pauseAfter = (tries: number): number => 5 * 60_000 * 3 ** Math.max(0, tries - 1);
