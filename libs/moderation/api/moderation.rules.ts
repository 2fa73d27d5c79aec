import { type LotRefusal, type ModerationDecision, moderationLimits } from '@isegoria/moderation/contracts';
import type { Case } from './case.schema';

const minute = 60_000;

/** How many of a person's reports were found right, and how many were not. */
export interface ReportersRecord {
  upheld: number;
  rejected: number;
}

/** Why this moderator may not touch this case, or null. Nobody judges what they wrote, or what they themselves reported. */
export function refusalToJudge({ authorId }: Pick<Case, 'authorId'>, moderatorId: string, hasReported: boolean): 'own' | 'reporter' | null {
  if (authorId === moderatorId) return 'own';
  return hasReported ? 'reporter' : null;
}

/** Why a case may not be looked at again, or null. One that its author objected to is another moderator's to judge already. */
export function refusalToReopen({ status, objection }: Pick<Case, 'status' | 'objection'>): 'open' | 'objection' | null {
  if (status !== 'decided') return 'open';
  return objection === null ? null : 'objection';
}

/** Which cases a moderator may take, as a filter of the store: nobody's, their own, and those whose ten minutes are over. */
export function freeFor(moderatorId: string, now: Date): Record<string, unknown> {
  return { $or: [{ claimedBy: null }, { claimedBy: moderatorId }, { claimedUntil: { $lte: now } }] };
}

/** What was asked of a case that could not be decided with its lot. */
interface AskedInLot {
  moderatorId: string;
  version: number;
  decision: ModerationDecision;
  now: Date;
}

/** Why a case could not be decided with the others of its lot; null where it stands so already, for the lot came twice. */
export function refusalInLot(found: Pick<Case, 'status' | 'decision' | 'decidedBy' | 'version' | 'claimedBy' | 'claimedUntil'> | null, { moderatorId, version, decision, now }: AskedInLot): LotRefusal | null {
  if (found?.status === 'decided' && found.decidedBy === moderatorId && found.decision === decision && found.version === version) return null;
  if (found?.status !== 'open') return 'gone';
  if (found.claimedBy !== moderatorId && found.claimedUntil && found.claimedUntil > now) return 'taken';
  return 'changed';
}

/** What a report weighs: 1 from somebody new, at most 2 from somebody who was mostly right, at least a quarter from somebody who was not. */
export function weightOf({ upheld, rejected }: ReportersRecord): number {
  return Math.min(2, Math.max(0.25, (upheld + 1) / (rejected + 1)));
}

/** Whether a moderator is told that this person knows the rules. */
export function isTrusted({ upheld, rejected }: ReportersRecord): boolean {
  return upheld >= 3 && upheld > 2 * rejected;
}

/** Ten reports within ten minutes are not ten people who happened to pass by. */
export function isCoordinated(times: Date[]): boolean {
  const sorted = times.map((time) => time.getTime()).sort((a, b) => a - b);
  return sorted.some((time, at) => (sorted[at + 9] ?? Infinity) - time <= 10 * minute);
}

/** What the reports of a case weigh together. Those that came together weigh as three. */
export function weightTogether(weights: number[], coordinated: boolean): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return coordinated ? Math.min(sum, 3) : sum;
}

/**
 * A case's place in the queue. The oldest duty comes first; reports move a case forward by half an hour for each whole weight,
 * and never by more than four hours, so that a crowd can hurry us but never push others out of the queue.
 */
export function placeInQueue(since: Date, weight: number): Date {
  return new Date(since.getTime() - Math.min(weight * 30, 240) * minute);
}

/** The rule that weighs most among the reports; of equals the one with the smaller number. */
export function weightiestRule(reports: { rule: number; weight: number }[]): number | null {
  const weights = new Map<number, number>();
  for (const { rule, weight } of reports) weights.set(rule, (weights.get(rule) ?? 0) + weight);
  const [first] = [...weights].sort(([ruleA, a], [ruleB, b]) => b - a || ruleA - ruleB);
  return first?.[0] ?? null;
}

/** Whether reports alone hide a contribution until somebody decides. By default never; where a city sets a weight, a crowd that came together still does not. */
export function isHeldBy({ weight, coordinated, held }: Pick<Case, 'weight' | 'coordinated' | 'held'>, holdAtWeight: number): boolean {
  return holdAtWeight > 0 && !held && !coordinated && weight >= holdAtWeight;
}

/** Until when the author may object, or null where there is nothing to object to. */
export function objectUntil({ decision, decidedAt, reopenedAt }: Pick<Case, 'decision' | 'decidedAt'> & Partial<Pick<Case, 'reopenedAt'>>): Date | null {
  // What is looked at again gets a new decision, and that one can be objected to.
  if (reopenedAt || !decidedAt || decision === null || decision === 'approved') return null;
  return new Date(decidedAt.getTime() + moderationLimits.objectDays * 24 * 60 * minute);
}

/** The middle of the hours; null where there are none. */
export function median(values: number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
}
