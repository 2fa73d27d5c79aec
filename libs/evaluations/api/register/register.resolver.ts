import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { DecisionInput, RegisterImportInput } from '@isegoria/evaluations/contracts';
import { Roles } from '@isegoria/identity/api';
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
  enterDecision(@Args('input') input: DecisionInput) {
    return this.entering.enter(input);
  }
}
