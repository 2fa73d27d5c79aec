export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { proposalFields } from './proposals.dataset';
export type * from './proposals.events';
export type * from './proposals.gen';
export { answerInput, type AnswerFields, draftId, draftInput, draftVersion, limits, type ProposalFields, proposalInput, withdrawalInput } from './proposal-input';
export { answerMergeInput, inviteToMergeInput, mergeLimits, suggestMergeInput } from './merge-input';
export {
  type Answered, answersAfter, askedStatuses, isListed, isReadable, listedStatuses, type ProposalAnswerStatus, type ProposalStanding, type Publication, type Standing, statusNames, statusOf, statusOfOne, type Visibility,
} from './proposal-status';
