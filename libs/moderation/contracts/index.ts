export { afterDecision, type Verdict } from './after-decision';
export { codeOfConduct, conductRule, type ConductRule } from './code-of-conduct';
export { moderationFields } from './moderation.dataset';
export type { CaseReopenedEvent, ContributionsImported, ContributionSubmitted, ContributionWithdrawn, ModerationDecided, ObjectionHeard } from './moderation.events';
export type {
  AuthorCase, AuthorRecord, CaseKind, CaseReport, CaseRow, ClaimCaseResult, DecideCaseInput, DecideCaseResult, DecideCasesInput, DecideCasesResult, DecideObjectionResult, LogEntry, LogPage, LotDecision, LotOutcome, LotRefusal, MarkedCaseInput, ModerationCase,
  ModerationDecision, ModerationMonth, ModerationQueue, MutationDecideObjectionArgs, MutationObjectToDecisionArgs, MutationPassCaseArgs, MutationReopenCaseArgs, MutationReportArgs, MyDecision,
  MyDecisionPage, ObjectionCase, ObjectionOutcome, ObjectionPage, ObjectResult, PassCaseResult, PastDecision, ReleaseCaseResult, ReopenCaseResult, ReportResult,
} from './moderation.gen';
export { againstSchema, lotSchema, moderationLimits, objectionDecisionSchema, objectionSchema, passSchema, reopenSchema, reportSchema } from './moderation.inputs';
/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
