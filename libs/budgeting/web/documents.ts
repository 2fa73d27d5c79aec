import { graphql, type ResultOf } from '@isegoria/ui/web';

export { BudgetsDocument, type ListedBudget } from './budgets-document';

export const BudgetDocument = graphql(`
  query Budget($id: ID!) {
    budget(id: $id) {
      id
      title { el en }
      summary { el en }
      processId
      stage
      opensAt
      closesAt
      decidedAt
      money
      currency
      secrecy
      electorate { verified minimumAge list }
      channels
      projects
      worksBegun
      worksDone
      importedFrom
      canDeclare
      canManage
      areas { id districtId money ballotId projects cost voters outcome { funded spent reached } }
      ballot { form withinMoney most points }
      rule { name utility completion stop comparison ties threshold step }
    }
  }
`);

export const ProjectsDocument = graphql(`
  query BudgetProjects($budgetId: ID!) {
    budgetProjects(budgetId: $budgetId) {
      id
      number
      areaId
      title
      text
      lang
      districtId
      categoryId
      departmentId
      cost
      feasibility
      finding
      isFunded
      place { label lat lng }
      proposal { id title path }
      work { state progress spent news { at text } }
    }
  }
`);

export const ProjectDocument = graphql(`
  query BudgetProject($id: ID!) {
    budgetProject(id: $id) {
      id
      budgetId
      number
      areaId
      title
      text
      html
      lang
      districtId
      categoryId
      departmentId
      cost
      feasibility
      finding
      isFunded
      canManage
      place { label lat lng }
      proposal { id title path }
      work {
        state
        progress
        spent
        milestones { title dueAt doneAt }
        acts { ada path url }
        news { id at text progress state pictures { id url thumbnailUrl width height alt } }
      }
    }
  }
`);

export const ResultDocument = graphql(`
  query BudgetResult($budgetId: ID!, $areaId: ID!) {
    budgetResult(budgetId: $budgetId, areaId: $areaId) {
      id
      areaId
      money
      spent
      voters
      winners
      rounds { by project left votes fate effectiveVotes price fullVoters fullPaid restVoters restPaid }
      shares { first last raises step }
      compared { equalShares greedy alike kept }
      projects {
        id
        number
        title
        lang
        cost
        districtId
        categoryId
        votes
        points
        isFunded
        isFundedByGreedy
        reason { kind round payers price votes threshold left cost has }
        change { votes lessCost moreCost }
      }
      fairness { funded spent reached voters meanMoney medianMoney districts { district funded spent voters reached meanMoney } }
      greedy { winners fairness { funded spent reached voters meanMoney medianMoney districts { district funded spent voters reached meanMoney } } }
      pbUrl
      digest
      decidedAt
      otherwise
    }
  }
`);

export const SaveBudgetDocument = graphql(`
  mutation SaveBudget($input: BudgetInput!) {
    saveBudget(input: $input) {
      __typename
      ... on Budget { id }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const AnnounceDocument = graphql(`
  mutation AnnounceVoting($budgetId: ID!) {
    announceVoting(budgetId: $budgetId) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const SaveProjectDocument = graphql(`
  mutation SaveBudgetProject($input: BudgetProjectInput!) {
    saveBudgetProject(input: $input) {
      __typename
      ... on BudgetProject { id }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const FeasibilityDocument = graphql(`
  mutation DecideFeasibility($projectId: ID!, $feasibility: Feasibility!, $reason: String!) {
    decideFeasibility(projectId: $projectId, feasibility: $feasibility, reason: $reason) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const ReportWorkDocument = graphql(`
  mutation ReportWork($input: WorkInput!) {
    reportWork(input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

/** Proposals from which an official may make projects. */
export const ProposalsToTurnDocument = graphql(`
  query ProposalsToTurn($filter: ProposalFilter) {
    proposals(filter: $filter, sort: SUPPORTS, first: 20) {
      items { id title text lang supports district { id name { el en } } category { id name { el en } } department { id } place { label lat lng } project { path } }
    }
  }
`);

/** One of them, to begin from. */
export const ProposalToTurnDocument = graphql(`
  query ProposalToTurn($id: ID!) {
    proposal(id: $id) { id title text district { id name { el en } } category { id name { el en } } department { id } place { label lat lng } }
  }
`);

export type ShownBudget = NonNullable<ResultOf<typeof BudgetDocument>['budget']>;
export type ShownArea = ShownBudget['areas'][number];
export type ListedProject = ResultOf<typeof ProjectsDocument>['budgetProjects'][number];
export type ShownProject = NonNullable<ResultOf<typeof ProjectDocument>['budgetProject']>;
export type ShownWork = NonNullable<ShownProject['work']>;
export type ShownResult = NonNullable<ResultOf<typeof ResultDocument>['budgetResult']>;
export type DecidedProject = ShownResult['projects'][number];
