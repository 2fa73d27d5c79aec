import { graphql, type ResultOf } from '@isegoria/ui/web';

export const NewslettersDocument = graphql(`
  query Newsletters($first: Int, $after: String) {
    newsletters(first: $first, after: $after) {
      items { id title { el en } at }
      next
      total
    }
  }
`);

export const NewsletterDocument = graphql(`
  query Newsletter($id: ID!) {
    newsletter(id: $id) {
      id
      title { el en }
      html { el en }
      cards { path title { el en } fact { el en } }
      at
    }
  }
`);

export const WishDocument = graphql(`
  query NewsletterWish {
    newsletterWish {
      wants
      since
      categoryIds
      hasAddress
    }
  }
`);

export const SetWish = graphql(`
  mutation SetNewsletterWish($wants: Boolean!, $categoryIds: [ID!]!) {
    setNewsletterWish(wants: $wants, categoryIds: $categoryIds) {
      __typename
    }
  }
`);

export const LeaveNewsletters = graphql(`
  mutation LeaveNewsletters($citizenId: ID!, $letterId: ID!, $token: String!) {
    leaveNewsletters(citizenId: $citizenId, letterId: $letterId, token: $token) {
      __typename
    }
  }
`);

export const DeskDocument = graphql(`
  query NewsletterDesk($first: Int, $after: String) {
    newsletterDesk(first: $first, after: $after) {
      items {
        id
        stage
        title { el en }
        sendAt
        changedAt
        figures { people sent failed left }
      }
      next
      total
    }
  }
`);

export const DraftDocument = graphql(`
  query NewsletterDraft($id: ID!) {
    newsletterDraft(id: $id) {
      id
      stage
      title { el en }
      text { el en }
      paths
      audience { districtIds categoryIds }
      sendAt
      revision
      figures { people sent failed left }
    }
  }
`);

export type Draft = NonNullable<ResultOf<typeof DraftDocument>['newsletterDraft']>;

export const ReachDocument = graphql(`
  query NewsletterReach($districtIds: [ID!]!, $categoryIds: [ID!]!) {
    newsletterReach(districtIds: $districtIds, categoryIds: $categoryIds)
  }
`);

export const SaveNewsletter = graphql(`
  mutation SaveNewsletter($id: ID!, $revision: Int, $input: NewsletterInput!) {
    saveNewsletter(id: $id, revision: $revision, input: $input) {
      __typename
      ... on NewsletterSaved { newsletter { revision } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
    }
  }
`);

export const ProofNewsletter = graphql(`
  mutation ProofNewsletter($id: ID!) {
    proofNewsletter(id: $id) {
      __typename
      ... on NewsletterProofSent { email }
      ... on NotAllowed { reason }
    }
  }
`);

export const SendNewsletter = graphql(`
  mutation SendNewsletter($id: ID!, $revision: Int!, $at: DateTime) {
    sendNewsletter(id: $id, revision: $revision, at: $at) {
      __typename
      ... on NewsletterSaved { newsletter { stage } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
    }
  }
`);

export const StopNewsletter = graphql(`
  mutation StopNewsletter($id: ID!) {
    stopNewsletter(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const RemoveNewsletter = graphql(`
  mutation RemoveNewsletter($id: ID!) {
    removeNewsletter(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);
