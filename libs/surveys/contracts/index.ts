export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export {
  answerProblem, answerProblems, askedOf, ballotQuestions, chosenOf, type Given, minutesOf, nothingGiven, onlyAsked, optionIds, pagesOf, paperOf, taken, takesWords,
} from './answering';
export { favourableFrom, groupAnswers, groupQuestions, type OptionResult, type Paper, type QuestionResult, resultsOf } from './results';
export {
  answerInput, type Asked, type AskedSection, conditionOptions, formProblems, hasOwnKeys, isChosen, newKey, noOpinion, publicProblems, reportProblems, steps, surveyDraft, type SurveyDraft,
  surveyForms, surveyId, surveyLimits,
} from './survey-input';
export { leastDays, reportDays, reportDueAt, standingOf, type SurveyFacts, type SurveyStanding } from './survey-status';
export { surveyAnswerFields, surveyFields } from './surveys.dataset';
export type * from './surveys.events';
export type * from './surveys.gen';
