import { overlapping, type PhaseChangeItem, type PhaseForm, type PhaseSettings, type UpdatePhaseResult, usualEvaluation } from '@isegoria/processes/contracts';
import type { StoredPhase } from './process.schema';

/** Whether a phase has ever been open. */
export function hasBegun({ opensAt, hasBegun: isWritten }: Pick<StoredPhase, 'opensAt' | 'hasBegun'>, now: Date): boolean {
  return isWritten === true || opensAt <= now;
}

/** Why a phase may not become like this, or null. */
export function refusal(phases: readonly StoredPhase[], phase: StoredPhase, form: PhaseForm, now: Date): Exclude<UpdatePhaseResult, { __typename: 'Process' }> | null {
  const other = overlapping(phases, { id: phase.id, opensAt: form.opensAt, closesAt: form.closesAt });
  if (other) return { __typename: 'PhasesOverlap', name: other.name, opensAt: other.opensAt, closesAt: other.closesAt };
  // People have answered these questions already; other questions would make another meaning of their answers.
  if (hasBegun(phase, now) && questions(phase.settings) !== questions(form.settings)) return { __typename: 'NotAllowed', reason: 'criteria_fixed' };
  return null;
}

/** What a change alters, field by field, as the history tells it. Empty where nothing is altered. */
export function alterations(before: StoredPhase, after: StoredPhase): PhaseChangeItem[] {
  const was = told(before);
  const is = told(after);
  return Object.keys(is).flatMap((field) => {
    const item = { field, before: was[field] ?? '', after: is[field] ?? '' };
    return item.before === item.after ? [] : [item];
  });
}

function questions({ criteria }: Pick<PhaseForm['settings'], 'criteria'>): string {
  return criteria.map(({ id }) => id).join();
}

function told({ name, opensAt, closesAt, settings }: StoredPhase): Record<string, string> {
  return {
    name: `${name.el} / ${name.en}`,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...toldSettings(settings),
  };
}

function toldSettings({ contributions, comments, supports, criteria, districts, answerWithinDays, evaluation }: PhaseSettings): Record<string, string> {
  // Nothing said means the usual, so whoever writes the usual out changes nothing.
  const { requestsToOpen, openTypes, secondRoundAfterDays } = evaluation ?? usualEvaluation;
  return {
    contributions,
    comments,
    supports: supports ? 'yes' : 'no',
    criteria: criteria.map(({ label, question }) => `${label.el}: ${question.el}`).join(' · '),
    districts: [...(districts ?? [])].sort().join(', '),
    answerWithinDays: String(answerWithinDays),
    evaluation: [requestsToOpen, openTypes.join(', '), secondRoundAfterDays ?? '–'].join(' · '),
  };
}
