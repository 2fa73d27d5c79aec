import { graphql, type ResultOf } from '@isegoria/ui/web';
import { ListedFields } from './listed-document';

export const MyDebatesDocument = graphql(
  `
    query MyDebates($first: Int, $after: String) {
      myDebates(first: $first, after: $after) {
        items {
          ...ListedDebate
        }
        next
        total
      }
    }
  `,
  [ListedFields],
);

/** Everything that the page of a debate shows. */
export const DebateDocument = graphql(`
  query Debate($id: ID!) {
    debate(id: $id) {
      id
      title
      text
      html
      stage
      visibility
      people
      argumentsFor
      argumentsAgainst
      openedAt
      endsAt
      days
      concludedAt
      category { id name { el en } }
      district { id name { el en } }
      department { id name { el en } }
      opener { name department { id name { el en } } }
      conclusion {
        text
        html
        visibility
        publishedAt
        heard { id alignment text author path }
        verdict { reason caseId }
      }
      answer { text html department { name { el en } } at }
      fairness { people yes partly no }
      proposals { id title path }
      verdict { reason caseId }
      isDemo
      mine { isOpener canCorrect canWithdraw canConclude canAnswer canSayFairness fairness }
    }
  }
`);

export type ShownDebate = NonNullable<ResultOf<typeof DebateDocument>['debate']>;

export const RoomDocument = graphql(`
  query DebateRoom {
    debateRoom {
      opens
      waits
    }
  }
`);

/** The arguments of one side with which most people agree, to choose from. */
/** Arguments of one side that a conclusion may name, those with the most agreement first. */
export const HeardChoicesDocument = graphql(`
  query HeardChoices($subject: SubjectInput!, $alignment: Alignment!, $after: String) {
    comments(subject: $subject, alignment: $alignment, sort: SUPPORT, first: 20, after: $after) {
      items { id text lang visibility author { name } }
      next
    }
  }
`);

export const CameFromDocument = graphql(`
  query DebateOfProposal($proposalId: ID!) {
    debateOfProposal(proposalId: $proposalId) {
      title
      path
    }
  }
`);

export const OpenDocument = graphql(`
  mutation OpenDebate($id: ID!, $input: DebateInput!) {
    openDebate(id: $id, input: $input) {
      __typename
      ... on DebateSaved { waits debate { id } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
      ... on TooMany { retryAfterSeconds }
    }
  }
`);

export const CorrectDocument = graphql(`
  mutation CorrectDebate($id: ID!, $input: DebateInput!) {
    correctDebate(id: $id, input: $input) {
      __typename
      ... on DebateSaved { waits debate { id } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
      ... on TooMany { retryAfterSeconds }
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawDebate($id: ID!) {
    withdrawDebate(id: $id) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const ConcludeDocument = graphql(`
  mutation ConcludeDebate($id: ID!, $input: ConcludeDebateInput!) {
    concludeDebate(id: $id, input: $input) {
      __typename
      ... on DebateSaved { waits }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const AnswerDocument = graphql(`
  mutation AnswerDebate($id: ID!, $text: String!) {
    answerDebate(id: $id, text: $text) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const FairnessDocument = graphql(`
  mutation SayFairness($debateId: ID!, $fairness: DebateFairness!) {
    sayFairness(debateId: $debateId, fairness: $fairness) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);
