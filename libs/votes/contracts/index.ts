/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { castInput, castLimits } from './cast-input';
export type { BallotCounted, TallyDelta } from './votes.events';
export type {
  Ballot, BallotClosed, BallotKind, BallotQuestion, BallotUnknown, CastVoteResult, MutationCastVoteArgs, MyVote, NotInElectorate,
  NotKept, NotOpenYet, OptionCount, QueryBallotArgs, QueryMyVoteArgs, QueryMyVotesArgs, QueryTalliesArgs, Tally, Unconfirmed, VoteAnswer, VoteAnswerInput, VoteCast,
} from './votes.gen';
