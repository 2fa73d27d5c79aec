import { graphql } from '@isegoria/ui/web';

/** How one ballot stands. */
export const TallyOf = graphql(`
  query TallyOf($ids: [ID!]!) {
    tallies(ids: $ids) {
      ballotId
      voters
      counts {
        questionId
        optionId
        count
      }
      seq
    }
  }
`);

/** The reader's own votes. */
export const MyVotes = graphql(`
  query MyVotes($ballotIds: [ID!]!) {
    myVotes(ballotIds: $ballotIds) {
      ballotId
      answers {
        questionId
        optionId
      }
    }
  }
`);

/** One press. */
export const CastVote = graphql(`
  mutation CastVote($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) {
    castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) {
      __typename
      ... on VoteCast {
        seq
      }
      ... on NotOpenYet {
        opensAt
      }
      ... on BallotClosed {
        closedAt
      }
      ... on TooMany {
        retryAfterSeconds
      }
      ... on NotKept {
        retryAfterSeconds
      }
    }
  }
`);
