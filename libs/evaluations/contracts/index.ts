export { adaTyped, idOfAda, idOfNumber, isAda, mendedAda } from './ada';
export { decisionTypeLabel, decisionTypes, typeSaid } from './decision-types';
export type { DecisionCorrectedEvent, DecisionRevokedEvent, DecisionsEnteredEvent } from './register.events';
export type {
  ConfigureRegisterResult, CorrectDecisionResult, DecisionEntered, DecisionInput, EnterDecisionResult, ImportCounts, MutationCorrectDecisionArgs, RegisterBodyResult, RegisterFailureCode, RegisterImport, RegisterImportInput, RegisterImportState, RegisterRefusalPage,
} from './evaluations.gen';
export { decisionColumns, decisionsFileLimits, type DecisionField, type DecisionsFileAnswer, type DecisionsFileRefusal, type LineFate, type LineProblem, type ReadLine } from './decisions-file';
export { amountTyped, decisionInput, DECISION_LIMITS, type DecisionProblem, decisionProblems, registerImportInput } from './register-input';
export { choiceLimits, choiceSchema, linkedSubject, newChoiceSchema, replyProblems } from './choice-input';
export { CANT_SAY, DEFAULT_CRITERIA, OPTIONS, STEPS, type Criterion } from './criteria';
export { choiceFields, replyFields } from './choices.dataset';
export { decisionFields, evaluationFields } from './evaluations.dataset';
export { groupFields, weighedFields } from './who-answered.dataset';
export {
  type Answer, besidesSchema, byCriterion, CHANGE_LENGTH, type ChangeState, type Concern, CONCERNS, type EvaluationGroup, type EvaluationRound, evaluationSchema,
} from './evaluation-input';
export { mended } from './mended';
export { isFew, opinionOf, summed, type OptionCount, type Opinion } from './opinion';
export { percents } from '@isegoria/statistics/contracts';
export { FEW, figuresOf, type CriterionOpinion } from './opinion-figures';
export type { ChoiceSavedEvent, EvaluationOpenedEvent, RepliedEvent } from './evaluations.events';
export type {
  Change, ChangePage, Choice, ChoiceInput, ChoicePage, DeclareDeliveredResult, InFocus, LatestReply, MutationReplyArgs, MutationSaveChoiceArgs, QueryChangesArgs, QueryChoicesArgs, Reply, ReplyInput, ReplyResult,
  RequestEvaluationResult, SaveChoiceResult, Weighing,
} from './evaluations.gen';
export type { Decision, DecisionFilters, DecisionPage, EvaluateResult, MutationEvaluateArgs, MyEvaluation, QueryDecisionsArgs, QueryMyEvaluationArgs } from './evaluations.gen';
export { sideOf, verdict } from './verdict.rules';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
