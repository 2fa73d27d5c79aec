import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A request as its department has it before it. */
export const DeskRequest = graphql(`
  fragment DeskRequest on ServiceRequest @_unmask {
    id
    revision
    title { el en }
    service { id name { el en } nearMetres }
    text
    lang
    place { label lat lng }
    district { id name { el en } }
    department { id name { el en } }
    answers { questionId question { el en } answer { el en } }
    channel
    status
    closing { reason }
    createdAt
    dueAt
    expectedAt
    endedAt
    isOverdue
    affected
    reopened
    word { notFixed }
    isPrivate
    desk {
      notes { id text by at }
      contact { name phone email link }
      takenBy
      isMine
      steps
    }
  }
`);
export type DeskRequest = ResultOf<typeof DeskRequest>;

export const QueueDocument = graphql(
  `
    query RequestQueue($view: RequestQueueView!, $serviceId: ID, $districtId: ID, $mine: Boolean, $first: Int, $after: String) {
      requestQueue(view: $view, serviceId: $serviceId, districtId: $districtId, mine: $mine, first: $first, after: $after) {
        items { ...DeskRequest }
        next
        total
        counts { new underWay overdue contested }
      }
    }
  `,
  [DeskRequest],
);
export type QueueCounts = ResultOf<typeof QueueDocument>['requestQueue']['counts'];

export const DeskDocument = graphql(
  `
    query RequestDesk($id: ID!) {
      request(id: $id) { ...DeskRequest }
    }
  `,
  [DeskRequest],
);

export const NearOnesDocument = graphql(`
  query NearOnes($serviceId: ID!, $lat: Float!, $lng: Float!) {
    requestsNear(serviceId: $serviceId, lat: $lat, lng: $lng) {
      metres
      request { id title { el en } }
    }
  }
`);

export const StepDocument = graphql(`
  mutation StepRequest($seen: RequestSeenInput!, $input: RequestStepInput!) {
    stepRequest(seen: $seen, input: $input) {
      __typename
      ... on RequestOvertaken { request { id status } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const StepAllDocument = graphql(`
  mutation StepRequests($seen: [RequestSeenInput!]!, $input: RequestStepInput!) {
    stepRequests(seen: $seen, input: $input) {
      __typename
      ... on RequestsChanged { changed left { id reason } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
    }
  }
`);

export const PassDocument = graphql(`
  mutation PassRequest($seen: RequestSeenInput!, $serviceId: ID!, $text: String!) {
    passRequest(seen: $seen, serviceId: $serviceId, text: $text) {
      __typename
      ... on RequestOvertaken { request { id status } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const NoteDocument = graphql(`
  mutation NoteOnRequest($id: ID!, $text: String!) {
    noteOnRequest(id: $id, text: $text) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotFound { reason }
    }
  }
`);

export const TakeDocument = graphql(`
  mutation TakeRequest($id: ID!, $take: Boolean!) {
    takeRequest(id: $id, take: $take) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const EnterDocument = graphql(`
  mutation EnterRequest($input: ServiceRequestInput!, $channel: RequestChannel!, $contact: RequestContactInput!, $nonce: ID!) {
    enterRequest(input: $input, channel: $channel, contact: $contact, nonce: $nonce) {
      __typename
      ... on RequestSubmitted { request { id title { el en } dueAt department { id name { el en } } } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
    }
  }
`);

export const TemplatesDocument = graphql(`
  query RequestTemplates {
    requestTemplates { id name text step departmentId }
  }
`);
export type Template = ResultOf<typeof TemplatesDocument>['requestTemplates'][number];

export const SaveTemplateDocument = graphql(`
  mutation SaveRequestTemplate($input: RequestTemplateInput!) {
    saveRequestTemplate(input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const RemoveTemplateDocument = graphql(`
  mutation RemoveRequestTemplate($id: ID!) {
    removeRequestTemplate(id: $id) { __typename }
  }
`);

export const SaveServiceDocument = graphql(`
  mutation SaveRequestService($input: RequestServiceInput!) {
    saveRequestService(input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const RetireServiceDocument = graphql(`
  mutation RetireRequestService($id: ID!, $isRetired: Boolean!) {
    retireRequestService(id: $id, isRetired: $isRetired) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);
