import { graphql, type ResultOf } from '@isegoria/ui/web';

/** What a row of a list says of a meeting. */
export const ListedFields = graphql(`
  fragment ListedMeetingFields on Meeting @_unmask {
    id kind stage title { el en } department { id name { el en } } venue { address { el en } } isRemote startsAt places registered came reportDueAt mine { place }
  }
`);

/** A list of meetings: also on the home page. */
export const MeetingsDocument = graphql(
  `
    query Meetings($filter: MeetingFilter, $first: Int, $after: String) {
      meetings(filter: $filter, first: $first, after: $after) { items { ...ListedMeetingFields } next total }
    }
  `,
  [ListedFields],
);

export type ListedMeeting = ResultOf<typeof MeetingsDocument>['meetings']['items'][number];
