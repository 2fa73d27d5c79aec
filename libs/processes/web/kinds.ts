import type { Admission } from '@isegoria/processes/contracts';

/** Where the things of a kind of process are. The slices that collect them stand above this one, so it knows only their addresses. */
interface Kind {
  all(processId: string): string;
  /** Where one contributes; null where that is done on each thing itself. */
  add: ((processId: string) => string) | null;
  /** Where an administrator makes what is voted on; null where nothing has to be made. */
  make: ((processId: string) => string) | null;
  /** Whether the home page asks for it here; false where the kind's own slice asks more precisely. */
  asksOnHome: boolean;
}

const kinds: Record<string, Kind> = {
  proposals: {
    all: (id) => `/proposals?process=${id}`,
    add: (id) => `/proposals/new?process=${id}`,
    make: null,
    asksOnHome: true,
  },
  budgets: { all: () => '/budgets', add: (id) => `/proposals/new?process=${id}`, make: (id) => `/budgets/new?process=${id}`, asksOnHome: false },
  debates: { all: () => '/debates', add: () => '/debates/new', make: null, asksOnHome: false },
  evaluations: { all: () => '/decisions', add: null, make: null, asksOnHome: false },
};

const unknown: Kind = { all: (id) => `/processes/${id}`, add: null, make: null, asksOnHome: true };

export function kindOf(kind: string): Kind {
  return kinds[kind] ?? unknown;
}

/** The acts that a phase asks for: the main one first. */
export function actsOf(kind: string, processId: string, contributions: Admission): { to: string; words: string }[] {
  const { all, add } = kindOf(kind);
  const list = { to: all(processId), words: `act.${kind}.all` };
  return add && contributions !== 'closed' ? [{ to: add(processId), words: `act.${kind}.add` }, list] : [list];
}
