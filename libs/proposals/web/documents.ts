import { graphql, type ResultOf } from '@isegoria/ui/web';

export { ProposalsDocument, type ListedProposal } from './proposals-document';

export const ByDistrictDocument = graphql(`
  query ProposalsByDistrict($filter: ProposalFilter) {
    proposalsByDistrict(filter: $filter) { district proposals }
  }
`);

export const ProposalDocument = graphql(`
  query Proposal($id: ID!) {
    proposal(id: $id) {
      id
      title
      text
      html
      lang
      status
      supports
      argumentsFor
      argumentsAgainst
      createdAt
      publishedAt
      answerDueAt
      processId
      withdrawal
      project { title path budget { el en } }
      mine
      canEdit
      canWithdraw
      canAnswer
      author { id name }
      category { id name { el en } }
      district { id name { el en } }
      department { id name { el en } }
      place { label lat lng }
      pictures { id url thumbnailUrl width height alt }
      answer { status text html nextStep nextStepAt cost answeredAt department { id name { el en } } }
      timeline { name at answer }
      remark { rule reason caseId at }
      requestIds
      debateId
      draftVersion
    }
  }
`);

export const MyProposalsDocument = graphql(`
  query MyProposals($first: Int, $after: String) {
    myProposals(first: $first, after: $after) {
      items { id title excerpt lang status supports argumentsFor argumentsAgainst createdAt publishedAt answerDueAt district { id name { el en } } answer { status nextStepAt answeredAt } canEdit }
      next
      total
    }
  }
`);

export const DepartmentQueueDocument = graphql(`
  query DepartmentQueue($first: Int, $after: String) {
    departmentQueue(first: $first, after: $after) {
      items { id title excerpt lang status supports argumentsFor argumentsAgainst publishedAt answerDueAt district { id name { el en } } department { id name { el en } } answer { status nextStepAt answeredAt } }
      next
      total
    }
  }
`);

export const LateStepsDocument = graphql(`
  query LateSteps {
    lateSteps(first: 50) {
      items { id title lang answer { nextStep nextStepAt } department { id name { el en } } }
      total
    }
  }
`);

export const SimilarDocument = graphql(`
  query SimilarProposals($title: String!, $text: String, $excludeId: ID) {
    similarProposals(title: $title, text: $text, excludeId: $excludeId) {
      score
      proposal { id title excerpt lang status supports answerDueAt argumentsFor argumentsAgainst district { id name { el en } } answer { status nextStepAt answeredAt } }
    }
  }
`);

export const CollectsDocument = graphql(`
  query CollectsProposals($processId: ID) {
    collectsProposals(processId: $processId)
  }
`);

export const SaveDraftDocument = graphql(`
  mutation SaveDraft($id: ID, $input: ProposalInput!, $version: DraftVersionInput) {
    saveDraft(id: $id, input: $input, version: $version) {
      __typename
      ... on DraftSaved { id savedAt }
      ... on DraftOvertaken {
        proposal {
          title
          text
          category { id name { el en } }
          district { id name { el en } }
          place { label lat lng }
          pictures { id url thumbnailUrl width height alt }
          requestIds
          debateId
          draftVersion
        }
      }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const DiscardDraftDocument = graphql(`
  mutation DiscardDraft($id: ID!) {
    discardDraft(id: $id) { __typename }
  }
`);

export const SubmitDocument = graphql(`
  mutation SubmitProposal($id: ID!) {
    submitProposal(id: $id) {
      __typename
      ... on ProposalSubmitted { waits }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const EditDocument = graphql(`
  mutation EditProposal($id: ID!, $input: ProposalInput!) {
    editProposal(id: $id, input: $input) {
      __typename
      ... on ProposalEdited { waits }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawProposal($id: ID!, $reason: String!) {
    withdrawProposal(id: $id, reason: $reason) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const AnswerDocument = graphql(`
  mutation AnswerProposal($id: ID!, $input: AnswerInput!) {
    answerProposal(id: $id, input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export type ShownProposal = NonNullable<ResultOf<typeof ProposalDocument>['proposal']>;
/** What a form is filled from. */
export type KeptDraft = Pick<ShownProposal, 'title' | 'text' | 'category' | 'district' | 'place' | 'pictures' | 'requestIds' | 'debateId' | 'draftVersion'>;
export type ShownAnswer = NonNullable<ShownProposal['answer']>;
