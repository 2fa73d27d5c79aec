import { cityDay } from '@isegoria/kernel/contracts';

const DAY = 86_400_000;
/** The register cuts a longer span of issue dates to 180 days, without a word: ours are shorter, and share a day. */
const SPAN_DAYS = 175;
/** What is read again at each run: the register counts in whole days, and an act may be found some hours after it came. */
const OVERLAP_DAYS = 2;
/** An act may bear the date of a coming day. */
const AHEAD_DAYS = 31;

/** One question that is paged through: a unit, or the whole body, within a span of issue dates. */
export interface Step {
  unit: string | undefined;
  from_issue_date: string;
  to_issue_date: string;
}

/** The questions of a run, the oldest issue dates first, always the same for the same run: their number says how far it is. */
export function stepsOf({ since, to, unitIds }: { since: string; to: Date; unitIds: readonly string[] }): Step[] {
  const last = to.getTime() + AHEAD_DAYS * DAY;
  const spans: Omit<Step, 'unit'>[] = [];
  for (let from = Date.parse(`${since}T12:00:00Z`); from <= last; from += SPAN_DAYS * DAY) {
    spans.push({ from_issue_date: cityDay(new Date(from)), to_issue_date: cityDay(new Date(Math.min(from + SPAN_DAYS * DAY, last))) });
  }
  const units = unitIds.length > 0 ? unitIds : [undefined];
  return spans.flatMap((span) => units.map((unit) => ({ unit, ...span })));
}

/** Between which days of submission a run reads: from a little before what is known to be here, and all of it where nothing is. */
export function submittedWithin({ readTo, since, to }: { readTo: Date | null; since: string; to: Date }) {
  const from = readTo ? cityDay(new Date(readTo.getTime() - OVERLAP_DAYS * DAY)) : since;
  return { from_date: from, to_date: cityDay(new Date(to.getTime() + OVERLAP_DAYS * DAY)) };
}

/**
 * Whether what was read of a step is all of it. The register gives the last submitted first, so whatever comes in or is corrected
 * while we page only pushes acts back, and we meet them twice. Only where acts vanish does one slip between two pages, unseen:
 * then there are fewer than at the start, or we met fewer different ones than there were, and the step is read again.
 */
export function isWhole({ totals, seen }: { totals: readonly number[]; seen: number }): boolean {
  const [first = 0] = totals;
  return totals.every((total) => total >= first) && seen >= first;
}
