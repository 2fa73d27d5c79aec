import { graphql } from '@isegoria/ui/web';

export const FairUseQuery = graphql(`
  query FairUse {
    fairUse {
      visitor
      withKey
      highestCost
      deepest
      events
    }
  }
`);

export const MyKeys = graphql(`
  query MyApiKeys {
    myApiKeys {
      id
      name
      start
      createdAt
      lastUsedOn
    }
  }
`);

export const CreateKey = graphql(`
  mutation CreateApiKey($name: String!) {
    createApiKey(name: $name) {
      __typename
      ... on ApiKeyMade {
        secret
      }
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
      ... on NotAllowed {
        reason
      }
    }
  }
`);

export const RevokeKey = graphql(`
  mutation RevokeApiKey($id: ID!) {
    revokeApiKey(id: $id) {
      __typename
    }
  }
`);

export const MyHooks = graphql(`
  query MyWebhooks {
    myWebhooks {
      id
      url
      events
      pausedAt
    }
  }
`);

export const CreateHook = graphql(`
  mutation CreateWebhook($input: WebhookInput!) {
    createWebhook(input: $input) {
      __typename
      ... on WebhookMade {
        secret
      }
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
      ... on NotAllowed {
        reason
      }
    }
  }
`);

export const RemoveHook = graphql(`
  mutation RemoveWebhook($id: ID!) {
    removeWebhook(id: $id) {
      __typename
    }
  }
`);

export const ResumeHook = graphql(`
  mutation ResumeWebhook($id: ID!) {
    resumeWebhook(id: $id) {
      __typename
    }
  }
`);

export const PingHook = graphql(`
  mutation PingWebhook($id: ID!) {
    pingWebhook(id: $id) {
      __typename
      ... on NotAllowed {
        reason
      }
    }
  }
`);

export const Sent = graphql(`
  query WebhookDeliveries($webhookId: ID!) {
    webhookDeliveries(webhookId: $webhookId, first: 10) {
      total
      items {
        id
        type
        state
        tries
        status
        problem
        at
        nextAt
        body
      }
    }
  }
`);

export const Replay = graphql(`
  mutation ReplayDelivery($id: ID!) {
    replayDelivery(id: $id) {
      __typename
      ... on NotAllowed {
        reason
      }
    }
  }
`);
