import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { IdentityModule } from '@isegoria/identity/api';
import { LedgerModule } from '@isegoria/ledger/api';
import { NotificationsModule } from '@isegoria/notifications/api';
import { OrganisationModule } from '@isegoria/organisation/api';
import { RealtimeModule } from '@isegoria/realtime/api';
import { VotesModule } from '@isegoria/votes/api';
import { ActsOfPower } from './acts-of-power';
import { MeetingsSeed } from './demo/meetings.seed';
import { MeetingGuestRecord, MeetingGuestSchema } from './guests/guest.schema';
import { Places } from './guests/places.service';
import { MeetingViews } from './meeting-views';
import { Meeting, MeetingSchema } from './meeting.schema';
import { MeetingSubject } from './meeting.subject';
import { MeetingsPersonal } from './meetings-personal';
import { MeetingsResolver } from './meetings.resolver';
import { Moves } from './moves';
import { News } from './news';
import { Organising } from './organising.service';
import { Reading } from './reading.service';
import { Reporting } from './reporting.service';
import { MeetingPollRecord, MeetingPollSchema } from './room/poll.schema';
import { Polls } from './room/polls.service';
import { QuestionStanding } from './room/question-standing';
import { QuestionViews } from './room/question-views';
import { MeetingQuestionRecord, MeetingQuestionSchema } from './room/question.schema';
import { Questions } from './room/questions.service';
import { MeetingCalendar, MeetingCalendarController } from './told/meeting-calendar';
import { MeetingThread } from './told/meeting-thread';
import { MeetingsBriefing } from './told/meetings.briefing';
import { MeetingsDataset } from './told/meetings.dataset';
import { MeetingsFigures } from './told/meetings.figures';

const collections = MongooseModule.forFeature([
  { name: Meeting.name, schema: MeetingSchema },
  { name: MeetingGuestRecord.name, schema: MeetingGuestSchema },
  { name: MeetingQuestionRecord.name, schema: MeetingQuestionSchema },
  { name: MeetingPollRecord.name, schema: MeetingPollSchema },
]);

/** Meetings of the municipality with residents: who comes, what is asked in the live room, and what came of it. */
@Module({
  imports: [collections, IdentityModule, LedgerModule, OrganisationModule, RealtimeModule, NotificationsModule, VotesModule],
  controllers: [MeetingCalendarController],
  providers: [
    ActsOfPower, MeetingCalendar, MeetingSubject, MeetingThread, MeetingViews, MeetingsBriefing, MeetingsDataset, MeetingsFigures, MeetingsPersonal, MeetingsResolver, MeetingsSeed, Moves, News, Organising, Places, Polls, QuestionStanding, QuestionViews, Questions, Reading, Reporting,
  ],
})
export class MeetingsModule {}
