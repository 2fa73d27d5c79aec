import { cityDay } from '@isegoria/kernel/contracts';
import type { VisitDay } from './visit.schema';

const dayMs = 86_400_000;
const DAYS = 28;

/** How the demo city's pages are opened on a usual day: made up, as all of that city. */
const usual: { page: string; processId: string | null; times: number }[] = [
  { page: 'home', processId: null, times: 60 },
  { page: 'proposals', processId: null, times: 85 },
  { page: 'decisions', processId: null, times: 30 },
  { page: 'processes', processId: 'harbour', times: 14 },
  { page: 'processes', processId: 'ideas', times: 22 },
  { page: 'budgets', processId: null, times: 25 },
  { page: 'council', processId: null, times: 6 },
];

const classes: Pick<VisitDay, 'device' | 'locale' | 'origin' | 'signedIn'>[] = [
  { device: 'phone', locale: 'el', origin: 'inside', signedIn: false },
  { device: 'phone', locale: 'el', origin: 'search', signedIn: false },
  { device: 'phone', locale: 'el', origin: 'social', signedIn: false },
  { device: 'phone', locale: 'el', origin: 'inside', signedIn: true },
  { device: 'computer', locale: 'el', origin: 'inside', signedIn: true },
  { device: 'computer', locale: 'el', origin: 'direct', signedIn: false },
  { device: 'computer', locale: 'en', origin: 'elsewhere', signedIn: false },
  { device: 'tablet', locale: 'el', origin: 'direct', signedIn: false },
];
const weights = [0.3, 0.16, 0.1, 0.16, 0.1, 0.1, 0.04, 0.04];

export function demoVisits(now: Date, random: () => number): VisitDay[] {
  return Array.from({ length: DAYS }, (_, back) => cityDay(new Date(now.getTime() - (back + 1) * dayMs))).flatMap((day) =>
    usual.flatMap(({ page, processId, times }) =>
      classes.flatMap((one, at) => {
        const count = Math.round(times * (weights[at] ?? 0) * (0.6 + 0.8 * random()));
        const line = { day, page, processId, ...one };
        return count > 0 ? [{ _id: Object.values(line).join('|'), ...line, times: count }] : [];
      }),
    ),
  );
}
