import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A list of meetings: also on the home page. */
export const MeetingsDocument = graphql(`
  query Meetings($filter: MeetingFilter, $first: Int, $after: String) {
    meetings(filter: $filter, first: $first, after: $after) {
      items { id kind stage title { el en } department { id name { el en } } venue { address { el en } } isRemote startsAt endsAt places registered waiting came reportDueAt mine { place } }
      next
      total
    }
  }
`);

export type ListedMeeting = ResultOf<typeof MeetingsDocument>['meetings']['items'][number];
