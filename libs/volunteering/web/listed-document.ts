import { graphql, type ResultOf } from '@isegoria/ui/web';

/** What a row of a list says of a call. */
export const ListedFields = graphql(
  `
    fragment ListedVolunteerCallFields on VolunteerCall @_unmask {
      id stage title { el en } isByCitizen author department { id name { el en } } district { id name { el en } } place { label } startsAt endsAt places registered placesLeft reportDueAt report { people minutes } isHidden shifts { id startsAt endsAt isOver cancellation { at } mine { place } }
    }
  `,
);

/** A list of calls: also on the home page. */
export const CallsDocument = graphql(
  `
    query VolunteerCalls($filter: VolunteerFilter, $first: Int, $after: String) {
      volunteerCalls(filter: $filter, first: $first, after: $after) { items { ...ListedVolunteerCallFields } next total }
    }
  `,
  [ListedFields],
);

export type ListedCall = ResultOf<typeof CallsDocument>['volunteerCalls']['items'][number];
