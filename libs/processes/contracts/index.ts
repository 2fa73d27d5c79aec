export { inReadingOrder, overlapping, phaseAt, stateOf } from './phases';
export type { PhaseChanged } from './processes.events';
export type { Admission, Criterion, Phase, PhaseChange, PhaseChangeItem, PhaseSettings, Process, UpdatePhaseResult } from './processes.gen';
export { processFields } from './processes.dataset';
export { type PhaseForm, phaseInput, phaseSettings, usualEvaluation, usualSettings } from './processes.inputs';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
