import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A decision in a list. */
export const DecisionsDocument = graphql(`
  query Decisions($search: String, $type: String, $unit: String, $status: DecisionStatus, $sort: DecisionSort, $first: Int, $after: String) {
    decisions(search: $search, type: $type, unit: $unit, status: $status, sort: $sort, first: $first, after: $after) {
      items {
        id
        subject
        plainWords { title { el en } }
        type { label { el en } }
        unit { id name { el en } }
        publishedAt
        status
        acts
        leadId
        opinion { people headline { el en } criteria { counts } }
      }
      next
      total
    }
  }
`);

export const FiltersDocument = graphql(`
  query DecisionFilters {
    decisionFilters {
      types { id count label { el en } }
      units { id count label { el en } }
    }
  }
`);

export const DecisionDocument = graphql(`
  query Decision($id: ID!) {
    decision(id: $id) {
      id
      ada
      subject
      registerSubject
      plainWords { title { el en } text { el en } }
      type { code label { el en } }
      unit { id name { el en } }
      organisation { id name { el en } }
      source
      signedAs
      protocolNumber
      issueDate
      publishedAt
      status
      versionId
      documentUrl
      url
      amount
      isDemo
      leadId
      acts
      opinion {
        people
        headline { el en }
        criteria {
          id
          label { el en }
          question { el en }
          counts
          answered
          cantSay
          median { value low high }
          favourable { value low high }
        }
      }
    }
    decisionVersions(id: $id) { versionId correctedVersionId status at evaluations }
    actsTogether(id: $id) { id ada subject plainWords { title { el en } } }
  }
`);

export const MyEvaluationDocument = graphql(`
  query MyEvaluation($id: ID!) {
    myEvaluation(decisionId: $id) { versionId answers { criterionId optionId } }
  }
`);

export const EvaluateDocument = graphql(`
  mutation Evaluate($decisionId: ID!, $versionId: String!, $answers: [EvaluationAnswerInput!]!, $nonce: String!) {
    evaluate(decisionId: $decisionId, versionId: $versionId, answers: $answers, nonce: $nonce) {
      __typename
      ... on Evaluated { changed answers { criterionId optionId } }
      ... on Invalid { problems { field code limit } }
    }
  }
`);

export const SayDocument = graphql(`
  mutation SayOfDecision($input: AddCommentInput!) {
    addComment(input: $input) {
      __typename
      ... on CommentSaved { comment { visibility } }
      ... on Invalid { problems { field code limit } }
    }
  }
`);

export const FocusDocument = graphql(`
  query DecisionInFocus {
    decisionInFocus {
      id
      subject
      plainWords { title { el en } text { el en } }
      opinion { people criteria { counts } }
    }
  }
`);

export type DecisionOnPage = NonNullable<ResultOf<typeof DecisionDocument>['decision']>;
export type OpinionOnPage = DecisionOnPage['opinion'];
export type DecisionInList = ResultOf<typeof DecisionsDocument>['decisions']['items'][number];
