/** The slice's words, for the tests of its parts. Pages get them by `useWords`. */
export { default as el } from './words.el.json';
export { default as en } from './words.en.json';
export { type Answer, answerOf, placeOf, pointsGiven, written, writtenAll } from './answers';
export { audited, auditedInTime, type AuditProblem, type AuditReport, type Beside } from './audit';
export { type AuditFile, type AuditHead, type AuditLine, auditText, readAuditFile } from './audit-file';
export { boxInLedger } from './audit-log';
export { joinedKey, newBoxKey, type NewBoxKey, shareDigest, trusteeCount, trusteesNeeded } from './box-key';
export { castInput, castLimits } from './cast-input';
export { costOf, type Question, wrongAnswer } from './forms.rules';
export { longestMembersText, memberListInput, type NamedLine, onlyIdentities, readMembers, taxNumberOf, type UnreadLine } from './members';
export { invalidPaper, type OpenedPaper, openedList, readPaper } from './opened';
export { padded, paperSize, unpadded } from './paper';
export { type BoxKey, seal, sealedLength, unseal } from './seal';
export { tallyFields } from './votes.dataset';
export type { BallotCounted, BallotOpened, TallyDelta } from './votes.events';
export type {
  BallotElectorate, BallotWords, ChangeMembersResult, DeleteMemberListResult, MemberAct, MemberChange, MemberList, MutationChangeMembersArgs, MutationDeleteMemberListArgs, MutationMakeMemberListArgs, QueryBallotWordsArgs, QueryMemberListArgs,
  QueryVotingRightArgs, SaveMemberListResult, UnmatchedLine, VotingRight,
  Ballot, BallotBox, BallotClosed, BallotKind, BallotQuestion, BallotSecrecy, BallotUnknown, BoxNotReady, BoxResult, BoxState, GiveShareResult, MutationGiveShareArgs, MutationSetBoxKeyArgs, SetBoxKeyResult, CastVoteResult, ChannelTally, DeskBallot, DeskEntryShown, Electorate, EnterBallotInput, EnterBallotResult,
  MutationCastVoteArgs, MutationEnterBallotArgs, MyVote, NotEntitled, NotInElectorate, NotKept, NotOpenYet, OfflineChannel, OptionCount, QueryBallotArgs, QueryMyVotesArgs,
  QueryTalliesArgs, QuestionForm, Tally, Trustee, Unconfirmed, VoteAnswer, VoteAnswerInput, VoteCast, VotedElsewhere, WithdrawEntryResult,
} from './votes.gen';
