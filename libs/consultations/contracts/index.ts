export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { articleId, type FoundArticle, savings, splitText } from './article-text';
export {
  adoptionInput, amendmentAnswersInput, amendmentInput, answerFrameInput, articleAnswerInput, consultationDraft, type ConsultationForm, consultationId, consultationLimits, publicProblems,
} from './consultation-input';
export { answerDays, answerDueAt, type ConsultationFacts, type ConsultationStanding, leastDays, standingOf } from './consultation-status';
export { amendmentFields, articleFields, consultationFields } from './consultations.dataset';
export type * from './consultations.events';
export type * from './consultations.gen';
export { type DifferencePart, differenceOf } from './difference';
export { type ArticleChange, nextText } from './next-text';
export { articleOfSubject, articleSubjectId, type Stance, stanceQuestion, stances } from './stance';
