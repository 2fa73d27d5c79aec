import { debateLimits, type DebateStage } from '@isegoria/debates/contracts';
import { type Citizen, hasRole, speaksFor } from '@isegoria/identity/contracts';
import type { FieldProblem } from '@isegoria/kernel/contracts';
import type { Debate } from './debate.schema';

/** From how many people on figures are told, and by how many they go on. */
export const figuresBy = 10;

type Viewer = Pick<Citizen, 'id' | 'roles' | 'departmentId'> | null;
type Owned = Pick<Debate, 'authorId' | 'byDepartmentId'>;

/** Whether this person stands for who opened it: the citizen, or any official of the department. An administrator opens nothing in another's name. */
export function isOpener({ authorId, byDepartmentId }: Owned, viewer: Viewer): boolean {
  if (!viewer) return false;
  return byDepartmentId === null ? viewer.id === authorId : hasRole(viewer, 'official') && viewer.departmentId === byDepartmentId;
}

/** Public ones everybody reads; the others who opened them, and moderators. */
export function mayRead(debate: Owned & Pick<Debate, 'visibility'>, viewer: Viewer): boolean {
  return debate.visibility === 'public' || isOpener(debate, viewer) || hasRole(viewer, 'moderator', 'administrator');
}

/** Where it stands at a moment. */
export function stageAt({ stage, endsAt }: Pick<Debate, 'stage' | 'endsAt'>, now: Date): DebateStage {
  return stage === 'open' && endsAt !== null && endsAt <= now ? 'ended' : stage;
}

/** Whether people argue now. */
export function isArguing(debate: Pick<Debate, 'visibility' | 'stage' | 'endsAt'>, now: Date): boolean {
  return debate.visibility === 'public' && stageAt(debate, now) === 'open';
}

/** Why who opened it may not change its words now, or null: once somebody argued about them, they stay. */
export function correctRefusal({ visibility, people, stage }: Pick<Debate, 'visibility' | 'people' | 'stage'>): string | null {
  if (visibility === 'hidden') return 'hidden';
  if (visibility === 'withdrawn') return 'withdrawn';
  if (visibility === 'public' && (people > 0 || stage !== 'open')) return 'argued';
  return null;
}

/** Why it may not be taken back, or null. */
export function withdrawRefusal({ visibility, people }: Pick<Debate, 'visibility' | 'people'>): string | null {
  if (visibility === 'hidden') return 'hidden';
  return people > 0 ? 'argued' : null;
}

/** Why it may not be concluded now, or null. One that was sent back is written anew; what is public stays, and what was hidden is over. */
export function concludeRefusal(debate: Pick<Debate, 'visibility' | 'people' | 'conclusion' | 'stage' | 'endsAt'>, now: Date): string | null {
  const { visibility, conclusion, people } = debate;
  if (visibility !== 'public') return 'not_public';
  if (conclusion?.visibility === 'public') return 'concluded';
  if (conclusion?.visibility === 'hidden') return 'hidden';
  return people === 0 && stageAt(debate, now) === 'open' ? 'nobody' : null;
}

/** What a conclusion lacks: one argument at least of each side that has any, not more than a few of each, and no other than arguments of this debate. */
export function heardProblems(heard: readonly string[], found: readonly { id: string; alignment: string }[], sides: { FOR: number; AGAINST: number }): FieldProblem[] {
  const of = (side: string) => found.filter(({ alignment }) => alignment === side).length;
  const problem = (code: FieldProblem['code'], limit: number | null = null): FieldProblem[] => [{ field: 'heard', code, limit }];
  if (found.length !== new Set(heard).size) return problem('invalid');
  if ((sides.FOR > 0 && of('FOR') === 0) || (sides.AGAINST > 0 && of('AGAINST') === 0)) return problem('required');
  return ['FOR', 'AGAINST', 'NEUTRAL'].some((side) => of(side) > debateLimits.heardOfSide) ? problem('too_long', debateLimits.heardOfSide) : [];
}

/** Whether this official speaks for the department in charge of a debate that a citizen opened. What a department opened it concludes itself. */
export function mayAnswer({ visibility, byDepartmentId }: Pick<Debate, 'visibility' | 'byDepartmentId'>, departmentId: string | null, viewer: Viewer): boolean {
  return visibility === 'public' && byDepartmentId === null && departmentId !== null && speaksFor(viewer, departmentId);
}
