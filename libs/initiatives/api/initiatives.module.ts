import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActsOfPower } from './acts-of-power';
import { CheckLists } from './check-lists.service';
import { Clerk } from './clerk.service';
import { Counting } from './counting';
import { InitiativesSeed } from './demo/initiatives.seed';
import { Ending } from './ending';
import { Hearing } from './hearing';
import { InitiativeKindRecord, InitiativeKindSchema } from './initiative-kind.schema';
import { Initiative, InitiativeSchema } from './initiative.schema';
import { InitiativeSubject } from './initiative.subject';
import { InitiativeThread } from './initiative-thread';
import { InitiativeViews } from './initiative-views';
import { InitiativesBriefing } from './initiatives.briefing';
import { InitiativesDataset } from './initiatives.dataset';
import { InitiativesFigures } from './initiatives.figures';
import { InitiativesPersonal } from './initiatives-personal';
import { InitiativesResolver } from './initiatives.resolver';
import { Kinds } from './kinds.service';
import { Moves } from './moves';
import { News } from './news';
import { Reading } from './reading.service';
import { SheetRecord, SheetSchema } from './sheet.schema';
import { Sheets } from './sheets.service';
import { SignatureDay, SignatureDaySchema, SignatureRecord, SignatureSchema } from './signature.schema';
import { Signing } from './signing.service';
import { Writing } from './writing.service';

const collections = MongooseModule.forFeature([
  { name: Initiative.name, schema: InitiativeSchema },
  { name: InitiativeKindRecord.name, schema: InitiativeKindSchema },
  { name: SignatureRecord.name, schema: SignatureSchema },
  { name: SignatureDay.name, schema: SignatureDaySchema },
  { name: SheetRecord.name, schema: SheetSchema },
]);

/** Citizens' initiatives: a text that people sign, from its promoters to the council's answer. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, VotesModule, CommentsModule],
  providers: [
    ActsOfPower, CheckLists, Clerk, Counting, Ending, Hearing, InitiativeSubject, InitiativeThread, InitiativeViews, InitiativesBriefing, InitiativesDataset, InitiativesFigures, InitiativesPersonal, InitiativesResolver, InitiativesSeed, Kinds, Moves, News, Reading, Sheets, Signing, Writing,
  ],
})
export class InitiativesModule {}
