import { graphql } from '@isegoria/ui/web';
import { DeskRequest } from '../official/documents';

export const AlikeDocument = graphql(`
  query RequestsAlike($serviceId: ID!, $districtId: ID!) {
    requestsAlike(serviceId: $serviceId, districtId: $districtId) { id }
  }
`);

/** The requests that a proposal grew out of, and whether it is carried out: the proposal's own page has it too, and it costs nothing more. */
export const GrewFromDocument = graphql(
  `
    query RequestsOfProposal($id: ID!) {
      proposal(id: $id) { title status }
      requestsOfProposal(proposalId: $id) { ...DeskRequest }
    }
  `,
  [DeskRequest],
);
