/** The account was deleted in another window while this one was sent. */
export function goneFor(field: 'name' | 'birthYear' | 'password' | 'email') {
  return { __typename: 'Invalid' as const, problems: [{ field, code: 'gone', limit: null }] };
}

/** What somebody is told whose password did not fit, or who has tried too often. */
export function refusalOf(why: { refused: 'wrong' } | { refused: 'too_many'; retryAfterSeconds: number }, reason = 'password') {
  if (why.refused === 'too_many') return { __typename: 'TooMany' as const, retryAfterSeconds: why.retryAfterSeconds };
  return { __typename: 'NotAllowed' as const, reason };
}
