import type { Localized } from '@isegoria/kernel/contracts';

/** An official made a project of a citizen's proposal. Says how it stands: hearing it twice does no harm. */
export interface ProjectMade {
  projectId: string;
  proposalId: string;
  budgetId: string;
  budgetTitle: Localized;
  title: string;
  path: string;
  at: Date;
}

/** A budget was decided in all its areas. */
export interface BudgetDecided {
  budgetId: string;
  title: Localized;
  /** Projects, funded and not. */
  funded: string[];
  unfunded: string[];
  at: Date;
}

declare module '@isegoria/kernel/contracts' {
  interface EventMap {
    'project.made': ProjectMade;
    'budget.decided': BudgetDecided;
  }
}
