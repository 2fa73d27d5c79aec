import { graphql, type ResultOf } from '@isegoria/ui/web';

export { SurveysDocument, type ListedSurvey } from './listed-document';

/** A survey as its page shows it. */
export const SurveyDocument = graphql(`
  query Survey($id: ID!) {
    survey(id: $id) {
      id
      title { el en }
      purpose { el en }
      use { el en }
      status
      department { id name { el en } }
      electorate { districts { id name { el en } } verified minimumAge entitled }
      opensAt
      closesAt
      isLive
      publishesWords
      channels
      handIn { el en }
      entryUntil
      questionCount
      minutes
      people
      extensions { from to reason at }
      withdrawal { reason at }
      reportDueAt
      report { learned does at promise { text dueAt doneAt isOverdue } }
      isDemo
      revision
      takesAnswers
      showsResults
      canEdit
      canPublish
      canExtend
      canWithdraw
      canReport
      canEnter
    }
  }
`);

/** The questions: to answer them, or to change them. */
export const SectionsDocument = graphql(`
  query SurveySections($id: ID!) {
    surveySections(surveyId: $id) {
      id
      title { el en }
      note { el en }
      questions {
        id
        form
        text { el en }
        hint { el en }
        isRequired
        hasNoOpinion
        options { id text { el en } isOther }
        most
        showIf { questionId optionIds }
      }
    }
  }
`);

/** What the one who asks answered. */
export const MyAnswersDocument = graphql(`
  query MySurveyAnswers($id: ID!) {
    mySurveyAnswers(surveyId: $id) {
      answers { questionId optionId }
      words { questionId text state reason }
    }
  }
`);

/** Whether the one who asks may answer, and why not. */
export const RightDocument = graphql(`
  query SurveyRight($ballotId: ID!) {
    votingRight(ballotId: $ballotId) { mayVote reason }
  }
`);

export const AnswerDocument = graphql(`
  mutation AnswerSurvey($input: AnswerSurveyInput!) {
    answerSurvey(input: $input) {
      __typename
      ... on SurveyAnswered { changed ballotId leaf promise { leafHash index size path note } }
      ... on NotOpenYet { opensAt }
      ... on BallotClosed { closedAt }
      ... on NotEntitled { reason }
      ... on Invalid { problems { field code limit } }
      ... on NotFound { reason }
      ... on TooMany { retryAfterSeconds }
      ... on NotKept { retryAfterSeconds }
    }
  }
`);

/** For officials: a form that came on another way. */
export const EnterDocument = graphql(`
  mutation EnterSurvey($input: EnterSurveyInput!) {
    enterSurvey(input: $input) {
      __typename
      ... on EntryKept { state }
      ... on NotAllowed { reason }
      ... on Invalid { problems { field code limit } }
    }
  }
`);

/** What was answered, with the questions and who answered. */
export const ResultsDocument = graphql(`
  query SurveyResults($id: ID!) {
    surveyResults(id: $id) {
      survey { id title { el en } status closesAt entryUntil people isLive publishesWords department { id name { el en } } report { at } }
      sections {
        id
        title { el en }
        questions { id form text { el en } hasNoOpinion options { id text { el en } isOther } showIf { questionId optionIds } }
      }
      people
      counted
      entitled
      at
      isFinal
      smallest
      questions {
        questionId
        answered
        isHidden
        options { optionId people share { value low high } first meanPlace }
        median { value low high }
        favourable { value low high }
        writers
      }
      who {
        people
        at
        smallest
        population { id source asOf }
        tables {
          dimension
          rows {
            values isRest people share cityShare
            opinions { questionId answered favourable { value low high } }
          }
        }
        weighed {
          effect { people effective designEffect }
          joined { dimension part cityShare }
          trimmed unsaid isExact
          opinions {
            questionId answered
            raw { favourable { value low high } median { value low high } }
            weighted { favourable { value low high } median { value low high } effect { people effective designEffect } }
          }
        }
      }
      channels { channel people }
      files { name path }
    }
    city { districts { id name { el en } } }
  }
`);

/** Own words of one question, a page at a time. */
export const SurveyWordsDocument = graphql(`
  query SurveyWords($id: ID!, $questionId: ID!, $first: Int, $after: String) {
    surveyWords(surveyId: $id, questionId: $questionId, first: $first, after: $after) {
      items { id text }
      next
      total
    }
  }
`);

/** What waits for the official's department. */
export const DeskDocument = graphql(`
  query SurveyDesk {
    surveyDesk(first: 50) { items { id title { el en } status reportDueAt canReport } }
  }
`);

export const SaveDocument = graphql(`
  mutation SaveSurvey($id: ID!, $revision: Int, $input: SurveyInput!) {
    saveSurvey(id: $id, revision: $revision, input: $input) {
      __typename
      ... on SurveySaved { survey { id revision } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const PublishDocument = graphql(`
  mutation PublishSurvey($id: ID!, $revision: Int!) {
    publishSurvey(id: $id, revision: $revision) {
      __typename
      ... on SurveySaved { survey { id status } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const DiscardDocument = graphql(`
  mutation DiscardSurvey($id: ID!) {
    discardSurvey(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const ExtendDocument = graphql(`
  mutation ExtendSurvey($id: ID!, $closesAt: DateTime!, $reason: String!) {
    extendSurvey(id: $id, closesAt: $closesAt, reason: $reason) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawSurvey($id: ID!, $reason: String!) {
    withdrawSurvey(id: $id, reason: $reason) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const ReportDocument = graphql(`
  mutation ReportSurvey($id: ID!, $input: SurveyReportInput!) {
    reportSurvey(id: $id, input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const KeepPromiseDocument = graphql(`
  mutation KeepSurveyPromise($id: ID!) {
    keepSurveyPromise(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export type ShownSurvey = NonNullable<ResultOf<typeof SurveyDocument>['survey']>;
export type ShownSection = ResultOf<typeof SectionsDocument>['surveySections'][number];
export type ShownQuestion = ShownSection['questions'][number];
export type MyAnswers = NonNullable<ResultOf<typeof MyAnswersDocument>['mySurveyAnswers']>;
export type ShownResults = NonNullable<ResultOf<typeof ResultsDocument>['surveyResults']>;
