import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationEvaluateArgs, QueryDecisionsArgs, QueryMyEvaluationArgs } from '@isegoria/evaluations/contracts';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Decisions } from './decisions/decisions.service';
import { Evaluations } from './evaluations.service';

@Resolver()
export class EvaluationsResolver {
  constructor(
    private readonly decisions: Decisions,
    private readonly evaluations: Evaluations,
  ) {}

  @Public()
  @Query()
  decision(@Args('id') id: string) {
    return this.decisions.one(id);
  }

  @Public()
  @Query('decisions')
  list(@Args() wanted: QueryDecisionsArgs) {
    return this.decisions.list(wanted);
  }

  @Public()
  @Query()
  decisionFilters() {
    return this.decisions.filters();
  }

  @Public()
  @Query()
  decisionVersions(@Args('id') id: string) {
    return this.decisions.versionsOf(id);
  }

  @Public()
  @Query()
  decisionInFocus() {
    return this.decisions.inFocus();
  }

  @Public()
  @Query()
  myEvaluation(@CurrentCitizen() citizen: Citizen | null, @Args() { decisionId, round }: QueryMyEvaluationArgs) {
    return citizen ? this.evaluations.mine(citizen, decisionId, round) : null;
  }

  @Mutation()
  evaluate(@CurrentCitizen() citizen: Citizen, @Args() args: MutationEvaluateArgs) {
    return this.evaluations.evaluate(citizen, args);
  }
}
