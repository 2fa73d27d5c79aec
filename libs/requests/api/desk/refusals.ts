import type { Citizen } from '@isegoria/identity/contracts';
import { speaksFor } from '@isegoria/identity/contracts';
import { invalid, otherDepartment, refuse } from '@isegoria/kernel/api';
import type { FieldProblem } from '@isegoria/kernel/contracts';
import type { RequestRecord } from '../request.schema';
import { isDesked } from '../requests.rules';

export { invalid, refuse };

export const noRequest = { __typename: 'NotFound', reason: 'request' } as const;

export const wrong = (field: string, code: FieldProblem['code'] = 'invalid', limit: number | null = null) => invalid([{ field, code, limit }]);

/** Why this official may not act on it, or null. Whoever tries the door of another department is refused, and the log says so; of a private request they do not learn that it is there. */
export function closedTo(official: Citizen, request: RequestRecord | null, act: string): typeof noRequest | ReturnType<typeof refuse> | null {
  if (!request || !isDesked(request)) return noRequest;
  if (speaksFor(official, request.departmentId)) return null;
  const refused = otherDepartment('request', { act, citizenId: official.id, id: request._id });
  return request.listed ? refused : noRequest;
}
