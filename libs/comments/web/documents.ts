import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A comment as the page shows it. */
export const CommentFields = graphql(`
  fragment CommentFields on Comment @_unmask {
    id
    parentId
    alignment
    text
    html
    author {
      id
      name
    }
    supports
    replies
    visibility
    createdAt
    editedAt
    mine
    editableUntil
    decision {
      rule
      reason
      caseId
    }
  }
`);

export type ShownComment = ResultOf<typeof CommentFields>;
export type Side = ShownComment['alignment'];
export type SortOrder = 'SUPPORT' | 'NEWEST';

/** The state of the discussion, and the reader's own comments that others do not see. */
export const DiscussionOf = graphql(
  `
    query DiscussionOf($subject: SubjectInput!) {
      discussion(subject: $subject) {
        counts {
          for
          against
          neutral
          total
        }
        open
        waits
        mine {
          ...CommentFields
        }
      }
    }
  `,
  [CommentFields],
);

/** One page of one side. */
export const SidePage = graphql(
  `
    query SidePage($subject: SubjectInput!, $alignment: Alignment!, $sort: CommentSort, $first: Int, $after: String) {
      comments(subject: $subject, alignment: $alignment, sort: $sort, first: $first, after: $after) {
        items {
          ...CommentFields
        }
        next
        total
      }
    }
  `,
  [CommentFields],
);

export const RepliesTo = graphql(
  `
    query RepliesTo($commentId: ID!, $first: Int, $after: String) {
      replies(commentId: $commentId, first: $first, after: $after) {
        items {
          ...CommentFields
        }
        next
        total
      }
    }
  `,
  [CommentFields],
);

export const OneComment = graphql(
  `
    query OneComment($id: ID!) {
      comment(id: $id) {
        ...CommentFields
      }
    }
  `,
  [CommentFields],
);

export const AddComment = graphql(
  `
    mutation AddComment($input: AddCommentInput!) {
      addComment(input: $input) {
        __typename
        ... on CommentSaved {
          comment {
            ...CommentFields
          }
        }
        ... on Invalid {
          problems {
            field
            code
            limit
          }
        }
        ... on NotAllowed {
          reason
        }
        ... on NotFound {
          reason
        }
        ... on TooMany {
          retryAfterSeconds
        }
      }
    }
  `,
  [CommentFields],
);

export const EditComment = graphql(
  `
    mutation EditComment($id: ID!, $text: String!) {
      editComment(id: $id, text: $text) {
        __typename
        ... on CommentSaved {
          comment {
            ...CommentFields
          }
        }
        ... on Invalid {
          problems {
            field
            code
            limit
          }
        }
        ... on NotAllowed {
          reason
        }
        ... on NotFound {
          reason
        }
      }
    }
  `,
  [CommentFields],
);

export const WithdrawComment = graphql(`
  mutation WithdrawComment($id: ID!) {
    withdrawComment(id: $id) {
      __typename
    }
  }
`);

/** With which of these comments the reader agrees. */
export const AgreementsOf = graphql(`
  query AgreementsOf($ballotIds: [ID!]!) {
    myVotes(ballotIds: $ballotIds) {
      ballotId
      answers {
        optionId
      }
    }
  }
`);

/** Agrees, or with no answers no longer. */
export const Agree = graphql(`
  mutation Agree($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) {
    castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) {
      __typename
      ... on NotEntitled {
        reason
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
    }
  }
`);

export type NotAgreed = Exclude<ResultOf<typeof Agree>['castVote'], { __typename: 'VoteCast' }> | { __typename: 'lost' };
