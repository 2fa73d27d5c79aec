import { graphql, type ResultOf } from '@isegoria/ui/web';

/** A list of initiatives, without their texts: also on the home page. */
export const InitiativesDocument = graphql(`
  query Initiatives($stage: InitiativeFilterStage, $text: String, $category: ID, $sort: InitiativeSort, $first: Int, $after: String) {
    initiatives(stage: $stage, text: $text, category: $category, sort: $sort, first: $first, after: $after) {
      items {
        id
        title
        stage
        closesAt
        dueAt
        terms { name { el en } needed }
        signatures { total }
        category { id name { el en } }
        district { id name { el en } }
        check { valid }
        answer { outcome }
      }
      next
      total
    }
  }
`);

export type ListedInitiative = ResultOf<typeof InitiativesDocument>['initiatives']['items'][number];
