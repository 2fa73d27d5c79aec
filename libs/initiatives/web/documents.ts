import { graphql, type ResultOf } from '@isegoria/ui/web';

export { InitiativesDocument, type ListedInitiative } from './listed-document';

/** Everything that the page of an initiative shows. */
export const InitiativeDocument = graphql(`
  query Initiative($id: ID!) {
    initiative(id: $id) {
      id
      ballotId
      stage
      title
      text
      why
      digest
      terms { kindId name { el en } about { el en } follows { el en } needed electors percent days promoters minimumAge scope checkDays answerDays keepMonths }
      category { id name { el en } }
      district { id name { el en } }
      promoters { name isAuthor since }
      promotersMissing
      invitation
      signatures { online paper total }
      sheetsWaiting
      shownNames
      dueAt
      opensAt
      closesAt
      reachedAt
      handedInAt
      refusal { grounds words at }
      isLastTry
      check { valid of note at }
      sitting { title { el en } path at }
      answer { outcome text ada url at }
      withdrawal { reason at }
      verdict { rule reason caseId }
      isHidden
      steps { stage at isDone isLate }
      isDemo
      revision
      mine { isAuthor isPromoter showsName canEdit canCall canSubmit canHandIn canWithdraw canCorrect canDecide canCount canVerify canAnswer }
    }
  }
`);

export type ShownInitiative = NonNullable<ResultOf<typeof InitiativeDocument>['initiative']>;

export const KindsDocument = graphql(`
  query InitiativeKinds {
    initiativeKinds {
      id
      isRetired
      revision
      running
      terms { kindId name { el en } about { el en } follows { el en } needed electors percent days promoters minimumAge scope checkDays answerDays keepMonths }
    }
  }
`);

export type ShownKind = ResultOf<typeof KindsDocument>['initiativeKinds'][number];

export const SaveKindDocument = graphql(`
  mutation SaveInitiativeKind($id: ID!, $revision: Int, $input: InitiativeKindInput!) {
    saveInitiativeKind(id: $id, revision: $revision, input: $input) {
      __typename
      ... on InitiativeKindSaved { kind { id } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const MineDocument = graphql(`
  query MyInitiatives {
    myInitiatives {
      id
      title
      stage
      closesAt
      dueAt
      promotersMissing
      terms { name { el en } needed }
      signatures { total }
      category { id name { el en } }
      district { id name { el en } }
      check { valid }
      answer { outcome }
      mine { isAuthor }
    }
  }
`);

export const DeskDocument = graphql(`
  query InitiativeDesk {
    initiativeDesk {
      toAdmit { id title stage closesAt dueAt terms { name { el en } needed } signatures { total } category { id name { el en } } district { id name { el en } } check { valid } answer { outcome } }
      collecting { id title stage closesAt dueAt terms { name { el en } needed } signatures { total } category { id name { el en } } district { id name { el en } } check { valid } answer { outcome } }
      toVerify { id title stage closesAt dueAt terms { name { el en } needed } signatures { total } category { id name { el en } } district { id name { el en } } check { valid } answer { outcome } }
      toAnswer { id title stage closesAt dueAt terms { name { el en } needed } signatures { total } category { id name { el en } } district { id name { el en } } check { valid } answer { outcome } }
    }
  }
`);

export const SaveDraftDocument = graphql(`
  mutation SaveInitiative($id: ID!, $revision: Int, $input: InitiativeDraftInput!) {
    saveInitiative(id: $id, revision: $revision, input: $input) {
      __typename
      ... on InitiativeDraftSaved { revision savedAt }
      ... on InitiativeDraftOvertaken { initiative { id title text why category { id } district { id } terms { kindId } revision } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
      ... on TooMany { retryAfterSeconds }
    }
  }
`);

export const DiscardDocument = graphql(`
  mutation DiscardInitiative($id: ID!) {
    discardInitiative(id: $id) {
      __typename
      ... on InitiativeDiscarded { id }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const CallDocument = graphql(`
  mutation CallPromoters($id: ID!) {
    callPromoters(id: $id) { __typename ... on InitiativeSaved { initiative { id } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const RewriteDocument = graphql(`
  mutation RewriteInitiative($id: ID!) {
    rewriteInitiative(id: $id) { __typename ... on InitiativeSaved { initiative { id } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const InvitationDocument = graphql(`
  query InitiativeInvitation($invitation: ID!) {
    initiativeInvitation(invitation: $invitation) {
      reason
      initiative { id title text why terms { name { el en } follows { el en } needed days } promoters { name isAuthor since } promotersMissing mine { isPromoter } }
    }
  }
`);

export const JoinDocument = graphql(`
  mutation JoinInitiative($invitation: ID!) {
    joinInitiative(invitation: $invitation) { __typename ... on InitiativeSaved { initiative { id } } ... on NotAllowed { reason } ... on NotFound { reason } ... on TooMany { retryAfterSeconds } }
  }
`);

export const LeaveDocument = graphql(`
  mutation LeaveInitiative($id: ID!) {
    leaveInitiative(id: $id) { __typename ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const SubmitDocument = graphql(`
  mutation SubmitInitiative($id: ID!) {
    submitInitiative(id: $id) { __typename ... on InitiativeSaved { initiative { id } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const SignDocument = graphql(`
  mutation SignInitiative($input: SignInitiativeInput!) {
    signInitiative(input: $input) {
      __typename
      ... on VoteCast { ballotId leaf promise { leafHash index size path note } }
      ... on NotOpenYet { opensAt }
      ... on BallotClosed { closedAt }
      ... on NotEntitled { reason }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
      ... on Invalid { problems { field code limit } }
      ... on TooMany { retryAfterSeconds }
    }
  }
`);

export const WithdrawSignatureDocument = graphql(`
  mutation WithdrawSignature($initiativeId: ID!, $nonce: ID!) {
    withdrawSignature(initiativeId: $initiativeId, nonce: $nonce) {
      __typename
      ... on VoteCast { ballotId leaf promise { leafHash index size path note } }
      ... on BallotClosed { closedAt }
      ... on TooMany { retryAfterSeconds }
    }
  }
`);

export const RightDocument = graphql(`
  query MayISign($ballotId: ID!) {
    votingRight(ballotId: $ballotId) { ballotId mayVote reason }
  }
`);

export const HandInDocument = graphql(`
  mutation HandInInitiative($id: ID!) {
    handInInitiative(id: $id) { __typename ... on InitiativeSaved { initiative { id } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawInitiative($id: ID!, $reason: String!) {
    withdrawInitiative(id: $id, reason: $reason) { __typename ... on InitiativeSaved { initiative { id } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const DecideDocument = graphql(`
  mutation DecideInitiative($input: DecideInitiativeInput!) {
    decideInitiative(input: $input) { __typename ... on InitiativeSaved { initiative { id } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const SheetsDocument = graphql(`
  query SignatureSheets($initiativeId: ID!) {
    signatureSheets(initiativeId: $initiativeId) { number valid mine state }
  }
`);

export const EnterSheetDocument = graphql(`
  mutation EnterSheet($initiativeId: ID!, $number: Int!, $valid: Int!) {
    enterSheet(initiativeId: $initiativeId, number: $number, valid: $valid) {
      __typename
      ... on SheetKept { sheet { number valid mine state } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const OpenCheckListDocument = graphql(`
  mutation OpenCheckList($id: ID!) {
    openCheckList(id: $id) {
      __typename
      ... on CheckListOpened { list { madeAt made keptUntil lines { name birthYear district { el en } day } openings { at by } } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const VerifyDocument = graphql(`
  mutation VerifyInitiative($id: ID!, $valid: Int!, $note: String!) {
    verifyInitiative(id: $id, valid: $valid, note: $note) { __typename ... on InitiativeSaved { initiative { id } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);

export const AnswerDocument = graphql(`
  mutation AnswerInitiative($input: AnswerInitiativeInput!) {
    answerInitiative(input: $input) { __typename ... on InitiativeSaved { initiative { id } } ... on Invalid { problems { field code limit } } ... on NotAllowed { reason } ... on NotFound { reason } }
  }
`);
