import { graphql, type ResultOf } from '@isegoria/ui/web';

export const ChoicesDocument = graphql(`
  query Choices($search: String, $first: Int, $after: String) {
    choices(search: $search, first: $first, after: $after) {
      items { id title { el en } acts { id } opinion { people headline { el en } criteria { counts } } }
      next
      total
    }
  }
`);

export const ChoiceDocument = graphql(`
  query Choice($id: ID!) {
    choice(id: $id) {
      id
      title { el en }
      text { el en }
      departmentId
      revision
      isDemo
      dissolvedAt
      mine
      acts { id ada subject publishedAt status amount plainWords { title { el en } } type { label { el en } } }
      links { subject { kind id } title path }
    }
  }
`);

export const SaveChoiceDocument = graphql(`
  mutation SaveChoice($input: ChoiceInput!) {
    saveChoice(input: $input) {
      __typename
      ... on ChoiceSaved { choice { id dissolvedAt } }
      ... on ActsTaken { ids }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const ActsToGroupDocument = graphql(`
  query ActsToGroup($search: String!) {
    decisions(search: $search, first: 30) {
      items { id ada subject publishedAt plainWords { title { el en } } choice { id title { el en } } }
      total
    }
  }
`);

export const RepliesDocument = graphql(`
  query ServiceReplies($subject: SubjectInput!) {
    serviceReplies(subject: $subject) { id round criterion { el en } said did at departmentId promise { text dueAt doneAt isOverdue } }
  }
`);

/** Which department answers for what is weighed. */
export const WhoRepliesDocument = graphql(`
  query WhoReplies($id: ID!, $isChoice: Boolean!) {
    choice(id: $id) @include(if: $isChoice) { departmentId }
    decision(id: $id) @skip(if: $isChoice) { departmentId }
  }
`);

export const ReplyDocument = graphql(`
  mutation Reply($input: ReplyInput!) {
    reply(input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
    }
  }
`);

export const KeepPromiseDocument = graphql(`
  mutation KeepPromise($id: ID!) {
    keepPromise(replyId: $id) {
      __typename
      ... on NotAllowed { reason }
    }
  }
`);

export type ChoiceInList = ResultOf<typeof ChoicesDocument>['choices']['items'][number];
export type ChoiceOnPage = NonNullable<ResultOf<typeof ChoiceDocument>['choice']>;
export type ReplyOnPage = ResultOf<typeof RepliesDocument>['serviceReplies'][number];
export type ActToGroup = ResultOf<typeof ActsToGroupDocument>['decisions']['items'][number];
