import { graphql, type ResultOf } from '@isegoria/ui/web';

export const SignsDocument = graphql(`
  query IntegritySigns($kind: IntegritySignKind, $days: Int, $first: Int, $after: String) {
    integritySigns(kind: $kind, days: $days, first: $first, after: $after) {
      items {
        id
        kind
        about { title { el en } }
        from
        to
        supports
        peak
        expected
        fresh
        usualPercent
        finding
      }
      next
      total
    }
  }
`);

export type ListedSign = ResultOf<typeof SignsDocument>['integritySigns']['items'][number];

export const SignDocument = graphql(`
  query IntegritySign($id: ID!) {
    integritySign(id: $id) {
      id
      kind
      about { subject { kind id } title { el en } path }
      from
      to
      supports
      peak
      expected
      fresh
      usualPercent
      chance
      verifiedPercent
      basis { before over others usual }
      place { supports place without of }
      finding
      words { revision finding text role at }
    }
    integritySpans(id: $id) { from to supports hourly }
  }
`);

export type ShownSign = NonNullable<ResultOf<typeof SignDocument>['integritySign']>;
export type ShownSpan = ResultOf<typeof SignDocument>['integritySpans'][number];

export const ToldDocument = graphql(`
  query IntegrityTold($subject: SubjectInput!) {
    integrityTold(subject: $subject) { id finding }
  }
`);

export const TellDocument = graphql(`
  mutation TellOfSign($id: ID!, $revision: Int!, $finding: IntegrityFinding!, $text: String!) {
    tellOfSign(id: $id, revision: $revision, finding: $finding, text: $text) {
      __typename
      ... on IntegrityWordSaid { sign { id } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);
