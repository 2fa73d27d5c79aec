import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { BudgetInput, BudgetProjectInput, MutationDecideFeasibilityArgs, WorkInput } from '@isegoria/budgeting/contracts';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { BudgetViews } from './budget-views';
import { Budgets } from './budgets.service';
import { ProjectViews } from './project-views';
import { Projects } from './projects.service';
import { ResultViews } from './result-views';
import { Works } from './works.service';

@Resolver()
export class BudgetingResolver {
  constructor(
    private readonly views: BudgetViews,
    private readonly projectViews: ProjectViews,
    private readonly results: ResultViews,
    private readonly acts: Budgets,
    private readonly projects: Projects,
    private readonly works: Works,
  ) {}

  @Public()
  @Query()
  budgets(@CurrentCitizen() citizen: Citizen | null) {
    return this.views.all(citizen);
  }

  @Public()
  @Query()
  budget(@CurrentCitizen() citizen: Citizen | null, @Args('id') id: string) {
    return this.views.one(id, citizen);
  }

  @Public()
  @Query()
  budgetProjects(@CurrentCitizen() citizen: Citizen | null, @Args('budgetId') budgetId: string) {
    return this.projectViews.of(budgetId, citizen);
  }

  @Public()
  @Query()
  budgetProject(@CurrentCitizen() citizen: Citizen | null, @Args('id') id: string) {
    return this.projectViews.one(id, citizen);
  }

  @Public()
  @Query()
  budgetResult(@Args('budgetId') budgetId: string, @Args('areaId') areaId: string) {
    return this.results.one(budgetId, areaId);
  }

  @Roles('administrator')
  @Mutation()
  saveBudget(@CurrentCitizen() citizen: Citizen, @Args('input') input: BudgetInput) {
    return this.acts.save(citizen, input);
  }

  @Roles('administrator')
  @Mutation()
  announceVoting(@CurrentCitizen() citizen: Citizen, @Args('budgetId') budgetId: string) {
    return this.acts.announce(citizen, budgetId);
  }

  @Roles('official', 'administrator')
  @Mutation()
  saveBudgetProject(@CurrentCitizen() citizen: Citizen, @Args('input') input: BudgetProjectInput) {
    return this.projects.save(citizen, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  decideFeasibility(@CurrentCitizen() citizen: Citizen, @Args() args: MutationDecideFeasibilityArgs) {
    return this.projects.decide(citizen, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  reportWork(@CurrentCitizen() citizen: Citizen, @Args('input') input: WorkInput) {
    return this.works.report(citizen, input);
  }
}
