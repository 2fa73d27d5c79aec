export { BallotWording, type Wording } from './ballot-words';
export { Ballots, type NewBallot, supportQuestions } from './ballots.service';
export { Electorates } from './electorates.service';
export { type Paper, Papers } from './papers';
export { type Disagreement, Recount } from './recount';
export { Tallies } from './tallies.service';
export { VotesJobs } from './votes.jobs';
export { VotesModule } from './votes.module';
export { type SeededVote, Votes } from './votes.service';
