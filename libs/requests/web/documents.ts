import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A request as lists show it. */
export const ListedRequest = graphql(`
  fragment ListedRequest on ServiceRequest @_unmask {
    id
    title { el en }
    text
    lang
    status
    closing { reason }
    createdAt
    endedAt
    dueAt
    expectedAt
    isOverdue
    affected
    comments
    isPrivate
    district { id name { el en } }
    pictures { id thumbnailUrl alt }
  }
`);
export type ListedRequest = ResultOf<typeof ListedRequest>;

export const RequestsDocument = graphql(
  `
    query Requests($filter: RequestFilter, $sort: RequestSort, $first: Int, $after: String) {
      requests(filter: $filter, sort: $sort, first: $first, after: $after) {
        items { ...ListedRequest }
        next
        total
      }
    }
  `,
  [ListedRequest],
);

export const MyRequestsDocument = graphql(
  `
    query MyRequests($first: Int, $after: String) {
      myRequests(first: $first, after: $after) {
        items { ...ListedRequest }
        next
        total
      }
    }
  `,
  [ListedRequest],
);

export const RequestPinsDocument = graphql(`
  query RequestPins($filter: RequestFilter) {
    requestPins(filter: $filter) {
      items { id lat lng title { el en } status }
      total
    }
  }
`);

export const RequestsNearDocument = graphql(
  `
    query RequestsNear($serviceId: ID!, $lat: Float!, $lng: Float!) {
      requestsNear(serviceId: $serviceId, lat: $lat, lng: $lng) {
        metres
        request { ...ListedRequest mine }
      }
    }
  `,
  [ListedRequest],
);

/** The catalogue, for whoever reports. */
export const ServicesDocument = graphql(`
  query RequestServices {
    requestServices {
      id
      name { el en }
      description { el en }
      group { el en }
      keywords
      department { id name { el en } }
      days
      notice { el en }
      questions { id text { el en } hint { el en } type isRequired choices { id name { el en } } }
      nearMetres
      isPrivate
      waits
      isRetired
      revision
    }
  }
`);
export type Service = ResultOf<typeof ServicesDocument>['requestServices'][number];

/** For which services people have asked of late: those are offered first. */
export const RecentServicesDocument = graphql(`
  query RecentServices {
    requests(sort: NEWEST, first: 50) {
      items { service { id } }
    }
  }
`);

export const RequestDocument = graphql(`
  query Request($id: ID!) {
    request(id: $id) {
      id
      title { el en }
      service { id name { el en } days isPrivate }
      text
      lang
      place { label lat lng }
      district { id name { el en } }
      department { id name { el en } }
      answers { questionId question { el en } answer { el en } }
      pictures { id url thumbnailUrl width height alt }
      reporter { id name }
      channel
      status
      closing { reason duplicateOf { id title { el en } path status } }
      createdAt
      publishedAt
      endedAt
      dueAt
      expectedAt
      isOverdue
      affected
      reopened
      history {
        id
        kind
        at
        text
        pictures { id url thumbnailUrl width height alt }
        department { id name { el en } }
        expectedAt
        closing { reason duplicateOf { id title { el en } path status } }
        held
        remark { rule reason caseId at }
        mine
      }
      duplicates { id title { el en } path status }
      proposals { id title path }
      word { fixed notFixed mine until }
      isPrivate
      remark { rule reason caseId at }
      mine
      canWithdraw
      canCorrect
      desk { takenBy }
    }
  }
`);
export type ShownRequest = NonNullable<ResultOf<typeof RequestDocument>['request']>;
export type ShownMoment = ShownRequest['history'][number];

export const SubmitRequestDocument = graphql(`
  mutation SubmitRequest($input: ServiceRequestInput!, $nonce: ID!) {
    submitRequest(input: $input, nonce: $nonce) {
      __typename
      ... on RequestSubmitted { request { id } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on TooMany { retryAfterSeconds }
    }
  }
`);

export const WithdrawRequestDocument = graphql(`
  mutation WithdrawRequest($id: ID!, $text: String!) {
    withdrawRequest(id: $id, text: $text) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const CorrectRequestDocument = graphql(`
  mutation CorrectRequest($id: ID!, $text: String!, $pictures: [ID!]!) {
    correctRequest(id: $id, text: $text, pictures: $pictures) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const CorrectWordDocument = graphql(`
  mutation CorrectRequestWord($id: ID!, $momentId: ID!, $text: String!, $pictures: [ID!]!) {
    correctRequestWord(id: $id, momentId: $momentId, text: $text, pictures: $pictures) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const SayWhetherFixedDocument = graphql(`
  mutation SayWhetherFixed($id: ID!, $isFixed: Boolean!, $text: String!, $pictures: [ID!]!) {
    sayWhetherFixed(id: $id, isFixed: $isFixed, text: $text, pictures: $pictures) {
      __typename
      ... on RequestChanged { request { id status } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);
