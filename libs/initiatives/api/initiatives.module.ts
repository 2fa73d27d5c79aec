import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActsOfPower } from './told/acts-of-power';
import { CheckLists } from './signing/check-lists.service';
import { Clerk } from './clerk.service';
import { Counting } from './signing/counting';
import { InitiativesSeed } from './demo/initiatives.seed';
import { Ending } from './ending';
import { Hearing } from './hearing';
import { InitiativeKindRecord, InitiativeKindSchema } from './initiative-kind.schema';
import { Initiative, InitiativeSchema } from './initiative.schema';
import { InitiativeSubject } from './initiative.subject';
import { InitiativeThread } from './told/initiative-thread';
import { InitiativeViews } from './initiative-views';
import { InitiativesBriefing } from './told/initiatives.briefing';
import { InitiativesDataset } from './told/initiatives.dataset';
import { InitiativesFigures } from './told/initiatives.figures';
import { InitiativesPersonal } from './initiatives-personal';
import { InitiativesResolver } from './initiatives.resolver';
import { Kinds } from './kinds.service';
import { Moves } from './moves';
import { News } from './told/news';
import { Reading } from './reading.service';
import { SheetRecord, SheetSchema } from './signing/sheet.schema';
import { Sheets } from './signing/sheets.service';
import { SignatureDay, SignatureDaySchema, SignatureRecord, SignatureSchema } from './signing/signature.schema';
import { Signing } from './signing/signing.service';
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
