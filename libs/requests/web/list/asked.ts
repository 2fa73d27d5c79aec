import { useSearchParams } from 'react-router';

const narrowing = ['q', 'service', 'district', 'state'] as const;
const sorts = ['NEWEST', 'CHANGED', 'AFFECTED'] as const;
export const states = ['open', 'ended'] as const;

/** What the address asks for: a list that was narrowed can be sent to somebody. */
export function useAsked() {
  const [search] = useSearchParams();
  const state = states.find((one) => one === search.get('state')) ?? null;
  const filter = {
    text: search.get('q') || null, serviceId: search.get('service') || null, districtId: search.get('district') || null, departmentId: null, status: null,
    isOpen: state && state === 'open',
  };
  return {
    filter, state, sorts, sort: sorts.find((one) => one === search.get('sort')) ?? 'NEWEST', view: search.get('view') === 'map' ? 'map' : 'list',
    isNarrow: narrowing.some((name) => Boolean(search.get(name))),
  } as const;
}
