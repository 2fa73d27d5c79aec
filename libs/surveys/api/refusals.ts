import { log, refusals } from '@isegoria/kernel/api';
import type { FieldProblem } from '@isegoria/kernel/contracts';

export const noSurvey = { __typename: 'NotFound', reason: 'survey' } as const;

export const refuse = (reason: string) => ({ __typename: 'NotAllowed' as const, reason });

export const invalid = (problems: FieldProblem[]) => ({ __typename: 'Invalid' as const, problems });

/** Who tries a door of another department is refused, and the log says so. */
export function otherDepartment(act: string, citizenId: string, id: string) {
  refusals.inc({ reason: `survey.${act}` });
  log.warn({ act, citizenId, id: String(id).slice(0, 60) }, 'a survey of another department');
  return refuse('department');
}
