import { phaseInput, type PhaseForm as PhaseInput, type PhasePattern, usualEvaluation } from '@isegoria/processes/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { fromCityClock, toCityClock, type Problem } from '@isegoria/ui/web';
import type { Phase, Process } from '../documents';

/** A phase as it stands in the form: moments and numbers as they were typed. */
export interface PhaseDraft extends Pick<Phase['settings'], 'contributions' | 'comments' | 'supports'> {
  name: Phase['name'];
  summary: Phase['summary'];
  opensAt: string;
  closesAt: string;
  days: string;
  districts: string[];
  criteria: Phase['settings']['criteria'];
  /** How acts come before the citizens: numbers as typed, types with commas between. */
  requestsToOpen: string;
  openTypes: string;
  secondRoundAfterDays: string;
  /** The revision of the process that was on the page when the first of this was typed. */
  readAt?: number | undefined;
}

export function draftOf({ name, summary, opensAt, closesAt, settings }: Phase): PhaseDraft {
  const { contributions, comments, supports, criteria, districts, answerWithinDays, evaluation } = settings;
  const moments = { opensAt: toCityClock(new Date(opensAt)), closesAt: toCityClock(new Date(closesAt)) };
  const { requestsToOpen, openTypes, secondRoundAfterDays } = evaluation ?? usualEvaluation;
  const opening = { requestsToOpen: String(requestsToOpen), openTypes: openTypes.join(', '), secondRoundAfterDays: String(secondRoundAfterDays ?? '') };
  return { name, summary, ...moments, contributions, comments, supports, criteria, districts: districts ?? [], days: String(answerWithinDays), ...opening };
}

/** A new phase as its pattern offers it: from the end of the last one, or else from tomorrow morning. */
export function freshPhase({ name, summary, days, settings }: PhasePattern, phases: readonly Phase[], now = new Date()): Phase {
  const ends = phases.map(({ closesAt }) => new Date(closesAt)).filter((end) => end > now);
  const opensAt = ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? inDays(now, 1, '09:00');
  const { districts = null, evaluation, ...rest } = settings;
  return {
    id: '', name, summary, opensAt: opensAt.toISOString(), closesAt: inDays(opensAt, days).toISOString(), hasBegun: false,
    settings: { ...rest, districts, evaluation: evaluation ? { ...evaluation, secondRoundAfterDays: evaluation.secondRoundAfterDays ?? null } : null },
  };
}

/** So many days later by the city's clock, at the same hour or another one. */
function inDays(at: Date, days: number, hour = toCityClock(at).slice(11)): Date {
  const day = toCityClock(new Date(at.getTime() + days * 86_400_000)).slice(0, 10);
  return fromCityClock(`${day}T${hour}`) ?? at;
}

/** The draft as it is sent, or what is wrong with it. A new criterion gets its id from its English name. */
export function inputOf({ id: processId, kind, revision }: Pick<Process, 'id' | 'kind' | 'revision'>, phase: Phase, draft: PhaseDraft): { input: PhaseInput } | { problems: Problem[] } {
  const { name, summary, contributions, comments, supports, districts, days } = draft;
  const criteria = draft.criteria.map(({ id, label, question }) => ({ id: id || idOf(label.en), label, question }));
  const settings = { contributions, comments, supports, criteria, districts: districts.length > 0 ? districts : null, answerWithinDays: Number(days || Number.NaN), evaluation: kind === 'evaluations' ? evaluationOf(draft) : null };
  const moments = { opensAt: momentOf(draft.opensAt, phase.opensAt), closesAt: momentOf(draft.closesAt, phase.closesAt) };
  const input = { processId, revision: draft.readAt ?? revision, phaseId: phase.id, name, summary, ...moments, settings };
  const problems = problemsOf(phaseInput, input);
  const { opensAt, closesAt } = input;
  return problems.length > 0 || !opensAt || !closesAt ? { problems } : { input: { ...input, opensAt, closesAt } };
}

/** A moment whose minute was left as it was shown stays what it is: its seconds, and which of autumn's two hours it is in, are not in the field. */
function momentOf(typed: string, stands: string): Date | null {
  const moment = new Date(stands);
  return typed === toCityClock(moment) ? moment : fromCityClock(typed);
}

function evaluationOf({ requestsToOpen, openTypes, secondRoundAfterDays }: PhaseDraft) {
  const types = openTypes.split(',').map((code) => code.trim()).filter(Boolean);
  return { requestsToOpen: Number(requestsToOpen || Number.NaN), openTypes: types, secondRoundAfterDays: secondRoundAfterDays.trim() ? Number(secondRoundAfterDays) : null };
}

function idOf(label: string): string {
  return label.toLowerCase().replace(/[^a-z]+/g, '_').replace(/^_+|_+$/g, '').slice(0, 30);
}
