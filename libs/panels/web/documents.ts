import { graphql, type ResultOf } from '@isegoria/ui/web';

export { PanelsDocument, type ListedPanel } from './listed-document';

/** A panel as its page shows it. */
export const PanelDocument = graphql(`
  query Panel($id: ID!) {
    panel(id: $id) {
      id
      title { el en }
      text { el en }
      stage
      department { id name { el en } }
      districts { id name { el en } }
      minimumAge
      seats
      balance
      source { el en }
      closesAt
      drawsAt
      answerDays
      offers
      closedAt
      listDigest
      numbers
      seed
      cells { key name { el en } people offers seats }
      accepted
      withdrawal { reason at }
      isDemo
      revision
      mine { state ticket answerBy refused showsName canEdit canPublish canWithdraw canEnter hasEntry }
    }
  }
`);

export type ShownPanel = NonNullable<ResultOf<typeof PanelDocument>['panel']>;

/** Who was drawn, in the order in which they got their seat. */
export const MembersDocument = graphql(`
  query PanelMembers($id: ID!) {
    panelMembers(panelId: $id) { ticket cell state rank name }
  }
`);

export const DeskDocument = graphql(`
  query PanelDesk {
    panelDesk { items { id title { el en } stage drawsAt mine { canEnter } } }
  }
`);

export const SaveDocument = graphql(`
  mutation SavePanel($id: ID!, $revision: Int, $input: PanelInput!) {
    savePanel(id: $id, revision: $revision, input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const PublishDocument = graphql(`
  mutation PublishPanel($id: ID!, $revision: Int!) {
    publishPanel(id: $id, revision: $revision) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const DiscardDocument = graphql(`
  mutation DiscardPanel($id: ID!) {
    discardPanel(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawPanel($id: ID!, $reason: String!) {
    withdrawPanel(id: $id, reason: $reason) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const EnterDocument = graphql(`
  mutation EnterPanelNumbers($id: ID!, $numbers: String!) {
    enterPanelNumbers(id: $id, numbers: $numbers) {
      __typename
      ... on PanelNumbersEntered { isDrawn }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const OfferDocument = graphql(`
  mutation OfferForPanel($id: ID!) {
    offerForPanel(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const TakeBackDocument = graphql(`
  mutation TakeOfferBack($id: ID!) {
    takeOfferBack(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const AnswerDocument = graphql(`
  mutation AnswerSeat($id: ID!, $accepts: Boolean!, $showsName: Boolean!) {
    answerSeat(id: $id, accepts: $accepts, showsName: $showsName) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);
