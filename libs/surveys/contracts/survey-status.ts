import { afterDays } from '@isegoria/kernel/contracts';

/** What happened to a survey, and its dates: all that its status is made of. */
export interface SurveyFacts {
  publishedAt: Date | null;
  opensAt: Date | null;
  closesAt: Date | null;
  reportedAt: Date | null;
  withdrawnAt: Date | null;
}

export type SurveyStanding = 'draft' | 'announced' | 'open' | 'closed' | 'reported' | 'withdrawn';

/** People have at least so many days, and the department so many to report. */
export const leastDays = 3;
export const reportDays = 30;

/** So many days after the end officials still enter what was handed in before it. */
export const entryDays = 7;

/** Where a survey stands at a moment. Nothing has to happen for it to open or close but that time passes. */
export function standingOf({ publishedAt, opensAt, closesAt, reportedAt, withdrawnAt }: SurveyFacts, now: Date): SurveyStanding {
  if (!publishedAt) return 'draft';
  if (withdrawnAt) return 'withdrawn';
  if (reportedAt) return 'reported';
  if (!opensAt || now < opensAt) return 'announced';
  return closesAt && now >= closesAt ? 'closed' : 'open';
}

/** Until when answers may still come in: to the end, and where it is answered on paper, by phone or at a desk too, as long as officials enter what was handed in. Null without an end. */
export function takenUntil({ closesAt, channels }: { closesAt: Date | null; channels: readonly string[] }): Date | null {
  return closesAt && channels.length > 0 ? afterDays(closesAt, entryDays) : closesAt;
}

/** Until when the department owes its report, or null where it owes none. */
export function reportDueAt({ publishedAt, closesAt, reportedAt, withdrawnAt }: Pick<SurveyFacts, 'publishedAt' | 'closesAt' | 'reportedAt' | 'withdrawnAt'>): Date | null {
  return publishedAt && closesAt && !reportedAt && !withdrawnAt ? afterDays(closesAt, reportDays) : null;
}
