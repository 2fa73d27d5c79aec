import { graphql, type ResultOf } from '@isegoria/ui/web';

export const MyReports = graphql(`
  query MyReports {
    myReports { id kind reportId rhythm title { el en } path since sentAt }
  }
`);

export const ReportCertificateDocument = graphql(`
  query ReportCertificate {
    reportCertificate { subject issuer fingerprint validFrom validTo isSelfSigned }
  }
`);

export const SubscribeToReport = graphql(`
  mutation SubscribeToReport($kind: String!, $reportId: ID!, $rhythm: ReportRhythm!) {
    subscribeToReport(kind: $kind, reportId: $reportId, rhythm: $rhythm) {
      __typename
      ... on ReportSubscription { id }
      ... on NotFound { reason }
      ... on NotAllowed { reason }
    }
  }
`);

export const EndReport = graphql(`
  mutation EndReport($id: ID!) {
    endReportSubscription(id: $id) { __typename }
  }
`);

export const StopReport = graphql(`
  mutation StopReport($id: ID!, $token: String!) {
    stopReport(id: $id, token: $token) { __typename }
  }
`);

export type Subscription = ResultOf<typeof MyReports>['myReports'][number];
export type Certificate = ResultOf<typeof ReportCertificateDocument>['reportCertificate'];
