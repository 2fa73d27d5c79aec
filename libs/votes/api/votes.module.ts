import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { Ballot, BallotSchema } from './ballot.schema';
import { Ballots } from './ballots.service';
import { Box, BoxSchema } from './box.schema';
import { CastLog } from './cast-log';
import { Herald } from './herald';
import { LogNumbers } from './log-numbers';
import { OpenedBallots } from './opened-ballots';
import { Pace } from './pace';
import { Papers } from './papers';
import { VotesProjection } from './projection';
import { ProjectionStore } from './projection-store';
import { Recount } from './recount';
import { Tallies } from './tallies.service';
import { Transactions } from './transactions';
import { VotesJobs } from './votes.jobs';
import { VotesResolver } from './votes.resolver';
import { Votes } from './votes.service';
import { WantedBallots } from './wanted-ballots';

/** Ballots on any subject, casts, tallies. */
@Module({
  imports: [IdentityModule, RealtimeModule, NotificationsModule, MongooseModule.forFeature([{ name: Ballot.name, schema: BallotSchema }, { name: Box.name, schema: BoxSchema }])],
  providers: [Ballots, OpenedBallots, Papers, CastLog, LogNumbers, ProjectionStore, VotesProjection, Recount, Tallies, Transactions, Herald, Pace, VotesJobs, Votes, VotesResolver, WantedBallots],
  exports: [Ballots, Papers, Votes, Tallies, Recount, VotesJobs],
})
export class VotesModule {}
