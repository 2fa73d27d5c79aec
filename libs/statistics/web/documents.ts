import { graphql, type ResultOf } from '@isegoria/ui/web';

export const PopulationDocument = graphql(`
  query Population($id: ID) {
    population(id: $id) {
      id
      source
      asOf
      ages {
        ageBand
        gender
        people
      }
      districts {
        districtId
        people
      }
      at
      byName
    }
    populations {
      id
      source
      asOf
    }
    city {
      districts {
        id
        name {
          el
          en
        }
      }
    }
  }
`);

export type Populations = ResultOf<typeof PopulationDocument>;
export type PopulationTable = NonNullable<Populations['population']>;

export const SavePopulation = graphql(`
  mutation SavePopulation($input: PopulationInput!) {
    savePopulation(input: $input) {
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

export const ImportPopulation = graphql(`
  mutation ImportPopulation($csv: String!) {
    importPopulation(csv: $csv) {
      __typename
      ... on UnreadableLine {
        line
      }
    }
  }
`);
