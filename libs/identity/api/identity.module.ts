import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MongooseModule } from '@nestjs/mongoose';
import { CITIZEN_OF_COOKIE, type CitizenOfCookie } from '@isegoria/identity/contracts';
import { AccessGuard } from './access.guard';
import { Account, AccountSchema } from './account.schema';
import { Accounts } from './accounts.service';
import { Addresses } from './addresses.service';
import { AuthController } from './auth.controller';
import { BirthYearCheckRecord, BirthYearCheckSchema } from './birth-year-check.schema';
import { BirthYears } from './birth-years.service';
import { Citizens } from './citizens.service';
import { Entrance } from './entrance.service';
import { IdentityPersonal } from './identity-personal';
import { IdentityResolver } from './identity.resolver';
import { Leavers } from './leavers';
import { Letters } from './letters.service';
import { Newcomers } from './newcomers.service';
import { PasswordStrategy } from './password.strategy';
import { OwnFile } from './own-file';
import { Passwords } from './passwords.service';
import { People } from './people.service';
import { Challenges } from './passkeys/challenges';
import { Passkeys } from './passkeys/passkeys.service';
import { PersonalData } from './personal-data';
import { RoleChangeRecord, RoleChangeSchema } from './role-change.schema';
import { KeysController } from './second-step/keys.controller';
import { KeysResolver } from './second-step/keys.resolver';
import { SecondStepRemovals } from './second-step/removals.service';
import { SecondStepRemovalRecord, SecondStepRemovalSchema } from './second-step/second-step-removal.schema';
import { SecondSteps } from './second-step/second-step.service';
import { IdentitySeed } from './seed';
import { SessionStore } from './session.store';
import { SignIn } from './sign-in.service';
import { Strategies } from './strategies';
import { LetterToken, LetterTokenSchema } from './token.schema';
import { Tokens } from './tokens.service';
import { Ways } from './ways.service';

const forSockets = {
  provide: CITIZEN_OF_COOKIE,
  inject: [Entrance],
  useFactory: (entrance: Entrance): CitizenOfCookie => (header) => entrance.citizenOfCookie(header),
};

/** Who the citizens are, how they come in, and the guard before every door of the city. */
@Global()
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Account.name, schema: AccountSchema },
      { name: BirthYearCheckRecord.name, schema: BirthYearCheckSchema },
      { name: LetterToken.name, schema: LetterTokenSchema },
      { name: RoleChangeRecord.name, schema: RoleChangeSchema },
      { name: SecondStepRemovalRecord.name, schema: SecondStepRemovalSchema },
    ]),
  ],
  controllers: [AuthController, KeysController],
  providers: [
    Accounts, Addresses, BirthYears, Challenges, Citizens, Entrance, IdentityPersonal, IdentityResolver, IdentitySeed, KeysResolver, Leavers, Letters, Newcomers, OwnFile, Passkeys, Passwords, PasswordStrategy, People, PersonalData, SecondStepRemovals, SecondSteps, SessionStore, SignIn, Strategies, Tokens, Ways,
    forSockets, { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [Citizens, Entrance, Leavers, PersonalData, SessionStore, Strategies, Ways, forSockets],
})
export class IdentityModule {}
