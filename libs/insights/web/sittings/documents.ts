import { graphql, type ResultOf } from '@isegoria/ui/web';

export const SittingsQuery = graphql(`
  query Sittings($after: String) {
    sittings(first: 20, after: $after) {
      next total
      items { id title { el en } place startsAt postponements { from } status openedAt closedAt mayManage items { id } }
    }
  }
`);

export const SittingQuery = graphql(`
  query Sitting($id: ID!) {
    sitting(id: $id) {
      id title { el en } place startsAt postponements { from reason { el en } at } status openedAt closedAt minutesUrl revision mayManage
      items { id title { el en } subjects { kind id title { el en } path isPublic } }
    }
  }
`);

const PartFields = graphql(`
  fragment SittingPartFields on SittingPart @_unmask {
    id title { el en } lead { el en }
    measures { id label { el en } value atOpening atClosing }
    tables {
      id title { el en } note { el en } chart
      columns { key type label { el en } }
      rows { text { el en } number date }
    }
    lines { text { el en } note { el en } path tone }
  }
`);

export const SittingViewQuery = graphql(
  `
    query SittingView($id: ID!) {
      view: sittingView(id: $id) { id at sections { id at title { el en } lead { el en } parts { ...SittingPartFields } } }
    }
  `,
  [PartFields],
);

export const SittingSectionQuery = graphql(
  `
    query SittingSection($id: ID!, $sectionId: ID!) {
      section: sittingSection(id: $id, sectionId: $sectionId) { id at title { el en } lead { el en } parts { ...SittingPartFields } }
    }
  `,
  [PartFields],
);

export const FindSubjectsQuery = graphql(`
  query FindSubjects($words: String!) {
    findSubjects(words: $words) { kind id title { el en } path isPublic }
  }
`);

export const SaveSittingMutation = graphql(`
  mutation SaveSitting($input: SittingInput!) {
    saveSitting(input: $input) {
      __typename
      ... on SittingSaved { sitting { id revision } }
      ... on SittingChanged { sitting { id revision } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const MoveSittingMutation = graphql(`
  mutation MoveSitting($id: ID!, $to: SittingStatus!) {
    moveSitting(id: $id, to: $to) {
      __typename
      ... on SittingSaved { sitting { id status } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const PostponeSittingMutation = graphql(`
  mutation PostponeSitting($id: ID!, $startsAt: DateTime!, $reason: LocalizedInput!) {
    postponeSitting(id: $id, startsAt: $startsAt, reason: $reason) {
      __typename
      ... on SittingSaved { sitting { id status } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const SetMinutesMutation = graphql(`
  mutation SetMinutes($id: ID!, $url: String!) {
    setMinutes(id: $id, url: $url) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export type Sitting = NonNullable<ResultOf<typeof SittingQuery>['sitting']>;
export type AgendaItem = Sitting['items'][number];
export type ItemSubject = AgendaItem['subjects'][number];
export type SittingRow = ResultOf<typeof SittingsQuery>['sittings']['items'][number];
export type SittingView = NonNullable<ResultOf<typeof SittingViewQuery>['view']>;
export type SittingSection = SittingView['sections'][number];
export type SittingPart = SittingSection['parts'][number];
export type SittingTable = SittingPart['tables'][number];
export type SittingMeasure = SittingPart['measures'][number];
