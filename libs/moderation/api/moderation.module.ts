import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { FilesModule } from '@isegoria/files/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { ActsOfPower } from './acts-of-power';
import { CaseBook } from './case-book';
import { Case, CaseSchema } from './case.schema';
import { Claims } from './claims.service';
import { Contribution, ContributionSchema } from './contribution.schema';
import { Contributions } from './contributions.service';
import { Decisions } from './decisions.service';
import { Messenger } from './messenger';
import { ModerationDataset } from './moderation.dataset';
import { ModerationLinks } from './moderation.links';
import { ModerationPersonal } from './moderation-personal';
import { ModerationResolver } from './moderation.resolver';
import { Objection, ObjectionSchema } from './objection.schema';
import { Objections } from './objections.service';
import { PublicLog } from './public-log.service';
import { QueueRoom } from './queue-room';
import { Queue } from './queue.service';
import { Reopening } from './reopening.service';
import { Report, ReportSchema } from './report.schema';
import { Reports } from './reports.service';
import { ModerationSeed } from './seed';

const collections = MongooseModule.forFeature([
  { name: Case.name, schema: CaseSchema },
  { name: Report.name, schema: ReportSchema },
  { name: Contribution.name, schema: ContributionSchema },
  { name: Objection.name, schema: ObjectionSchema },
]);

/** Reports, cases, decisions with a reason, objections that another moderator decides, and a public log of it all. */
@Module({
  imports: [collections, FilesModule, LedgerModule],
  providers: [
    ActsOfPower, CaseBook, Claims, Contributions, Decisions, Messenger, ModerationDataset, ModerationLinks, ModerationPersonal, ModerationResolver, ModerationSeed, Objections, PublicLog, Queue, QueueRoom, Reopening, Reports,
  ],
})
export class ModerationModule {}
