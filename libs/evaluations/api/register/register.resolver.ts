import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { DecisionInput, MutationCorrectDecisionArgs, RegisterImportInput } from '@isegoria/evaluations/contracts';
import { CurrentCitizen, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Entering } from './entering.service';
import { RegisterImports } from './register-imports.service';

@Resolver()
export class RegisterResolver {
  constructor(
    private readonly imports: RegisterImports,
    private readonly entering: Entering,
  ) {}

  @Roles('administrator')
  @Query()
  registerImport() {
    return this.imports.standing();
  }

  @Roles('administrator')
  @Query()
  registerRefusals(@Args('first') first?: number, @Args('after') after?: string) {
    return this.imports.refusals(first, after);
  }

  @Roles('administrator')
  @Query()
  registerBody(@Args('id') id: string) {
    return this.imports.body(id);
  }

  @Roles('administrator')
  @Mutation()
  configureRegister(@Args('input') input: RegisterImportInput) {
    return this.imports.configure(input);
  }

  @Roles('administrator')
  @Mutation()
  startRegisterImport() {
    return this.imports.start();
  }

  @Roles('official', 'administrator')
  @Mutation()
  enterDecision(@CurrentCitizen() official: Citizen, @Args('input') input: DecisionInput) {
    return this.entering.enter(official, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  correctDecision(@CurrentCitizen() official: Citizen, @Args() args: MutationCorrectDecisionArgs) {
    return this.entering.correct(official, args);
  }

  @Roles('official', 'administrator')
  @Query()
  decisionEntries(@Args('id') id: string) {
    return this.entering.entriesOf(id);
  }
}
