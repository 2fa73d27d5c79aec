import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CommentsModule } from '@isegoria/comments/api';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { Concluding } from './concluding.service';
import { Counting } from './counting';
import { DebateViews } from './debate-views';
import { Debate, DebateSchema, FairnessRecord, FairnessSchema } from './debate.schema';
import { DebateSubject } from './debate.subject';
import { DebatesPersonal } from './debates-personal';
import { DebatesResolver } from './debates.resolver';
import { DebatesSeed } from './demo/debates.seed';
import { Fairness } from './fairness.service';
import { GrownProposals } from './grown-proposals';
import { Hearing } from './hearing';
import { Moves } from './moves';
import { Reading } from './reading.service';
import { ActsOfPower } from './told/acts-of-power';
import { DebateThread } from './told/debate-thread';
import { DebatesBriefing } from './told/debates.briefing';
import { DebatesDataset } from './told/debates.dataset';
import { News } from './told/news';
import { Writing } from './writing.service';

const collections = MongooseModule.forFeature([{ name: Debate.name, schema: DebateSchema }, { name: FairnessRecord.name, schema: FairnessSchema }]);

/** Debates: a question to the city, arguments, and a conclusion that those who took part judge. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, ProcessesModule, CommentsModule],
  providers: [
    ActsOfPower, Concluding, Counting, DebateSubject, DebateThread, DebateViews, DebatesBriefing, DebatesDataset, DebatesPersonal, DebatesResolver, DebatesSeed, Fairness, GrownProposals, Hearing, Moves, News, Reading, Writing,
  ],
})
export class DebatesModule {}
