import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  DiscardMeetingResult, Meeting, MeetingDesk, MeetingGuestListResult, MeetingGuestPage, MeetingPage, MeetingPoll, MeetingPollResult, MeetingQuestionPage, MeetingQuestionResult, MeetingResult, MeetingSubject, MutationAnnounceMeetingArgs, MutationAnswerMeetingQuestionArgs, MutationAskAtMeetingArgs, MutationAskMeetingPollArgs,
  MutationCancelMeetingArgs, MutationCloseMeetingArgs, MutationCloseMeetingPollArgs, MutationCountMeetingArgs, MutationDeferMeetingQuestionArgs, MutationDiscardMeetingArgs, MutationKeepMeetingOutcomeArgs, MutationLeaveMeetingArgs, MutationOpenMeetingArgs, MutationOpenMeetingGuestListArgs, MutationPostponeMeetingArgs,
  MutationRegisterForMeetingArgs, MutationReportMeetingArgs, MutationSaveMeetingArgs, MutationSetMeetingItemArgs, MutationTakeUpMeetingQuestionArgs, MutationWithdrawMeetingQuestionArgs, QueryFindMeetingSubjectsArgs, QueryMeetingArgs, QueryMeetingGuestsArgs, QueryMeetingPollsArgs, QueryMeetingQuestionsArgs, QueryMeetingsArgs,
  RegisterResult,
} from '@isegoria/meetings/contracts';
import { Places } from './guests/places.service';
import { Organising } from './organising.service';
import { Reading } from './reading.service';
import { Reporting } from './reporting.service';
import { Polls } from './room/polls.service';
import { QuestionViews } from './room/question-views';
import { Questions } from './room/questions.service';

@Resolver()
export class MeetingsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly organising: Organising,
    private readonly reporting: Reporting,
    private readonly places: Places,
    private readonly questions: Questions,
    private readonly questionViews: QuestionViews,
    private readonly polls: Polls,
  ) {}

  @Public()
  @Query()
  meetings(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryMeetingsArgs): Promise<MeetingPage> {
    return this.reading.list(args, viewer);
  }

  @Public()
  @Query()
  meeting(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryMeetingArgs): Promise<Meeting | null> {
    return this.reading.one(id, viewer);
  }

  @Query()
  myMeetings(@CurrentCitizen() citizen: Citizen): Promise<Meeting[]> {
    return this.reading.mine(citizen);
  }

  @Public()
  @Query()
  meetingQuestions(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryMeetingQuestionsArgs): Promise<MeetingQuestionPage> {
    return this.questionViews.list(args, viewer);
  }

  @Public()
  @Query()
  meetingPolls(@CurrentCitizen() viewer: Citizen | null, @Args() { meetingId }: QueryMeetingPollsArgs): Promise<MeetingPoll[]> {
    return this.polls.list(meetingId, viewer);
  }

  @Roles('official', 'clerk', 'administrator')
  @Query()
  meetingGuests(@CurrentCitizen() official: Citizen, @Args() args: QueryMeetingGuestsArgs): Promise<MeetingGuestPage> {
    return this.places.list(official, args);
  }

  @Roles('official', 'clerk', 'administrator')
  @Query()
  meetingDesk(@CurrentCitizen() official: Citizen): Promise<MeetingDesk> {
    return this.reading.desk(official);
  }

  @Roles('official', 'clerk', 'administrator')
  @Query()
  findMeetingSubjects(@Args() { words }: QueryFindMeetingSubjectsArgs): Promise<MeetingSubject[]> {
    return this.organising.find(words);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  saveMeeting(@CurrentCitizen() official: Citizen, @Args() args: MutationSaveMeetingArgs): Promise<MeetingResult> {
    return this.organising.save(official, args);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  discardMeeting(@CurrentCitizen() official: Citizen, @Args() { id }: MutationDiscardMeetingArgs): Promise<DiscardMeetingResult> {
    return this.organising.discard(official, id);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  announceMeeting(@CurrentCitizen() official: Citizen, @Args() { id, revision }: MutationAnnounceMeetingArgs): Promise<MeetingResult> {
    return this.organising.announce(official, id, revision);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  postponeMeeting(@CurrentCitizen() official: Citizen, @Args() args: MutationPostponeMeetingArgs): Promise<MeetingResult> {
    return this.organising.postpone(official, args);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  cancelMeeting(@CurrentCitizen() official: Citizen, @Args() { id, reason }: MutationCancelMeetingArgs): Promise<MeetingResult> {
    return this.organising.cancel(official, id, reason);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  openMeeting(@CurrentCitizen() official: Citizen, @Args() { id }: MutationOpenMeetingArgs): Promise<MeetingResult> {
    return this.organising.open(official, id);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  closeMeeting(@CurrentCitizen() official: Citizen, @Args() { id }: MutationCloseMeetingArgs): Promise<MeetingResult> {
    return this.organising.close(official, id);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  setMeetingItem(@CurrentCitizen() official: Citizen, @Args() { id, itemId }: MutationSetMeetingItemArgs): Promise<MeetingResult> {
    return this.organising.item(official, id, itemId ?? null);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  takeUpMeetingQuestion(@CurrentCitizen() official: Citizen, @Args() { id, questionId }: MutationTakeUpMeetingQuestionArgs): Promise<MeetingResult> {
    return this.organising.takeUp(official, id, questionId ?? null);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  countMeeting(@CurrentCitizen() official: Citizen, @Args() { id, came }: MutationCountMeetingArgs): Promise<MeetingResult> {
    return this.organising.count(official, id, came);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  reportMeeting(@CurrentCitizen() official: Citizen, @Args() { id, input }: MutationReportMeetingArgs): Promise<MeetingResult> {
    return this.reporting.report(official, id, input);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  keepMeetingOutcome(@CurrentCitizen() official: Citizen, @Args() { id, outcomeId }: MutationKeepMeetingOutcomeArgs): Promise<MeetingResult> {
    return this.reporting.keep(official, id, outcomeId);
  }

  @Mutation()
  registerForMeeting(@CurrentCitizen() citizen: Citizen, @Args() { id, needs }: MutationRegisterForMeetingArgs): Promise<RegisterResult> {
    return this.places.register(citizen, id, needs);
  }

  @Mutation()
  leaveMeeting(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationLeaveMeetingArgs): Promise<RegisterResult> {
    return this.places.leave(citizen, id);
  }

  @Mutation()
  askAtMeeting(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationAskAtMeetingArgs): Promise<MeetingQuestionResult> {
    return this.questions.ask(citizen, input);
  }

  @Mutation()
  withdrawMeetingQuestion(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationWithdrawMeetingQuestionArgs): Promise<MeetingQuestionResult> {
    return this.questions.withdraw(citizen, id);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  deferMeetingQuestion(@CurrentCitizen() official: Citizen, @Args() { id }: MutationDeferMeetingQuestionArgs): Promise<MeetingQuestionResult> {
    return this.questions.defer(official, id);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  answerMeetingQuestion(@CurrentCitizen() official: Citizen, @Args() { id, text }: MutationAnswerMeetingQuestionArgs): Promise<MeetingQuestionResult> {
    return this.questions.answer(official, id, text);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  askMeetingPoll(@CurrentCitizen() official: Citizen, @Args() { input }: MutationAskMeetingPollArgs): Promise<MeetingPollResult> {
    return this.polls.ask(official, input);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  closeMeetingPoll(@CurrentCitizen() official: Citizen, @Args() { id }: MutationCloseMeetingPollArgs): Promise<MeetingPollResult> {
    return this.polls.close(official, id);
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  openMeetingGuestList(@CurrentCitizen() official: Citizen, @Args() { id }: MutationOpenMeetingGuestListArgs): Promise<MeetingGuestListResult> {
    return this.places.open(official, id);
  }
}
