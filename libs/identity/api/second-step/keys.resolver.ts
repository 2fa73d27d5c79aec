import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Citizen, MutationAddPasskeyArgs, MutationEndSecondStepArgs, MutationRemovePasskeyArgs, MutationRenamePasskeyArgs, MutationRenewRecoveryCodesArgs, ProofInput } from '@isegoria/identity/contracts';
import type { GraphContext } from '@isegoria/kernel/api';
import { CurrentCitizen, Roles } from '../session/access';
import { Passkeys } from '../passkeys/passkeys.service';
import { SecondStepRemovals } from './removals.service';
import { SecondSteps } from './second-step.service';

/** What somebody comes in by beside the password. */
@Resolver()
export class KeysResolver {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly secondSteps: SecondSteps,
    private readonly removals: SecondStepRemovals,
  ) {}

  @Mutation()
  askPasskey(@CurrentCitizen() citizen: Citizen, @Args('proof') proof: ProofInput) {
    return this.passkeys.askNew(citizen, proof);
  }

  @Mutation()
  addPasskey(@CurrentCitizen() citizen: Citizen, @Args() made: MutationAddPasskeyArgs) {
    return this.passkeys.add(citizen, made);
  }

  @Mutation()
  renamePasskey(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationRenamePasskeyArgs) {
    return this.passkeys.rename(citizen, wanted);
  }

  @Mutation()
  removePasskey(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationRemovePasskeyArgs) {
    return this.passkeys.remove(citizen, wanted);
  }

  @Mutation()
  askSecondStep(@CurrentCitizen() citizen: Citizen, @Args('proof') proof: ProofInput, @Context() { req }: GraphContext) {
    return this.secondSteps.ask(citizen, proof, req);
  }

  @Mutation()
  confirmSecondStep(@CurrentCitizen() citizen: Citizen, @Args('code') code: string, @Context() { req }: GraphContext) {
    return this.secondSteps.confirm(citizen, code, req);
  }

  @Mutation()
  endSecondStep(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationEndSecondStepArgs) {
    return this.secondSteps.end(citizen, wanted);
  }

  @Mutation()
  renewRecoveryCodes(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationRenewRecoveryCodesArgs) {
    return this.secondSteps.renewCodes(citizen, wanted);
  }

  @Query()
  @Roles('administrator')
  secondStepRemovals() {
    return this.removals.latest();
  }

  @Mutation()
  @Roles('administrator')
  removeSecondStep(@CurrentCitizen() by: Citizen, @Args('citizenId') citizenId: string) {
    return this.removals.remove(by, citizenId);
  }
}
