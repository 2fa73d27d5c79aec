import { graphql, type ResultOf } from '@isegoria/ui/web';

export { FocusDocument } from './focus-document';

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
        isOpen
        choice { id title { el en } }
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
      departmentId
      choice { id title { el en } }
    }
    decisionVersions(id: $id) { versionId correctedVersionId status at evaluations }
  }
`);

export const WeighingDocument = graphql(`
  query Weighing($subject: SubjectInput!) {
    weighing(subject: $subject) {
      subject { kind id }
      versionId
      openRound
      requests
      requestsNeeded
      deliveredAt
      secondRoundAt
      rounds {
        round
        ballotId
        opensAt
        closesAt
        isOpen
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
    }
  }
`);

export const MyEvaluationDocument = graphql(`
  query MyEvaluation($id: ID!, $round: Int) {
    myEvaluation(decisionId: $id, round: $round) { versionId answers { criterionId optionId } concern { concerns how } change changeState changeReason }
  }
`);

export const EvaluateDocument = graphql(`
  mutation Evaluate($decisionId: ID!, $versionId: String!, $answers: [EvaluationAnswerInput!]!, $nonce: String!, $round: Int, $concern: ConcernInput, $change: String, $follow: Boolean) {
    evaluate(decisionId: $decisionId, versionId: $versionId, answers: $answers, nonce: $nonce, round: $round, concern: $concern, change: $change, follow: $follow) {
      __typename
      ... on Evaluated { changed ballotId leaf promise { leafHash index size path note } answers { criterionId optionId } }
      ... on Invalid { problems { field code limit } }
    }
  }
`);

export const HasRequestedDocument = graphql(`
  query HasRequestedEvaluation($id: ID!) {
    hasRequestedEvaluation(decisionId: $id)
  }
`);

export const RequestDocument = graphql(`
  mutation RequestEvaluation($id: ID!) {
    requestEvaluation(decisionId: $id) {
      __typename
      ... on EvaluationRequested { requests isOpen }
      ... on NotAllowed { reason }
    }
  }
`);

export const DeliveredDocument = graphql(`
  mutation DeclareDelivered($subject: SubjectInput!) {
    declareDelivered(subject: $subject) {
      __typename
      ... on NotAllowed { reason }
    }
  }
`);

export const ChangesDocument = graphql(`
  query Changes($subject: SubjectInput!, $first: Int, $after: String) {
    changes(subject: $subject, first: $first, after: $after) { items { id text round at } next total }
  }
`);

export type DecisionOnPage = NonNullable<ResultOf<typeof DecisionDocument>['decision']>;
export type WeighingOnPage = NonNullable<ResultOf<typeof WeighingDocument>['weighing']>;
export type RoundOnPage = WeighingOnPage['rounds'][number];
export type OpinionOnPage = RoundOnPage['opinion'];
export type DecisionInList = ResultOf<typeof DecisionsDocument>['decisions']['items'][number];
