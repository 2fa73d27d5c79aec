import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { MongooseModule } from '@nestjs/mongoose';
import { CITIZEN_OF_COOKIE, type CitizenOfCookie } from '@isegoria/identity/contracts';
import { AccessGuard } from './session/access.guard';
import { Account, AccountSchema } from './account/account.schema';
import { Accounts } from './account/accounts.service';
import { Addresses } from './account/addresses.service';
import { AuthController } from './entrance/auth.controller';
import { BirthYearCheckRecord, BirthYearCheckSchema } from './people/birth-year-check.schema';
import { BirthYears } from './people/birth-years.service';
import { Citizens } from './people/citizens.service';
import { Entrance } from './entrance/entrance.service';
import { IdentityPersonal } from './account/identity-personal';
import { IdentityResolver } from './identity.resolver';
import { Leavers } from './account/leavers';
import { Letters } from './account/letters.service';
import { Newcomers } from './entrance/newcomers.service';
import { PasswordStrategy } from './entrance/password.strategy';
import { OwnFile } from './account/own-file';
import { Passwords } from './account/passwords.service';
import { People } from './people/people.service';
import { Challenges } from './passkeys/challenges';
import { Passkeys } from './passkeys/passkeys.service';
import { PersonalData } from './account/personal-data';
import { RoleChangeRecord, RoleChangeSchema } from './people/role-change.schema';
import { KeysController } from './second-step/keys.controller';
import { KeysResolver } from './second-step/keys.resolver';
import { SecondStepRemovals } from './second-step/removals.service';
import { SecondStepRemovalRecord, SecondStepRemovalSchema } from './second-step/second-step-removal.schema';
import { SecondSteps } from './second-step/second-step.service';
import { IdentitySeed } from './demo/seed';
import { SessionStore } from './session/session.store';
import { SignIn } from './entrance/sign-in.service';
import { Strategies } from './entrance/strategies';
import { LetterToken, LetterTokenSchema } from './account/token.schema';
import { Tokens } from './account/tokens.service';
import { Ways } from './entrance/ways.service';

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
