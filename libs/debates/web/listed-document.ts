import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A debate of a list, without its words. */
export const ListedFields = graphql(`
  fragment ListedDebate on Debate @_unmask {
    id
    title
    stage
    visibility
    people
    argumentsFor
    argumentsAgainst
    endsAt
    category { id name { el en } }
    district { id name { el en } }
    opener { department { id name { el en } } }
  }
`);

export type ListedDebate = ResultOf<typeof ListedFields>;

export const DebatesDocument = graphql(
  `
    query Debates($filter: DebateFilter, $sort: DebateSort, $first: Int, $after: String) {
      debates(filter: $filter, sort: $sort, first: $first, after: $after) {
        items {
          ...ListedDebate
        }
        next
        total
      }
    }
  `,
  [ListedFields],
);
