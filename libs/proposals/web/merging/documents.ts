import { graphql, type ResultOf } from '@isegoria/ui/web';

export const ProposalMergingDocument = graphql(`
  query ProposalMerging($id: ID!) {
    proposalMerging(id: $id) {
      into {
        proposal { id title lang status answerDueAt answer { nextStepAt } }
        end { id title lang status answerDueAt answer { nextStepAt } }
        at
        supports
        alsoSupport
        separableUntil
      }
      parts { proposal { id title lang } at supports alsoSupport separableUntil }
      additions { id fromId fromTitle author html at endedAt }
      questions { proposal { id title } into { id title supports } }
      invitations { id mySide waitsFor state part { id title } whole { id title } }
      similar { id title lang }
      maySuggest
    }
  }
`);

export const InvitationDocument = graphql(`
  query MergeInvitation($id: ID!) {
    mergeInvitation(id: $id) {
      id
      state
      mySide
      waitsFor
      by
      message
      addition
      isChanged
      reply
      at
      expiresAt
      revision
      blocked
      isHidden
      part { id title html lang supports author { name } }
      whole { id title html lang supports author { name } }
    }
  }
`);

export const InvitationsDocument = graphql(`
  query MyMergeInvitations($first: Int, $after: String) {
    myMergeInvitations(first: $first, after: $after) {
      items { id state mySide waitsFor at part { id title } whole { id title } }
      next
      total
    }
  }
`);

export const WaitingInvitationsDocument = graphql(`
  query WaitingMergeInvitations {
    waitingMergeInvitations
  }
`);

/** Two proposals that may become one, before anybody was invited. */
export const PairDocument = graphql(`
  query ProposalPair($id: ID!, $other: ID!) {
    one: proposal(id: $id) { id title html lang mine supports author { name } }
    other: proposal(id: $other) { id title html lang mine supports author { name } }
    proposalMerging(id: $id) { maySuggest }
  }
`);

export const InviteDocument = graphql(`
  mutation InviteToMerge($input: InviteToMergeInput!) {
    inviteToMerge(input: $input) {
      __typename
      ... on MergeInvited { invitation { id } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const SuggestDocument = graphql(`
  mutation SuggestMerge($input: SuggestMergeInput!) {
    suggestMerge(input: $input) {
      __typename
      ... on MergeSuggested { id }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const AnswerMergeDocument = graphql(`
  mutation AnswerMerge($input: AnswerMergeInput!) {
    answerMerge(input: $input) {
      __typename
      ... on MergeAnswered { invitation { id state whole { id } } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const WithdrawMergeDocument = graphql(`
  mutation WithdrawMerge($id: ID!) {
    withdrawMerge(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const SeparateDocument = graphql(`
  mutation SeparateProposals($id: ID!) {
    separateProposals(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const CloseQuestionDocument = graphql(`
  mutation CloseMergeQuestion($proposalId: ID!) {
    closeMergeQuestion(proposalId: $proposalId) { __typename }
  }
`);

export type ShownMerging = NonNullable<ResultOf<typeof ProposalMergingDocument>['proposalMerging']>;
export type ShownInvitation = NonNullable<ResultOf<typeof InvitationDocument>['mergeInvitation']>;
export type ListedInvitation = ResultOf<typeof InvitationsDocument>['myMergeInvitations']['items'][number];
