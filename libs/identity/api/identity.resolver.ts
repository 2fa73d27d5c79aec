import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Citizen, JoinInput, MutationChangeEmailArgs, MutationChangePasswordArgs, MutationConnectWayArgs, MutationSetRolesArgs, MutationUpdateDemographicsArgs, MutationVerifyBirthYearArgs, ProfileInput, SignUpInput } from '@isegoria/identity/contracts';
import type { GraphContext } from '@isegoria/kernel/api';
import { CurrentCitizen, Public, Roles } from './session/access';
import { Accounts } from './account/accounts.service';
import { Addresses } from './account/addresses.service';
import { BirthYears } from './people/birth-years.service';
import { Newcomers } from './entrance/newcomers.service';
import { People } from './people/people.service';
import { PersonalData } from './account/personal-data';
import { SignIn } from './entrance/sign-in.service';
import { Strategies } from './entrance/strategies';
import { Ways } from './entrance/ways.service';

@Resolver()
export class IdentityResolver {
  constructor(
    private readonly accounts: Accounts,
    private readonly addresses: Addresses,
    private readonly newcomers: Newcomers,
    private readonly persons: People,
    private readonly birthYears: BirthYears,
    private readonly signIn: SignIn,
    private readonly strategies: Strategies,
    private readonly ways: Ways,
    private readonly personalData: PersonalData,
  ) {}

  @Query()
  @Public()
  me(@CurrentCitizen() citizen: Citizen | null) {
    return this.accounts.me(citizen);
  }

  @Query()
  @Public()
  signInWays() {
    return this.strategies.list();
  }

  @Query()
  ownWays(@CurrentCitizen() citizen: Citizen) {
    return this.ways.of(citizen);
  }

  @Query()
  @Public()
  newcomer(@Context() { req }: GraphContext) {
    return this.newcomers.shown(req);
  }

  @Query()
  personalDataParts() {
    return this.personalData.all().map(({ name, about, leaving }) => ({ name, about, leaving }));
  }

  @Query()
  leavingWarnings(@CurrentCitizen() citizen: Citizen) {
    return this.personalData.warnings(citizen);
  }

  @Query()
  @Roles('administrator')
  people(@Args() asked: { search?: string; role?: string; first?: number; after?: string }) {
    return this.persons.find(asked);
  }

  @Query()
  @Roles('administrator')
  roleChanges(@Args('first') first?: number) {
    return this.persons.changed(first);
  }

  @Query()
  @Roles('administrator')
  birthYearChecks() {
    return this.birthYears.latest();
  }

  @Mutation()
  @Roles('official', 'administrator')
  verifyBirthYear(@CurrentCitizen() by: Citizen, @Args() seen: MutationVerifyBirthYearArgs) {
    return this.birthYears.verify(by, seen);
  }

  @Mutation()
  @Public()
  signUp(@Args('input') input: SignUpInput, @Context() { req }: GraphContext) {
    return this.accounts.signUp(input, req.ip);
  }

  @Mutation()
  @Public()
  join(@Args('input') input: JoinInput, @Context() { req }: GraphContext) {
    return this.newcomers.join(req, input);
  }

  @Mutation()
  @Public()
  confirmEmail(@Args('token') token: string) {
    return this.accounts.confirm(token);
  }

  @Mutation()
  resendConfirmation(@CurrentCitizen() citizen: Citizen, @Context() { req }: GraphContext) {
    return this.accounts.resendConfirmation(citizen, req.ip);
  }

  @Mutation()
  @Public()
  requestPasswordReset(@Args('email') email: string, @Context() { req }: GraphContext) {
    return this.accounts.requestReset(email, req.ip);
  }

  @Mutation()
  @Public()
  resetPassword(@Args('token') token: string, @Args('password') password: string) {
    return this.accounts.reset(token, password);
  }

  @Mutation()
  changePassword(@CurrentCitizen() citizen: Citizen, @Args() passwords: MutationChangePasswordArgs, @Context() { req }: GraphContext) {
    return this.accounts.changePassword(citizen, passwords, req);
  }

  @Mutation()
  changeEmail(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationChangeEmailArgs, @Context() { req }: GraphContext) {
    return this.addresses.ask(citizen, wanted, req.ip);
  }

  @Mutation()
  @Public()
  confirmNewEmail(@CurrentCitizen() viewer: Citizen | null, @Args('token') token: string, @Context() { req }: GraphContext) {
    return this.addresses.confirm(token, viewer, req);
  }

  @Mutation()
  updateProfile(@CurrentCitizen() citizen: Citizen, @Args('input') input: ProfileInput) {
    return this.accounts.updateProfile(citizen, input);
  }

  @Mutation()
  updateDemographics(@CurrentCitizen() citizen: Citizen, @Args() said: MutationUpdateDemographicsArgs) {
    return this.accounts.updateDemographics(citizen, said);
  }

  @Mutation()
  connectWay(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationConnectWayArgs, @Context() { req }: GraphContext) {
    return this.ways.open(citizen, wanted, req);
  }

  @Mutation()
  disconnectWay(@CurrentCitizen() citizen: Citizen, @Args() wanted: MutationConnectWayArgs) {
    return this.ways.disconnect(citizen, wanted);
  }

  @Mutation()
  async signOutEverywhere(@CurrentCitizen() { id }: Citizen) {
    await this.signIn.endSessions(id);
    return { done: true };
  }

  @Mutation()
  deleteAccount(@CurrentCitizen() citizen: Citizen, @Args('password') password: string) {
    return this.accounts.leave(citizen, password);
  }

  @Mutation()
  @Roles('administrator')
  setRoles(@CurrentCitizen() by: Citizen, @Args() args: MutationSetRolesArgs) {
    return this.persons.setRoles(by, args);
  }
}
