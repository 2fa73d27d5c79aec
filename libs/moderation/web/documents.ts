import { graphql, type ResultOf } from '@isegoria/ui/web';

export const RowFields = graphql(`
  fragment RowFields on CaseRow @_unmask {
    id
    kind
    item {
      kind
      id
    }
    title { el en }
    excerpt
    alignment
    reports
    rule
    since
    coordinated
    claimedByMe
    claimedUntil
    version
  }
`);

export const CaseFields = graphql(
  `
    fragment CaseFields on ModerationCase @_unmask {
      id
      row {
        ...RowFields
      }
      text
      reportedText
      pictures {
        id
        url
        width
        height
        alt
      }
      highlights
      path
      author {
        contributions
        decisions
      }
      reports {
        rule
        note
        at
        trusted
      }
      trustedReports
      seenBy
      previous {
        caseId
        decision
        rule
        reason
        at
      }
      passNote
    }
  `,
  [RowFields],
);

export type RowShown = ResultOf<typeof RowFields>;
export type CaseShown = ResultOf<typeof CaseFields>;

/** The queue of the moderator who asks. */
export const QueueOf = graphql(
  `
    query QueueOf($first: Int, $after: String) {
      moderationQueue(first: $first, after: $after) {
        items {
          ...RowFields
        }
        next
        total
        objections
      }
    }
  `,
  [RowFields],
);

export const ClaimCase = graphql(
  `
    mutation ClaimCase($id: ID!) {
      claimCase(id: $id) {
        __typename
        ... on CaseClaimed {
          case {
            ...CaseFields
          }
        }
        ... on CaseTaken {
          until
        }
        ... on NotFound {
          reason
        }
      }
    }
  `,
  [CaseFields],
);

export const ReleaseCase = graphql(`
  mutation ReleaseCase($id: ID!) {
    releaseCase(id: $id) {
      __typename
    }
  }
`);

export const PassCase = graphql(`
  mutation PassCase($id: ID!, $note: String) {
    passCase(id: $id, note: $note) {
      __typename
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
    }
  }
`);

export const DecideCase = graphql(`
  mutation DecideCase($input: DecideCaseInput!) {
    decideCase(input: $input) {
      __typename
      ... on NotAllowed {
        reason
      }
    }
  }
`);

export const DecideCases = graphql(`
  mutation DecideCases($input: DecideCasesInput!) {
    decideCases(input: $input) {
      __typename
      ... on CasesDecided {
        outcomes { id refused }
      }
    }
  }
`);

export const ObjectionsOpen = graphql(`
  query ObjectionsOpen($first: Int, $after: String) {
    moderationObjections(first: $first, after: $after) {
      items {
        id
        item {
          kind
          id
        }
        title { el en }
        contribution
        decision
        rule
        reason
        decidedAt
        text
        at
      }
      next
      total
    }
  }
`);

export const DecideObjection = graphql(`
  mutation DecideObjection($id: ID!, $outcome: ObjectionOutcome!, $reason: String!) {
    decideObjection(id: $id, outcome: $outcome, reason: $reason) {
      __typename
      ... on Invalid {
        problems {
          field
          code
          limit
        }
      }
    }
  }
`);

export const ReopenCase = graphql(`
  mutation ReopenCase($id: ID!, $reason: String!) {
    reopenCase(id: $id, reason: $reason) {
      __typename
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
      ... on NotFound {
        reason
      }
    }
  }
`);

export const MyDecisions = graphql(`
  query MyDecisions($first: Int, $after: String) {
    myDecisions(first: $first, after: $after) {
      items {
        id
        item {
          kind
          id
        }
        title { el en }
        decision
        rule
        reason
        at
        objection
        reopenedAt
      }
      next
      total
    }
  }
`);

export const PublicLogPage = graphql(`
  query PublicLogPage($first: Int, $after: String) {
    moderationLog(first: $first, after: $after) {
      items {
        id
        itemKind
        decision
        rule
        at
        reports
        objection
        reopenedAt
      }
      next
      total
    }
  }
`);

export const Months = graphql(`
  query Months {
    moderationMonths {
      month
      cases
      approved
      hidden
      returned
      objections
      reversed
      byRule { rule cases }
      medianHours
    }
  }
`);

export const AuthorsCase = graphql(`
  query AuthorsCase($id: ID!) {
    myCase(id: $id) {
      id
      title
      text
      path
      decision
      rule
      reason
      decidedAt
      objectUntil
      objection {
        text
        at
        outcome
        reason
        decidedAt
      }
    }
  }
`);

export const ObjectTo = graphql(`
  mutation ObjectTo($caseId: ID!, $text: String!) {
    objectToDecision(caseId: $caseId, text: $text) {
      __typename
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
      ... on NotFound {
        reason
      }
    }
  }
`);

export const ReportItem = graphql(`
  mutation ReportItem($item: SubjectInput!, $rule: Int!, $note: String) {
    report(item: $item, rule: $rule, note: $note) {
      __typename
      ... on Reported {
        again
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
      ... on NotFound {
        reason
      }
      ... on TooMany {
        retryAfterSeconds
      }
    }
  }
`);

export const MayBeReported = graphql(`
  query MayBeReported($item: SubjectInput!) {
    mayBeReported(item: $item)
  }
`);
