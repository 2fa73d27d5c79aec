import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { InsightsView, VisitInput } from '@isegoria/insights/contracts';
import { Insights, isOfCouncil } from '../insights.service';
import { Visits } from './visits.service';

@Resolver()
export class VisitsResolver {
  constructor(
    private readonly visits: Visits,
    private readonly insights: Insights,
  ) {}

  @Public()
  @Query()
  participation(@CurrentCitizen() reader: Citizen | null): Promise<InsightsView> {
    return this.insights.page('participation', isOfCouncil(reader) ? 'council' : 'city');
  }

  @Public()
  @Mutation()
  async countVisit(@Args('input') input: VisitInput): Promise<boolean> {
    await this.visits.count(input);
    return true;
  }
}
