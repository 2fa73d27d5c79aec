import { graphql, type ResultOf } from '@isegoria/ui/web';

export const BudgetsDocument = graphql(`
  query Budgets {
    budgets {
      id
      title { el en }
      summary { el en }
      stage
      opensAt
      closesAt
      decidedAt
      money
      currency
      projects
      worksBegun
      worksDone
      importedFrom
      areas { id money projects voters outcome { funded spent reached } }
    }
  }
`);

export type ListedBudget = ResultOf<typeof BudgetsDocument>['budgets'][number];
