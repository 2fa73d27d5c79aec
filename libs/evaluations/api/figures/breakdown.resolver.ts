import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '@isegoria/identity/api';
import { Breakdowns } from './breakdowns.service';

@Resolver()
export class BreakdownResolver {
  constructor(private readonly breakdowns: Breakdowns) {}

  @Public()
  @Query()
  whoAnswered(@Args('decisionId') decisionId: string, @Args('round') round?: number | null) {
    return this.breakdowns.whoAnswered(decisionId, round === 2 ? 2 : 1);
  }
}
