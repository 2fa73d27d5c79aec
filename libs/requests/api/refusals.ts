import { log, refusals } from '@isegoria/kernel/api';

/** The one answer to who tries a door that is not theirs. It does not tell whether there is a room behind it; the log does. */
export function noSuchRequest(act: string, citizenId: string, id: string): { __typename: 'NotFound'; reason: string } {
  refusals.inc({ reason: `request.${act}` });
  log.warn({ act, citizenId, id: String(id).slice(0, 60) }, 'no such request for this citizen');
  return { __typename: 'NotFound', reason: 'request' };
}
