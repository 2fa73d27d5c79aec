import { phaseAt, stateOf } from '@isegoria/processes/contracts';

interface Dated {
  opensAt: string;
  closesAt: string;
}

/** Phases come over the wire with their moments as text; the rules speak of moments. */
function dated(phases: readonly Dated[]) {
  return phases.map((phase) => ({ opensAt: new Date(phase.opensAt), closesAt: new Date(phase.closesAt) }));
}

/** Whether a process is still to come, or between two of its phases. */
export function isComing({ currentPhaseId, phases }: { currentPhaseId: string | null; phases: readonly Dated[] }): boolean {
  return currentPhaseId === null && stateOf(dated(phases), new Date()) === 'coming';
}

/** How a phase stands by the clock: over, lasting, or to come. */
export function stepOf(phase: Dated, now = new Date()): 'done' | 'now' | 'next' {
  if (phaseAt(dated([phase]), now)) return 'now';
  return now < new Date(phase.opensAt) ? 'next' : 'done';
}
