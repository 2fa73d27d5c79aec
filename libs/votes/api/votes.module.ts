import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { Ballot, BallotSchema } from './ballot.schema';
import { Ballots } from './ballots.service';
import { BallotWording } from './ballot-words';
import { BoxAudit } from './box-audit';
import { Box, BoxSchema } from './box.schema';
import { BoxesController } from './boxes.controller';
import { BoxesJobs } from './boxes.jobs';
import { Boxes } from './boxes.service';
import { CastLog } from './cast-log';
import { CityClock } from './city-clock';
import { Desk } from './desk.service';
import { DeskEntry, DeskEntrySchema } from './desk-entry.schema';
import { Electorates } from './electorates.service';
import { ElectoratesResolver } from './electorates.resolver';
import { Herald } from './herald';
import { LogNumbers } from './log-numbers';
import { MemberListRecord, MemberListSchema, MemberChangeRecord, MemberChangeSchema } from './member-list.schema';
import { MemberLists } from './member-lists.service';
import { MemberStore } from './member-store';
import { OfficesPersonal } from './offices-personal';
import { OpenedBallots } from './opened-ballots';
import { Pace } from './pace';
import { Opening } from './opening.service';
import { Papers } from './papers';
import { VotesProjection } from './projection';
import { ProjectionStore } from './projection-store';
import { Recount } from './recount';
import { Tallies } from './tallies.service';
import { Trustees } from './trustees.service';
import { TrusteesLeaving } from './trustees-leaving';
import { VoteLeaves } from './vote-leaves';
import { VotesDataset } from './votes.dataset';
import { VotesJobs } from './votes.jobs';
import { VotesPersonal } from './votes-personal';
import { VotesResolver } from './votes.resolver';
import { Votes } from './votes.service';
import { Voters } from './voters';
import { VotingRights } from './voting-rights';
import { WantedBallots } from './wanted-ballots';

/** Ballots on any subject, casts, tallies. */
@Module({
  imports: [IdentityModule, LedgerModule, RealtimeModule, NotificationsModule, MongooseModule.forFeature([{ name: Ballot.name, schema: BallotSchema }, { name: Box.name, schema: BoxSchema }, { name: DeskEntry.name, schema: DeskEntrySchema }, { name: MemberListRecord.name, schema: MemberListSchema }, { name: MemberChangeRecord.name, schema: MemberChangeSchema }])],
  controllers: [BoxesController],
  providers: [Ballots, BallotWording, BoxAudit, Boxes, BoxesJobs, CityClock, Desk, Electorates, ElectoratesResolver, MemberLists, MemberStore, Voters, VotingRights, OpenedBallots, Opening, Trustees, TrusteesLeaving, Papers, CastLog, LogNumbers, ProjectionStore, VotesProjection, Recount, Tallies, Herald, Pace, VotesDataset, VotesJobs, Votes, VotesPersonal, OfficesPersonal, VoteLeaves, VotesResolver, WantedBallots],
  exports: [Ballots, BallotWording, Desk, Electorates, Papers, Votes, Tallies, Recount, VotesJobs],
})
export class VotesModule {}
