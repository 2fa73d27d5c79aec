import { log, refusals } from '@isegoria/kernel/api';
import type { FieldProblem } from '@isegoria/kernel/contracts';

export const noConsultation = { __typename: 'NotFound', reason: 'consultation' } as const;

export const refuse = (reason: string) => ({ __typename: 'NotAllowed' as const, reason });

export const invalid = (problems: FieldProblem[]) => ({ __typename: 'Invalid' as const, problems });

/** Who tries a door of another department is refused, and the log says so. */
export function otherDepartment(act: string, citizenId: string, id: string) {
  refusals.inc({ reason: `consultation.${act}` });
  log.warn({ act, citizenId, id: String(id).slice(0, 60) }, 'a consultation of another department');
  return refuse('department');
}
