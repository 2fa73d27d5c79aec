export { comparedWith } from './compare';
export { type Change, explain, type Explanation, type Reason } from './explain';
export { explainedSentence, plainMoney, type ShowMoney, type Speak, speakEnglish } from './explained';
export { type DistrictFairness, type Fairness, fairnessOf, shownByHome } from './fairness';
export { type MyPart, myPart, type OwnBallot } from './my-part';
export { turningPoint } from './turning-point';
export { whatIf, type WhatIf } from './what-if';
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { decide, winnersOf } from './decide';
export { BallotBox, type BallotGroup, type BallotMark, bordaPoints, type Election, hasPoints, type Project, scoresOf, supportersOf, type VoteType } from './election';
export { type Decimal, plainAmount, readDecimal, unitsOf } from './money';
export { type Defect, type DefectKind } from './pb/defects';
export { type PbCells, type PbOfficial, PbReader, type PbReading, readPb } from './pb/reader';
export { pbLines, writePb } from './pb/writer';
export type { Compared, Declared, FreeRound, GreedyRound, Result, Round, Shares, SharesRound } from './result';
export {
  type Comparison, type Completion, DECLARABLE_RULES, DEFAULT_TIES, type EqualSharesRule, type Exclusions, type GreedyRule, type Rule, RULE_NAMES, ruleNamed, type RuleWishes, type Stop, type TieKey, tiesOf, type Utility,
} from './rule';
export { Course } from './shares/course';
export { exactOrder } from './shares/exact';
export { prepare } from './shares/prepared';
export { raisedShares } from './shares/raises';
export { budgetInput, budgetLimits, feasibilityInput, projectInput, workInput } from './budget-inputs';
export { budgetFields } from './budgeting.dataset';
export type { BudgetDecided, ProjectMade } from './budgeting.events';
export type * from './budgeting.gen';
export { areaKey, areaOfKey, ballotIdOf, BUDGETS_KIND, CITY, cityName, type DeclaredRule, declaredRule, QUESTION, ruleOf, VOTING_PHASE } from './declared';
export { drawnOrder } from './drawn-order';
