import { graphql } from '@isegoria/ui/web';

/** What people may search for, a few at a time. */
export const ProposalsFound = graphql(`
  query WidgetProposalsFound($text: String!) {
    proposals(filter: { text: $text }, sort: SUPPORTS, first: 8) { items { id title } }
  }
`);

export const DecisionsFound = graphql(`
  query WidgetDecisionsFound($text: String!) {
    decisions(search: $text, sort: MOST_EVALUATED, first: 8) { items { id subject plainWords { title { el en } } } }
  }
`);

export const ChoicesFound = graphql(`
  query WidgetChoicesFound($text: String!) {
    choices(search: $text, first: 8) { items { id title { el en } } }
  }
`);

export const RequestsFound = graphql(`
  query WidgetRequestsFound($text: String!) {
    requests(filter: { text: $text }, first: 8) { items { id title { el en } } }
  }
`);

/** Projects have no list of their own over all budgets: the city's search finds them. */
export const ProjectsFound = graphql(`
  query WidgetProjectsFound($text: String!) {
    search(words: $text) { kind things { title { el en } path } }
  }
`);

export const ProjectsOf = graphql(`
  query WidgetProjectsOf($budgetId: ID!) {
    budgetProjects(budgetId: $budgetId) { id title }
  }
`);

/** What there is little of comes whole. */
export const ProcessesAndBudgets = graphql(`
  query WidgetProcessesAndBudgets {
    processes { id title { el en } }
    budgets { id title { el en } areas { id districtId ballotId } }
    city { districts { id name { el en } } }
  }
`);

export const StatementsOf = graphql(`
  query WidgetStatementsOf($subject: SubjectInput!) {
    opinions(subject: $subject) { map { findings { statement text } } }
  }
`);

export const LedgerPin = graphql(`
  query WidgetLedgerPin { ledger { key size root } }
`);
