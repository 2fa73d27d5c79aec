import { graphql } from '@isegoria/ui/web';

/** What the one who asks comes in by beside the password. */
export const OwnKeys = graphql(`
  query OwnKeys {
    me {
      passkeys {
        id
        name
        since
        usedAt
      }
      secondStep {
        since
        codesLeft
      }
    }
  }
`);

export const AskPasskey = graphql(`
  mutation AskPasskey($proof: ProofInput!) {
    askPasskey(proof: $proof) {
      __typename
      ... on PasskeyAsked {
        options
      }
      ... on NotAllowed {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const AddPasskey = graphql(`
  mutation AddPasskey($name: String!, $response: String!) {
    addPasskey(name: $name, response: $response) {
      __typename
      ... on NotAllowed {
        reason
      }
    }
  }
`);

export const RenamePasskey = graphql(`
  mutation RenamePasskey($id: ID!, $name: String!) {
    renamePasskey(id: $id, name: $name) {
      __typename
    }
  }
`);

export const RemovePasskey = graphql(`
  mutation RemovePasskey($id: ID!, $proof: ProofInput!) {
    removePasskey(id: $id, proof: $proof) {
      __typename
      ... on NotAllowed {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const AskSecondStep = graphql(`
  mutation AskSecondStep($proof: ProofInput!) {
    askSecondStep(proof: $proof) {
      __typename
      ... on SecondStepAsked {
        secret
        address
      }
      ... on NotAllowed {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const ConfirmSecondStep = graphql(`
  mutation ConfirmSecondStep($code: String!) {
    confirmSecondStep(code: $code) {
      __typename
      ... on SecondStepOn {
        codes
      }
      ... on NotAllowed {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const EndSecondStep = graphql(`
  mutation EndSecondStep($proof: ProofInput!, $code: String!) {
    endSecondStep(proof: $proof, code: $code) {
      __typename
      ... on NotAllowed {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);
