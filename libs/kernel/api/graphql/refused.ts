import type { FieldProblem } from '@isegoria/kernel/contracts';
import { log } from '../log';
import { refusals } from '../http/metrics';

/** The answer to an act that is not allowed, with the reason that its SDL names. */
export const refuse = (reason: string) => ({ __typename: 'NotAllowed' as const, reason });

/** The answer to a form, with what is wrong in it. */
export const invalid = (problems: FieldProblem[]) => ({ __typename: 'Invalid' as const, problems });

/** Who tries a door of another department is refused, and counted and logged by what they tried it on. */
export function otherDepartment(thing: string, { act, citizenId, id }: { act: string; citizenId: string; id: string }) {
  refusals.inc({ reason: `${thing}.${act}` });
  log.warn({ act, citizenId, id: String(id).slice(0, 60) }, `a ${thing} of another department`);
  return refuse('department');
}
