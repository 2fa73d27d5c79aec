import type { Phase } from './processes.gen';

type Dated = Pick<Phase, 'opensAt' | 'closesAt'>;

/** The phase that lasts at a moment. The end belongs to the next one. */
export function phaseAt<P extends Dated>(phases: readonly P[], at: Date): P | null {
  return phases.find(({ opensAt, closesAt }) => opensAt <= at && at < closesAt) ?? null;
}

/** Whether a process is now in one of its phases, still to come, or past. Between two phases it is still to come. */
export function stateOf(phases: readonly Dated[], at: Date): 'now' | 'coming' | 'past' {
  if (phaseAt(phases, at)) return 'now';
  return phases.some(({ opensAt }) => at < opensAt) ? 'coming' : 'past';
}

/** The first other phase that lasts while this one does, or null. */
export function overlapping<P extends Dated & { id: string }>(phases: readonly P[], changed: Dated & { id: string }): P | null {
  return phases.find(({ id, opensAt, closesAt }) => id !== changed.id && opensAt < changed.closesAt && changed.opensAt < closesAt) ?? null;
}

/** What can be done first stands first, what closes sooner before what closes later; then what comes, then what is past, newest first. */
export function inReadingOrder<P extends { phases: readonly Dated[] }>(processes: readonly P[], at: Date): P[] {
  const rank = { now: 0, coming: 1, past: 2 };
  const key = ({ phases }: P) => {
    const state = stateOf(phases, at);
    const closes = (phaseAt(phases, at) ?? phases.at(state === 'past' ? -1 : 0))?.closesAt.getTime() ?? 0;
    return [rank[state], state === 'past' ? -closes : closes] as const;
  };
  return [...processes].sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1]);
}
