/** Why an answer did not come. What a citizen may cause is a member of the answer's union; this is the rest. */
export type FailureKind = 'sign_in' | 'forbidden' | 'refused' | 'offline' | 'unexpected';

/** An answer that did not come, with the id under which the server's log tells the story. */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly kind: FailureKind,
    readonly correlationId: string | null,
    message: string,
  ) {
    super(message);
  }
}

const KINDS: Record<string, FailureKind> = {
  UNAUTHENTICATED: 'sign_in',
  FORBIDDEN: 'forbidden',
  BAD_USER_INPUT: 'refused',
  GRAPHQL_VALIDATION_FAILED: 'refused',
};

/** What the server's code means for the page. */
export const failureKind = (code: unknown): FailureKind => (typeof code === 'string' ? (KINDS[code] ?? 'unexpected') : 'unexpected');

/** Any thrown thing as a failure that a page can tell. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure('unexpected', null, error instanceof Error ? error.message : String(error));
}
