/** What happened to a consultation, and its dates: all that its status is made of. */
export interface ConsultationFacts {
  publishedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  answeredAt: Date | null;
  adoptedAt: Date | null;
  withdrawnAt: Date | null;
}

export type ConsultationStanding = 'draft' | 'announced' | 'open' | 'closed' | 'answered' | 'adopted' | 'withdrawn';

/** People have at least so many days, and the service so many to answer. */
export const leastDays = 7;
export const answerDays = 30;

const dayMs = 86_400_000;

/** Where a consultation stands at a moment. Nothing has to happen for it to open or close but that time passes. */
export function standingOf({ publishedAt, opensAt, closesAt, answeredAt, adoptedAt, withdrawnAt }: ConsultationFacts, now: Date): ConsultationStanding {
  if (!publishedAt) return 'draft';
  if (withdrawnAt) return 'withdrawn';
  if (adoptedAt) return 'adopted';
  if (answeredAt) return 'answered';
  if (!opensAt || now < opensAt) return 'announced';
  return closesAt && now >= closesAt ? 'closed' : 'open';
}

/** Until when the service owes its answer, or null where it owes none. */
export function answerDueAt({ publishedAt, closesAt, answeredAt, withdrawnAt }: Pick<ConsultationFacts, 'publishedAt' | 'closesAt' | 'answeredAt' | 'withdrawnAt'>): Date | null {
  return publishedAt && closesAt && !answeredAt && !withdrawnAt ? new Date(closesAt.getTime() + answerDays * dayMs) : null;
}
