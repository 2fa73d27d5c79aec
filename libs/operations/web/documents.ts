import { graphql } from '@isegoria/ui/web';

export const GivenUpJobsQuery = graphql(`
  query GivenUpJobs {
    givenUpJobs { id name about isRegular at attempts error }
  }
`);

export const TryJobAgainMutation = graphql(`
  mutation TryJobAgain($id: ID!) {
    tryJobAgain(id: $id) { __typename }
  }
`);
