import { graphql, type ResultOf } from '@isegoria/ui/web';

export const RegisterImportDocument = graphql(`
  query RegisterImport {
    registerImport {
      address
      organisation { id name { el en } }
      units { id name { el en } }
      since
      isOn
      everyMinutes
      state
      readTo
      startedAt
      endedAt
      nextAt
      acts
      progress { done of }
      lastRun { added changed unchanged refused }
      failure { code asked at }
    }
  }
`);

export const RefusalsDocument = graphql(`
  query RegisterRefusals($first: Int, $after: String) {
    registerRefusals(first: $first, after: $after) {
      items { id record at reasons { code field value } }
      next
      total
    }
  }
`);

export const BodyDocument = graphql(`
  query RegisterBody($id: ID!) {
    registerBody(id: $id) {
      __typename
      ... on RegisterBody { id name units { id name isActive } }
      ... on RegisterUnavailable { code }
    }
  }
`);

export const ConfigureDocument = graphql(`
  mutation ConfigureRegister($input: RegisterImportInput!) {
    configureRegister(input: $input) {
      __typename
      ... on RegisterUnavailable { code }
      ... on Invalid { problems { field code limit } }
    }
  }
`);

export const StartDocument = graphql(`
  mutation StartRegisterImport {
    startRegisterImport { state }
  }
`);

export const EnterDocument = graphql(`
  mutation EnterDecision($input: DecisionInput!) {
    enterDecision(input: $input) {
      __typename
      ... on DecisionEntered { decision { id subject } }
      ... on NumberExists { decision { id subject } }
      ... on Invalid { problems { field code limit } }
    }
  }
`);

/** A decision that was entered here, as it is corrected. */
export const CorrectedDocument = graphql(`
  query DecisionToCorrect($id: ID!) {
    decision(id: $id) {
      id
      ada
      registerSubject
      source
      type { code }
      unit { name { el } }
      protocolNumber
      issueDate
      status
      versionId
      documentUrl
      amount
      districtId
      departmentId
    }
  }
`);

export const CorrectDocument = graphql(`
  mutation CorrectDecision($id: ID!, $version: String!, $input: DecisionInput!) {
    correctDecision(id: $id, version: $version, input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
    }
  }
`);

export const EntriesDocument = graphql(`
  query DecisionEntries($id: ID!) {
    decisionEntries(id: $id) { status at name }
  }
`);

export type ToCorrect = NonNullable<ResultOf<typeof CorrectedDocument>['decision']>;

export type Import = ResultOf<typeof RegisterImportDocument>['registerImport'];
export type Body = Extract<ResultOf<typeof BodyDocument>['registerBody'], { __typename: 'RegisterBody' }>;
