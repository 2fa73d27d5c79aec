export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export {
  answerProblem, answerProblems, askedOf, ballotQuestions, chosenOf, type Given, minutesOf, nothingGiven, onlyAsked, optionIds, pagesOf, paperOf, taken, takesWords,
} from './answering';
export { type ChannelResult, channelsOf, favourableFrom, groupAnswers, groupQuestions, type OptionResult, type Paper, type QuestionResult, resultsOf } from './results';
export {
  answerInput, type Asked, type AskedSection, conditionOptions, enteredInput, formProblems, hasOwnKeys, isChosen, newKey, noOpinion, offlineChannels, publicProblems, reportProblems, steps, surveyDraft, type SurveyDraft,
  surveyForms, surveyId, surveyLimits,
} from './survey-input';
export { type GuideLine, guideOf } from './guide';
export { entryDays, leastDays, reportDays, reportDueAt, standingOf, type SurveyFacts, type SurveyStanding, takenUntil } from './survey-status';
export { surveyAnswerFields, surveyFields } from './surveys.dataset';
export type * from './surveys.events';
export type * from './surveys.gen';
