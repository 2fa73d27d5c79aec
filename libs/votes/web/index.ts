export { BallotForm, type BallotFormProps, type BallotLabels } from './ballot/ballot-form';
export { DeskForm, type DeskFormProps } from './official/desk-form';
export { keepReceipt, type Receipt, receipts, useReceipts } from './receipts';
export { refusalWords } from './refusal-words';
export { SupportButton, type SupportButtonProps } from './support-button';
export { type Refused } from './deliver';
export { type Casting, useCast } from './use-cast';
export { type Answers, useMyVote } from './use-my-vote';
export { type LiveTally, useTally } from './use-tally';
