import { graphql, type ResultOf } from '@isegoria/ui/web';
import { ListedFields } from './listed-document';

const ShiftFields = graphql(`
  fragment VolunteerShiftFields on VolunteerShift @_unmask {
    id task bring startsAt endsAt minutes minimum places isStepFree isForChildren fromAge registered waiting came cancellation { reason at } isOver isShort mine { place queue confirmBy isNamed came mayOffer }
  }
`);

/** Everything that the page of a call shows. */
export const CallDocument = graphql(
  `
    query VolunteerCall($id: ID!) {
      volunteerCall(id: $id) {
        id stage title { el en } text { el en } isByCitizen author department { id name { el en } } category { id name { el en } } district { id name { el en } } place { label lat lng } origin { kind id title { el en } path }
        shifts { ...VolunteerShiftFields } startsAt endsAt places registered placesLeft decline { reason at } cancellation { reason at } reportDueAt
        report { text { el en } people minutes at pictures { id url thumbnailUrl width height alt } } named isHidden verdict { reason caseId } isDemo revision
        mine { leads isAuthor responsible canEdit canCorrect canPublish canDecide canCancel canReport canDiscard }
      }
    }
  `,
  [ShiftFields],
);

export type ShownCall = NonNullable<ResultOf<typeof CallDocument>['volunteerCall']>;
export type ShownShift = ShownCall['shifts'][number];

export const CallsOfDocument = graphql(
  `
    query VolunteerCallsOf($subject: SubjectInput!) {
      volunteerCallsOf(subject: $subject) { ...ListedVolunteerCallFields }
    }
  `,
  [ListedFields],
);

export const MyOffersDocument = graphql(
  `
    query MyVolunteerOffers($time: VolunteerTime!, $first: Int, $after: String) {
      myVolunteerOffers(time: $time, first: $first, after: $after) { items { id callId title { el en } place path shift { ...VolunteerShiftFields } minutes } next total }
    }
  `,
  [ShiftFields],
);

export type MyOffer = ResultOf<typeof MyOffersDocument>['myVolunteerOffers']['items'][number];

export const MySumDocument = graphql(`
  query MyVolunteerSum {
    myVolunteerSum { shifts minutes }
  }
`);

export const MyCallsDocument = graphql(
  `
    query MyVolunteerCalls {
      myVolunteerCalls(first: 50) { items { ...ListedVolunteerCallFields } }
    }
  `,
  [ListedFields],
);

export const DeskDocument = graphql(`
  query VolunteerDesk {
    volunteerDesk {
      drafts { id title { el en } startsAt }
      proposed { id title { el en } author startsAt }
      short { id title { el en } startsAt }
      toReport { id title { el en } reportDueAt }
    }
  }
`);

export const OffersDocument = graphql(`
  query VolunteerOffers($shiftId: ID!, $first: Int, $after: String) {
    volunteerOffers(shiftId: $shiftId, first: $first, after: $after) { items { id name isWaiting confirmBy came minutes at } next total }
  }
`);

export type ShownOffer = ResultOf<typeof OffersDocument>['volunteerOffers']['items'][number];

export const OriginDocument = graphql(`
  query VolunteerOrigin($subject: SubjectInput!) {
    volunteerOrigin(subject: $subject) { kind id title { el en } path }
  }
`);

export const FindOriginsDocument = graphql(`
  query FindVolunteerOrigins($words: String!) {
    findVolunteerOrigins(words: $words) { kind id title { el en } path }
  }
`);

export const OfferDocument = graphql(`
  mutation OfferVolunteering($shiftId: ID!, $isNamed: Boolean!) {
    offerVolunteering(shiftId: $shiftId, isNamed: $isNamed) { __typename ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const ConfirmDocument = graphql(`
  mutation ConfirmVolunteering($shiftId: ID!) {
    confirmVolunteering(shiftId: $shiftId) { __typename ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const LeaveDocument = graphql(`
  mutation LeaveVolunteering($shiftId: ID!) {
    leaveVolunteering(shiftId: $shiftId) { __typename ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const MarkDocument = graphql(`
  mutation MarkVolunteer($offerId: ID!, $came: Boolean, $minutes: Int) {
    markVolunteer(offerId: $offerId, came: $came, minutes: $minutes) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const SaveCallDocument = graphql(`
  mutation SaveVolunteerCall($id: ID!, $revision: Int, $input: VolunteerCallInput!) {
    saveVolunteerCall(id: $id, revision: $revision, input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const ProposeCallDocument = graphql(`
  mutation ProposeVolunteerCall($id: ID!, $revision: Int, $input: VolunteerCallInput!) {
    proposeVolunteerCall(id: $id, revision: $revision, input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const DiscardCallDocument = graphql(`
  mutation DiscardVolunteerCall($id: ID!) {
    discardVolunteerCall(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const PublishCallDocument = graphql(`
  mutation PublishVolunteerCall($id: ID!, $revision: Int!) {
    publishVolunteerCall(id: $id, revision: $revision) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const AcceptCallDocument = graphql(`
  mutation AcceptVolunteerCall($id: ID!, $revision: Int!, $responsible: String!) {
    acceptVolunteerCall(id: $id, revision: $revision, responsible: $responsible) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const DeclineCallDocument = graphql(`
  mutation DeclineVolunteerCall($id: ID!, $revision: Int!, $reason: String!) {
    declineVolunteerCall(id: $id, revision: $revision, reason: $reason) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const CancelCallDocument = graphql(`
  mutation CancelVolunteerCall($id: ID!, $reason: String!) {
    cancelVolunteerCall(id: $id, reason: $reason) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const CancelShiftDocument = graphql(`
  mutation CancelVolunteerShift($shiftId: ID!, $reason: String!) {
    cancelVolunteerShift(shiftId: $shiftId, reason: $reason) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const ReportCallDocument = graphql(`
  mutation ReportVolunteerCall($id: ID!, $input: VolunteerReportInput!) {
    reportVolunteerCall(id: $id, input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);
