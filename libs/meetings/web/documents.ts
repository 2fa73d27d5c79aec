import { graphql, type ResultOf } from '@isegoria/ui/web';
import { ListedFields } from './listed-document';

export { MeetingsDocument, type ListedMeeting } from './listed-document';

/** Everything that the page of a meeting shows. */
export const MeetingDocument = graphql(`
  query Meeting($id: ID!) {
    meeting(id: $id) {
      id kind stage title { el en } text { el en } department { id name { el en } } districts { id name { el en } }
      venue { address { el en } isStepFree hasHearingLoop hasSignLanguage } isRemote startsAt endsAt places registerUntil registered waiting
      items { id title { el en } subjects { kind id title { el en } path } } currentItemId currentQuestionId
      room { questions perPerson answerDays hasOpinions }
      postponements { from reason at } cancellation { reason at } openedAt closedAt came reportDueAt
      report { text { el en } minutesUrl at outcomes { id text subject { kind id title { el en } path } department { id name { el en } } dueAt doneAt isOverdue } }
      isDemo revision
      mine { place queue needs joinUrl mayRegister organises canAnnounce canEdit canOpen canClose canCancel canReport }
    }
  }
`);

export type ShownMeeting = NonNullable<ResultOf<typeof MeetingDocument>['meeting']>;

const QuestionFields = graphql(`
  fragment MeetingQuestionFields on MeetingQuestion @_unmask {
    id text author isFromHall itemId stage answer { text isInWriting at } dueAt supports ballotId seq isPublic verdict { rule reason caseId } isMine at
  }
`);

export const QuestionsDocument = graphql(
  `
    query MeetingQuestions($meetingId: ID!, $sort: MeetingQuestionSort, $first: Int, $after: String) {
      meetingQuestions(meetingId: $meetingId, sort: $sort, first: $first, after: $after) { items { ...MeetingQuestionFields } next total }
    }
  `,
  [QuestionFields],
);

export type ShownQuestion = ResultOf<typeof QuestionsDocument>['meetingQuestions']['items'][number];

export const PollsDocument = graphql(`
  query MeetingPolls($meetingId: ID!) {
    meetingPolls(meetingId: $meetingId) { id ballotId question { el en } options { id text { el en } people } isLive isOpen people present openedAt closesAt }
  }
`);

export type ShownPoll = ResultOf<typeof PollsDocument>['meetingPolls'][number];

export const MyMeetingsDocument = graphql(
  `
    query MyMeetings {
      myMeetings { ...ListedMeetingFields }
    }
  `,
  [ListedFields],
);

export const DeskDocument = graphql(`
  query MeetingDesk {
    meetingDesk {
      drafts { id title { el en } startsAt }
      toReport { id title { el en } reportDueAt }
      toAnswer { question { id text dueAt } meetingId title { el en } isLate }
    }
  }
`);

export const RegisterDocument = graphql(`
  mutation RegisterForMeeting($id: ID!, $needs: String!) {
    registerForMeeting(id: $id, needs: $needs) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } ... on MeetingSaved { meeting { id mine { place queue } } } }
  }
`);

export const LeaveDocument = graphql(`
  mutation LeaveMeeting($id: ID!) {
    leaveMeeting(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const AskDocument = graphql(
  `
    mutation AskAtMeeting($input: AskAtMeetingInput!) {
      askAtMeeting(input: $input) {
        __typename ... on MeetingQuestionSaved { question { ...MeetingQuestionFields } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds }
      }
    }
  `,
  [QuestionFields],
);

export const WithdrawQuestionDocument = graphql(`
  mutation WithdrawMeetingQuestion($id: ID!) {
    withdrawMeetingQuestion(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const DeferQuestionDocument = graphql(`
  mutation DeferMeetingQuestion($id: ID!) {
    deferMeetingQuestion(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const AnswerQuestionDocument = graphql(`
  mutation AnswerMeetingQuestion($id: ID!, $text: String!) {
    answerMeetingQuestion(id: $id, text: $text) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const TakeUpDocument = graphql(`
  mutation TakeUpMeetingQuestion($id: ID!, $questionId: ID) {
    takeUpMeetingQuestion(id: $id, questionId: $questionId) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const SetItemDocument = graphql(`
  mutation SetMeetingItem($id: ID!, $itemId: ID) {
    setMeetingItem(id: $id, itemId: $itemId) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const AskPollDocument = graphql(`
  mutation AskMeetingPoll($input: MeetingPollInput!) {
    askMeetingPoll(input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const ClosePollDocument = graphql(`
  mutation CloseMeetingPoll($id: ID!) {
    closeMeetingPoll(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const FindSubjectsDocument = graphql(`
  query FindMeetingSubjects($words: String!) {
    findMeetingSubjects(words: $words) { kind id title { el en } path }
  }
`);

export const SaveMeetingDocument = graphql(`
  mutation SaveMeeting($id: ID!, $revision: Int, $input: MeetingInput!) {
    saveMeeting(id: $id, revision: $revision, input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const DiscardMeetingDocument = graphql(`
  mutation DiscardMeeting($id: ID!) {
    discardMeeting(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const AnnounceDocument = graphql(`
  mutation AnnounceMeeting($id: ID!, $revision: Int!) {
    announceMeeting(id: $id, revision: $revision) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const PostponeDocument = graphql(`
  mutation PostponeMeeting($id: ID!, $startsAt: DateTime!, $endsAt: DateTime!, $reason: String!) {
    postponeMeeting(id: $id, startsAt: $startsAt, endsAt: $endsAt, reason: $reason) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const CancelDocument = graphql(`
  mutation CancelMeeting($id: ID!, $reason: String!) {
    cancelMeeting(id: $id, reason: $reason) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const OpenDocument = graphql(`
  mutation OpenMeeting($id: ID!) {
    openMeeting(id: $id) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const CloseDocument = graphql(`
  mutation CloseMeeting($id: ID!) {
    closeMeeting(id: $id) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const CountDocument = graphql(`
  mutation CountMeeting($id: ID!, $came: Int!) {
    countMeeting(id: $id, came: $came) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const ReportDocument = graphql(`
  mutation ReportMeeting($id: ID!, $input: MeetingReportInput!) {
    reportMeeting(id: $id, input: $input) { __typename ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const KeepOutcomeDocument = graphql(`
  mutation KeepMeetingOutcome($id: ID!, $outcomeId: ID!) {
    keepMeetingOutcome(id: $id, outcomeId: $outcomeId) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const GuestsDocument = graphql(`
  query MeetingGuests($meetingId: ID!, $first: Int, $after: String) {
    meetingGuests(meetingId: $meetingId, first: $first, after: $after) { items { id name isWaiting needs at } next total }
  }
`);

export const OpenGuestListDocument = graphql(`
  mutation OpenMeetingGuestList($id: ID!) {
    openMeetingGuestList(id: $id) { __typename ... on MeetingGuestList { guests { id name isWaiting needs at } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);
