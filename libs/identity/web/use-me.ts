import type { Role } from '@isegoria/identity/contracts';
import { type Failure, graphql, type ResultOf, useGraph } from '@isegoria/ui/web';

/** Asked once for the whole page. */
export const MeQuery = graphql(`
  query Me {
    me {
      id
      name
      email
      roles
      departmentId
      districtId
      locale
      confirmed
      hasPassword
      needsSecondStep
    }
  }
`);

export type Me = NonNullable<ResultOf<typeof MeQuery>['me']>;

const fiveMinutes = 300_000;

/** Who is here. `me` is null for a visitor; while `pending` nobody knows yet, and with an `error` nobody could tell. `is` asks for roles that count: some wait for a second step. */
export function useMe(): { me: Me | null; pending: boolean; error: Failure | null; is(...roles: Role[]): boolean; refetch(): Promise<void> } {
  const { data, pending, error, refetch } = useGraph(MeQuery, {}, { staleMs: fiveMinutes });
  const me = data?.me ?? null;
  return { me, pending, error: data ? null : error, refetch, is: (...roles) => roles.some((role) => me?.roles.includes(role) && !(me.needsSecondStep && role !== 'citizen')) };
}
