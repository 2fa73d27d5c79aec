import type { Role } from '@isegoria/identity/contracts';
import { graphql, type ResultOf, useGraph } from '@isegoria/ui/web';

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
    }
  }
`);

export type Me = NonNullable<ResultOf<typeof MeQuery>['me']>;

const fiveMinutes = 300_000;

/** Who is here. `me` is null for a visitor, and while `pending` nobody knows yet. */
export function useMe(): { me: Me | null; pending: boolean; is(...roles: Role[]): boolean; refetch(): Promise<void> } {
  const { data, pending, refetch } = useGraph(MeQuery, {}, { staleMs: fiveMinutes });
  const me = data?.me ?? null;
  return { me, pending, refetch, is: (...roles) => roles.some((role) => me?.roles.includes(role)) };
}
