import { Query, Resolver } from '@nestjs/graphql';
import { Public, Roles } from '@isegoria/identity/api';
import { COUNCIL_ROLES } from '@isegoria/insights/contracts';
import { Insights } from './insights.service';

@Resolver()
export class InsightsResolver {
  constructor(private readonly insights: Insights) {}

  @Roles(...COUNCIL_ROLES)
  @Query()
  councilFigures() {
    return this.insights.view('council');
  }

  @Public()
  @Query()
  cityFigures() {
    return this.insights.view('city');
  }
}
