export { refusalWords } from './refusal-words';
export { SupportButton, type SupportButtonProps } from './support-button';
export { type Casting, type Refused, useCast } from './use-cast';
export { type Answers, useMyVote } from './use-my-vote';
export { type LiveTally, useTally } from './use-tally';
