import { graphql, type ResultOf } from '@isegoria/ui/web';

/** Proposals as lists show them. */
export const ProposalsDocument = graphql(`
  query Proposals($filter: ProposalFilter, $sort: ProposalSort, $first: Int, $after: String) {
    proposals(filter: $filter, sort: $sort, first: $first, after: $after) {
      items {
        id
        title
        excerpt
        lang
        status
        supports
        argumentsFor
        argumentsAgainst
        publishedAt
        answerDueAt
        district { id name { el en } }
        category { id name { el en } }
        answer { status text nextStepAt answeredAt department { id name { el en } } }
      }
      next
      total
    }
  }
`);

export type ListedProposal = ResultOf<typeof ProposalsDocument>['proposals']['items'][number];
