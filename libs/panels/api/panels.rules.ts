import { type Citizen, hasRole, isVerified, speaksFor, verifiedBirthYear, ageBandOf } from '@isegoria/identity/contracts';
import { cityYear } from '@isegoria/kernel/contracts';
import { cellKeyOf, type PanelStage } from '@isegoria/panels/contracts';
import type { Panel } from './panel.schema';

type Viewer = Pick<Citizen, 'roles' | 'departmentId'> | null;

/** A draft is read by the department that writes it. */
export function mayRead(panel: Pick<Panel, 'publishedAt' | 'departmentId'>, viewer: Viewer): boolean {
  return panel.publishedAt !== null || speaksFor(viewer, panel.departmentId);
}

/** A panel may be taken back until it is complete. */
export function withdrawRefusal(stage: PanelStage): 'draft' | 'seated' | null {
  return stage === 'draft' || stage === 'seated' ? stage : null;
}

/** Whether people may offer themselves at this moment. The closing minute decides, whether or not anything has closed the list yet. */
export function takesOffers({ stage, closesAt }: Pick<Panel, 'stage' | 'closesAt'>, now: Date): boolean {
  return stage === 'open' && closesAt !== null && now < closesAt;
}

/** The group of a person for this panel; null where the draw would have to know more of them. */
export function cellOf({ balance }: Pick<Panel, 'balance'>, citizen: Citizen, now: Date): string | null {
  return cellKeyOf({ ageBand: ageBandOf(citizen.birthYear, cityYear(now)), gender: citizen.gender ?? null, districtId: citizen.districtId }, balance);
}

/** Why this person may not offer themselves now, or null. */
export function offerRefusal(panel: Panel, citizen: Citizen, now: Date): 'verified' | 'not_open' | 'district' | 'age' | 'unknown' | null {
  if (!takesOffers(panel, now)) return 'not_open';
  if (!isVerified(citizen)) return 'verified';
  if (panel.districtIds.length > 0 && !panel.districtIds.includes(citizen.districtId ?? '')) return 'district';
  const birthYear = verifiedBirthYear(citizen);
  if (panel.minimumAge !== null && (birthYear === null || cityYear(now) - birthYear < panel.minimumAge)) return 'age';
  return cellOf(panel, citizen, now) === null ? 'unknown' : null;
}

/** Why this official may not enter the numbers of the draw now, or null. Two do, each for themself. */
export function enterRefusal(panel: Pick<Panel, 'stage' | 'departmentId' | 'listDigest' | 'drawsAt' | 'seed' | 'entry'>, official: Citizen, now: Date): 'department' | 'drawn' | 'too_early' | 'same_person' | null {
  if (!mayEnter(panel, official)) return 'department';
  if (panel.seed !== null || panel.stage !== 'drawing') return panel.stage === 'open' ? 'too_early' : 'drawn';
  if (panel.listDigest === null || panel.drawsAt === null || now < panel.drawsAt) return 'too_early';
  return panel.entry?.byId === official.id ? 'same_person' : null;
}

/** Officials of the department, clerks and administrators: so that there are two where a department has one. */
export const mayEnter = ({ departmentId }: Pick<Panel, 'departmentId'>, viewer: Viewer): boolean => speaksFor(viewer, departmentId) || hasRole(viewer, 'clerk');
