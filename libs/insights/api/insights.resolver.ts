import { Query, Resolver } from '@nestjs/graphql';
import { Public, Roles } from '@isegoria/identity/api';
import { Insights } from './insights.service';

@Resolver()
export class InsightsResolver {
  constructor(private readonly insights: Insights) {}

  @Roles('council', 'administrator', 'official', 'moderator')
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
