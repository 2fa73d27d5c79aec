export { adaTyped, idOfAda, idOfNumber, isAda, mendedAda } from './ada';
export { CANT_SAY, DEFAULT_CRITERIA, OPTIONS, STEPS, type Criterion } from './criteria';
export { decisionTypeLabel, decisionTypes } from './decision-types';
export type { DecisionCorrectedEvent, DecisionRevokedEvent } from './register.events';
export type {
  ConfigureRegisterResult, DecisionInput, EnterDecisionResult, ImportCounts, RegisterBodyResult, RegisterFailureCode, RegisterImport, RegisterImportInput, RegisterImportState, RegisterRefusalPage,
} from './evaluations.gen';
export { amountTyped, decisionInput, DECISION_LIMITS, registerImportInput } from './register-input';
export { byCriterion, COMMENT_LENGTH, evaluationSchema, type Answer } from './evaluation-input';
export { mended } from './mended';
export { isFew, opinionOf, summed, type OptionCount, type Opinion } from './opinion';
export { FEW, figuresOf, type CriterionOpinion } from './opinion-figures';
export { medianOf, percents, shareOf, type Estimate } from './statistics';
export type { Decision, DecisionFilters, DecisionPage, EvaluateResult, MutationEvaluateArgs, MyEvaluation, QueryDecisionsArgs } from './evaluations.gen';
export { sideOf, verdict } from './verdict.rules';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
