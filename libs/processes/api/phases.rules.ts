import { fold } from '@isegoria/kernel/contracts';
import { type ChangeProcessResult, isHeld, overlapping, type Phase, type PhaseChangeItem, type PhaseForm, type PhaseSettings, usualEvaluation } from '@isegoria/processes/contracts';
import type { ProcessRecord, StoredPhase } from './process.schema';

export type Refusal = Exclude<ChangeProcessResult, { __typename: 'Process' }>;
type Told = Record<string, string>;
type Dated = Pick<StoredPhase, 'id' | 'opensAt' | 'closesAt'>;

/** A process as it stands at a moment: which of its phases have ever been open. Nobody takes part in a draft, whatever its dates say. */
export function standing<R extends Pick<ProcessRecord, 'isDraft' | 'phases'>>(record: R, now: Date): R & { phases: Phase[] } {
  const hasBegun = (phase: StoredPhase) => record.isDraft !== true && (phase.hasBegun === true || phase.opensAt <= now);
  return { ...record, phases: record.phases.map((phase) => ({ ...phase, hasBegun: hasBegun(phase) })) };
}

/** Decisions are weighed in the city's one process of today, whichever act is asked about; so two of these may not last together. Of the other kinds there may be several. */
export const runsAlone = (kind: string): boolean => kind === 'evaluations';

/** With which of these phases one would last together, or null. */
export function coincidence(phases: readonly StoredPhase[], dated: Dated): Refusal | null {
  const other = overlapping(phases, dated);
  return other && { __typename: 'PhasesOverlap', name: other.name, opensAt: other.opensAt, closesAt: other.closesAt };
}

/** Why the criteria of a phase may not become these, or null. */
export function criteriaRefusal(phase: StoredPhase, { settings }: Pick<PhaseForm, 'settings'>): Refusal | null {
  // People have answered these questions already; other questions would make another meaning of their answers.
  return phase.hasBegun && questions(phase.settings) !== questions(settings) ? refuse('criteria_fixed') : null;
}

/** Why a phase may not be taken out of its process, or null. In a draft nobody has seen it yet; of what is public only what was never open can be empty. */
export function removalRefusal({ isDraft, kind, phases }: Pick<ProcessRecord, 'isDraft' | 'kind' | 'phases'>, phase: StoredPhase): Refusal | null {
  if (isDraft) return null;
  if (phase.hasBegun) return refuse('phase_begun');
  if (isHeld(kind, phase.id)) return refuse('phase_held');
  return phases.length === 1 ? refuse('last_phase') : null;
}

/** The id of a new phase: the name of its sort, with a number where that is taken. */
export function newPhaseId(phases: readonly Pick<StoredPhase, 'id'>[], pattern: string): string {
  const isTaken = (id: string) => phases.some((phase) => phase.id === id);
  let id = pattern;
  for (let number = 2; isTaken(id); number++) id = `${pattern}-${number}`;
  return id;
}

/** The address of a process, from its English title: letters, digits and dashes, with a number where it is not the first of that name. The pages have `new` for themselves. */
export function processAddress(title: string, number: number): string {
  const words = fold(title).replace(/[^a-z0-9]+/g, '-').slice(0, 50).replace(/^-+|-+$/g, '');
  const name = words === '' || words === 'new' ? 'process' : words;
  return number === 1 ? name : `${name}-${number}`;
}

export const refuse = (reason: string): Refusal => ({ __typename: 'NotAllowed', reason });

/** What a change of a phase alters, field by field, as the history tells it; null where there was no phase before, or is none any more. Empty where nothing is altered. */
export function alterations(before: StoredPhase | null, after: StoredPhase | null): PhaseChangeItem[] {
  return altered(before ? told(before) : {}, after ? told(after) : {});
}

/** The same of what a process says of itself. */
export function textAlterations(before: Pick<ProcessRecord, 'title' | 'summary'>, after: Pick<ProcessRecord, 'title' | 'summary'>): PhaseChangeItem[] {
  const texts = ({ title, summary }: typeof before) => ({ title: `${title.el} / ${title.en}`, processSummary: `${summary.el} / ${summary.en}` });
  return altered(texts(before), texts(after));
}

function altered(was: Told, is: Told): PhaseChangeItem[] {
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field) => {
    const item = { field, before: was[field] ?? '', after: is[field] ?? '' };
    return item.before === item.after ? [] : [item];
  });
}

function questions({ criteria }: Pick<PhaseForm['settings'], 'criteria'>): string {
  return criteria.map(({ id }) => id).join();
}

function told({ name, summary, opensAt, closesAt, settings }: StoredPhase): Told {
  return {
    name: `${name.el} / ${name.en}`,
    summary: `${summary.el} / ${summary.en}`,
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...toldSettings(settings),
  };
}

function toldSettings({ contributions, comments, supports, criteria, districts, answerWithinDays, evaluation }: PhaseSettings): Told {
  // Nothing said means the usual, so whoever writes the usual out changes nothing.
  const { requestsToOpen, openTypes, secondRoundAfterDays } = evaluation ?? usualEvaluation;
  return {
    contributions,
    comments,
    supports: supports ? 'yes' : 'no',
    criteria: criteria.map(({ label, question }) => `${label.el} / ${label.en}: ${question.el} / ${question.en}`).join(' · '),
    districts: [...(districts ?? [])].sort().join(', '),
    answerWithinDays: String(answerWithinDays),
    evaluation: [requestsToOpen, openTypes.join(', '), secondRoundAfterDays ?? '–'].join(' · '),
  };
}
