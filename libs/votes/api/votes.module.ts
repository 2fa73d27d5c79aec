import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { Ballot, BallotSchema } from './ballots/ballot.schema';
import { Ballots } from './ballots/ballots.service';
import { BallotWording } from './ballots/ballot-words';
import { BoxAudit } from './sealed/box-audit';
import { Box, BoxSchema } from './sealed/box.schema';
import { BoxesController } from './sealed/boxes.controller';
import { BoxesJobs } from './sealed/boxes.jobs';
import { Boxes } from './sealed/boxes.service';
import { CastLog } from './log/cast-log';
import { CityClock } from './city-clock';
import { CountedLog } from './log/counted-log';
import { Desk } from './desk/desk.service';
import { DeskEntry, DeskEntrySchema } from './desk/desk-entry.schema';
import { Electorates } from './electorate/electorates.service';
import { ElectoratesResolver } from './electorate/electorates.resolver';
import { Herald } from './count/herald';
import { LogNumbers } from './log/log-numbers';
import { MemberListRecord, MemberListSchema, MemberChangeRecord, MemberChangeSchema } from './electorate/member-list.schema';
import { MemberLists } from './electorate/member-lists.service';
import { MemberStore } from './electorate/member-store';
import { NamedVotes } from './log/named-votes';
import { OfficesPersonal } from './desk/offices-personal';
import { OpenedBallots } from './sealed/opened-ballots';
import { Pace } from './pace';
import { Opening } from './sealed/opening.service';
import { Papers } from './sealed/papers';
import { VotesProjection } from './count/projection';
import { ProjectionStore } from './count/projection-store';
import { Recount } from './count/recount';
import { Tallies } from './count/tallies.service';
import { Trustees } from './sealed/trustees.service';
import { TrusteesLeaving } from './sealed/trustees-leaving';
import { VoteLeaves } from './log/vote-leaves';
import { VotesDataset } from './votes.dataset';
import { VotesJobs } from './votes.jobs';
import { VotesPersonal } from './votes-personal';
import { VotesResolver } from './votes.resolver';
import { Votes } from './votes.service';
import { Voters } from './electorate/voters';
import { VotingRights } from './electorate/voting-rights';
import { WantedBallots } from './ballots/wanted-ballots';

/** Ballots on any subject, casts, tallies. */
@Module({
  imports: [IdentityModule, LedgerModule, RealtimeModule, NotificationsModule, MongooseModule.forFeature([{ name: Ballot.name, schema: BallotSchema }, { name: Box.name, schema: BoxSchema }, { name: DeskEntry.name, schema: DeskEntrySchema }, { name: MemberListRecord.name, schema: MemberListSchema }, { name: MemberChangeRecord.name, schema: MemberChangeSchema }])],
  controllers: [BoxesController],
  providers: [Ballots, BallotWording, BoxAudit, Boxes, BoxesJobs, CityClock, CountedLog, Desk, Electorates, ElectoratesResolver, MemberLists, MemberStore, Voters, VotingRights, OpenedBallots, Opening, Trustees, TrusteesLeaving, Papers, CastLog, LogNumbers, NamedVotes, ProjectionStore, VotesProjection, Recount, Tallies, Herald, Pace, VotesDataset, VotesJobs, Votes, VotesPersonal, OfficesPersonal, VoteLeaves, VotesResolver, WantedBallots],
  exports: [Ballots, BallotWording, Desk, Electorates, NamedVotes, Papers, Votes, Tallies, Recount, VotesJobs],
})
export class VotesModule {}
