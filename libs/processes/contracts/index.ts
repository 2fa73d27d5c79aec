export { dateProblems, extensionInput, isLongEnough, publicReason, publicReasonLimits } from './for-a-time';
export { inReadingOrder, overlapping, phaseAt, stateOf } from './phases';
export { isHeld, type PhasePattern, patternsFor, phasePatterns, usualCriteria } from './phase-patterns';
export type { PhaseChanged, ProcessChanged } from './processes.events';
export type { Admission, ChangeProcessResult, Criterion, MutationPublishProcessArgs, MutationRemovePhaseArgs, MutationRemoveProcessArgs, Phase, PhaseChange, PhaseChangeItem, PhaseSettings, Process, ProcessAct, RemoveProcessResult } from './processes.gen';
export { processFields } from './processes.dataset';
export { type NewPhaseForm, newPhaseInput, type NewProcessForm, newProcessInput, type PhaseForm, phaseInput, phaseSettings, type ProcessForm, processInput, type ProcessKind, processKinds, usualEvaluation, usualSettings } from './processes.inputs';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
