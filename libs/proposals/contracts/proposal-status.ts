/**
 * A proposal stands on three axes that move apart from each other: whether its author has handed it in, whether moderators
 * show it, and what the municipality answered. The one word that people read is made of the three, here and nowhere else.
 */
export type Publication = 'draft' | 'waiting' | 'public' | 'merged' | 'withdrawn';
export type Visibility = 'visible' | 'hidden' | 'returned';
export type ProposalAnswerStatus = 'UNDER_EVALUATION' | 'ACCEPTED' | 'REJECTED' | 'IMPLEMENTED';
export type Answered = 'NONE' | ProposalAnswerStatus;

export interface Standing {
  publication: Publication;
  visibility: Visibility;
  answered: Answered;
}

export type ProposalStanding = 'DRAFT' | 'WAITING' | 'OPEN' | ProposalAnswerStatus | 'MERGED' | 'WITHDRAWN' | 'RETURNED' | 'HIDDEN';

/** The word for where a proposal stands. A moderator's act outweighs the author's, and both outweigh the answer. */
export function statusOf({ publication, visibility, answered }: Standing): ProposalStanding {
  if (visibility === 'hidden') return 'HIDDEN';
  if (visibility === 'returned') return 'RETURNED';
  if (publication === 'draft') return 'DRAFT';
  if (publication === 'waiting') return 'WAITING';
  if (publication === 'withdrawn') return 'WITHDRAWN';
  if (publication === 'merged') return 'MERGED';
  return answered === 'NONE' ? 'OPEN' : answered;
}

/** Whether everyone may read it. A withdrawn proposal stays readable, with the author's reason, and a merged one with the way to where it goes on. */
export function isReadable({ publication, visibility }: Pick<Standing, 'publication' | 'visibility'>): boolean {
  return visibility === 'visible' && (publication === 'public' || publication === 'merged' || publication === 'withdrawn');
}

/** Whether it stands in the public lists and may be supported. */
export function isListed({ publication, visibility }: Pick<Standing, 'publication' | 'visibility'>): boolean {
  return visibility === 'visible' && publication === 'public';
}

/** Which answers may follow the one before. An accepted proposal does not quietly go back to being looked at. */
export const answersAfter: Record<Answered, readonly ProposalAnswerStatus[]> = {
  NONE: ['UNDER_EVALUATION', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED'],
  UNDER_EVALUATION: ['UNDER_EVALUATION', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED'],
  ACCEPTED: ['ACCEPTED', 'REJECTED', 'IMPLEMENTED'],
  REJECTED: ['UNDER_EVALUATION', 'ACCEPTED', 'REJECTED'],
  IMPLEMENTED: ['IMPLEMENTED'],
};

/** The statuses of what stands in the public lists. */
export const listedStatuses = ['OPEN', 'UNDER_EVALUATION', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED'] as const;

/** What citizens may ask a list for: merged ones are in none, and in this one where they are asked for. */
export const askedStatuses = [...listedStatuses, 'MERGED'] as const;

/** How it stands with one of them, where a table tells it beside its title. */
export const statusOfOne = {
  OPEN: { el: 'Περιμένει απάντηση', en: 'Waiting for an answer' },
  UNDER_EVALUATION: { el: 'Εξετάζεται', en: 'Being considered' },
  ACCEPTED: { el: 'Έγινε δεκτή', en: 'Accepted' },
  REJECTED: { el: 'Δεν έγινε δεκτή', en: 'Not accepted' },
  IMPLEMENTED: { el: 'Υλοποιήθηκε', en: 'Implemented' },
} as const;

/** How the statuses are called, for those who have no page: figures and files. */
export const statusNames = {
  OPEN: { el: 'Περιμένουν απάντηση', en: 'Waiting for an answer' },
  UNDER_EVALUATION: { el: 'Εξετάζονται', en: 'Being considered' },
  ACCEPTED: { el: 'Έγιναν δεκτές', en: 'Accepted' },
  REJECTED: { el: 'Δεν έγιναν δεκτές', en: 'Not accepted' },
  IMPLEMENTED: { el: 'Υλοποιήθηκαν', en: 'Implemented' },
} as const;
