import { type Citizen, hasRole, isVerified, verifiedBirthYear } from '@isegoria/identity/contracts';
import { type InitiativeStage, isPublicStage } from '@isegoria/initiatives/contracts';
import { afterDays, cityYear } from '@isegoria/kernel/contracts';
import type { Initiative } from './initiative.schema';
import type { SheetReading } from './signing/sheet.schema';

type Viewer = Pick<Citizen, 'id' | 'roles'> | null;
type Seen = Pick<Initiative, 'stage' | 'promoters' | 'authorId' | 'isHidden' | 'opensAt'>;

/** How many drafts one person keeps, and how often a text may be sent to be admitted. */
export const draftsKept = 10;
export const triesMost = 2;

export function afterMonths(at: Date, months: number): Date {
  const end = new Date(at);
  end.setUTCMonth(end.getUTCMonth() + months);
  return end;
}

/** Who keeps the collection's books: checks, counts sheets, writes down the answer. */
export const isClerk = (citizen: Pick<Citizen, 'roles'> | null): boolean => hasRole(citizen, 'clerk', 'administrator');

export const isPromoter = ({ promoters }: Pick<Initiative, 'promoters'>, viewer: Viewer): boolean => viewer !== null && promoters.some(({ citizenId }) => citizenId === viewer.id);

/** Everyone reads what was admitted once and is not hidden. What was taken back before that was never public. */
export const isPublic = ({ stage, isHidden, opensAt }: Pick<Initiative, 'stage' | 'isHidden' | 'opensAt'>): boolean => isPublicStage(stage) && opensAt !== null && !isHidden;

/** Before, its promoters read it, and, once it is handed in, the clerk too. What is hidden is read by moderators. */
export function mayRead(initiative: Seen, viewer: Viewer): boolean {
  if (isPublic(initiative) || isPromoter(initiative, viewer)) return true;
  if (initiative.isHidden && hasRole(viewer, 'moderator')) return true;
  return isClerk(viewer) && initiative.stage !== 'draft' && initiative.stage !== 'promoters';
}

/** Why this person may not start or carry one, or null: a register vouches for whoever does, and they are as old as who signs. */
export function promoterRefusal(citizen: Pick<Citizen, 'confirmed' | 'personId' | 'birthYear' | 'birthYearBy'>, minimumAge: number | null, now: Date): 'unconfirmed' | 'verified' | 'age' | null {
  if (!citizen.confirmed) return 'unconfirmed';
  if (!isVerified(citizen)) return 'verified';
  if (minimumAge === null) return null;
  const born = verifiedBirthYear(citizen);
  return born !== null && born <= cityYear(now) - minimumAge ? null : 'age';
}

/** Why somebody may not say yes to an invitation, or null. */
export function joinRefusal(initiative: Pick<Initiative, 'promoters' | 'asks'>, citizen: Citizen, now: Date): string | null {
  if (isPromoter(initiative, citizen)) return 'already';
  if (missing(initiative) === 0) return 'whole';
  return promoterRefusal(citizen, initiative.asks.minimumAge, now);
}

export const missing = ({ promoters, asks }: Pick<Initiative, 'promoters' | 'asks'>): number => Math.max(0, asks.promoters - promoters.length);

export const totalOf = ({ signatures, paper }: Pick<Initiative, 'signatures' | 'paper'>): number => signatures + paper;

export const isEnough = (initiative: Pick<Initiative, 'signatures' | 'paper' | 'asks'>): boolean => totalOf(initiative) >= initiative.asks.needed;

/** Until when the city owes its next word, or null. */
export function dueAt({ stage, submittedAt, handedInAt, check, asks: { checkDays, answerDays } }: Pick<Initiative, 'stage' | 'submittedAt' | 'handedInAt' | 'check' | 'asks'>): Date | null {
  switch (stage) {
    case 'submitted':
      return submittedAt && afterDays(submittedAt, checkDays);
    case 'handedIn':
      return handedInAt && afterDays(handedInAt, checkDays);
    case 'verified':
    case 'scheduled':
      return check && answerDays ? afterDays(check.at, answerDays) : null;
    case 'draft':
    case 'promoters':
    case 'refused':
    case 'collecting':
    case 'short':
    case 'answered':
    case 'withdrawn':
      return null;
  }
}

/** Whether promoters may take it back: not a draft, which is thrown away, and not when there is an answer or an end. */
export const canWithdraw = (stage: InitiativeStage): boolean => ['promoters', 'submitted', 'collecting', 'handedIn', 'verified', 'scheduled'].includes(stage);

/** Whether a refused one may be corrected and sent once more. */
export const canCorrect = ({ stage, refusals }: Pick<Initiative, 'stage' | 'refusals'>): boolean => stage === 'refused' && refusals.length < triesMost;

/** A sheet after one more official has counted it, or why they may not. Their own reading they may correct, until it counts. */
export function sheetAfter(sheet: { readings: readonly SheetReading[]; valid: number | null }, reading: SheetReading): { readings: SheetReading[]; valid: number | null } | 'counted' | 'third' {
  if (sheet.valid !== null) return 'counted';
  const others = sheet.readings.filter(({ byId }) => byId !== reading.byId);
  if (others.length > 1) return 'third';
  const agrees = others.some(({ valid }) => valid === reading.valid);
  return { readings: [...others, reading], valid: agrees ? reading.valid : null };
}

/** How a sheet stands. */
export function sheetState({ readings, valid }: { readings: readonly SheetReading[]; valid: number | null }): 'waits' | 'conflict' | 'counted' {
  if (valid !== null) return 'counted';
  return readings.length > 1 ? 'conflict' : 'waits';
}
