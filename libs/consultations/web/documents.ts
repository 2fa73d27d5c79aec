import { graphql, type ResultOf } from '@isegoria/ui/web';

export { ConsultationsDocument, type ListedConsultation } from './listed-document';

/** A consultation with the table of its articles, whose words come with each article's own page. */
export const ConsultationDocument = graphql(`
  query Consultation($id: ID!) {
    consultation(id: $id) {
      id
      title { el en }
      summary { el en }
      status
      department { id name { el en } }
      category { id name { el en } }
      districts { id name { el en } }
      links { title url }
      opensAt
      closesAt
      admission
      publishedAt
      answerDueAt
      extensions { from to reason at }
      withdrawal { reason at }
      articleCount
      stanceCount
      argumentCount
      amendmentCount
      answer { text at kept changed removed adopted partly notAdopted added { id after label title body reason } }
      adopted { ada title url note at }
      isDemo
      revision
      takesPart
      canEdit
      canPublish
      canExtend
      canWithdraw
      canAnswer
      canAdopt
    }
    consultationArticles(consultationId: $id) {
      id
      ballotId
      label
      title
      isPreamble
      stances { agree withChanges disagree people }
      arguments { total }
      amendments
      answer { outcome }
    }
  }
`);

/** One article with its words, and where it stands in the text. */
export const ArticleDocument = graphql(`
  query ConsultationArticle($id: ID!, $articleId: ID!) {
    consultationArticle(consultationId: $id, articleId: $articleId) {
      id
      subject { kind id }
      label
      title
      body
      isPreamble
      stances { agree withChanges disagree people }
      amendments
      answer { heard outcome reason }
    }
  }
`);

/** The text in all its versions: for the next wording beside the first one, and for changing it. */
export const VersionsDocument = graphql(`
  query ConsultationVersions($id: ID!) {
    consultationVersions(consultationId: $id) { number at articles { id label title body isPreamble } }
  }
`);

/** What an official changes: the words and the whole text. */
export const EditedDocument = graphql(`
  query EditedConsultation($id: ID!) {
    consultation(id: $id) {
      id
      title { el en }
      summary { el en }
      status
      department { id }
      category { id }
      districts { id }
      links { title url }
      opensAt
      closesAt
      admission
      revision
      canEdit
    }
    consultationArticles(consultationId: $id) { id label title body isPreamble }
  }
`);

export const DeskDocument = graphql(`
  query ConsultationDesk {
    consultationDesk(first: 50) {
      items { id title { el en } status opensAt closesAt answerDueAt articleCount amendmentCount canAnswer canEdit }
    }
  }
`);

export const AmendmentsDocument = graphql(`
  query Amendments($consultationId: ID!, $articleId: ID, $sort: AmendmentSort, $first: Int, $after: String) {
    amendments(consultationId: $consultationId, articleId: $articleId, sort: $sort, first: $first, after: $after) {
      items { id articleId original isRemoval text reason author { id name } supports visibility createdAt mine canWithdraw decision { rule reason caseId } reply { outcome reason } }
      next
      total
    }
  }
`);

/** The one to which an address leads. */
export const AmendmentDocument = graphql(`
  query Amendment($id: ID!) {
    amendment(id: $id) { id articleId original isRemoval text reason author { id name } supports visibility createdAt mine canWithdraw decision { rule reason caseId } reply { outcome reason } }
  }
`);

/** What the reader wrote, also while it waits or where it is not shown to others. */
export const MyAmendmentsDocument = graphql(`
  query MyAmendments($consultationId: ID!) {
    myAmendments(consultationId: $consultationId) {
      id articleId original isRemoval text reason author { id name } supports visibility createdAt mine canWithdraw decision { rule reason caseId } reply { outcome reason }
    }
  }
`);

export const SpokenAboutDocument = graphql(`
  query SpokenAbout($subjects: [SubjectInput!]!) {
    spokenAbout(subjects: $subjects) { id }
  }
`);

export const AmendDocument = graphql(`
  mutation Amend($input: AmendInput!) {
    amend(input: $input) {
      __typename
      ... on AmendmentSaved { waits amendment { id } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
      ... on TooMany { retryAfterSeconds }
    }
  }
`);

export const WithdrawAmendmentDocument = graphql(`
  mutation WithdrawAmendment($id: ID!) {
    withdrawAmendment(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const SaveDocument = graphql(`
  mutation SaveConsultation($id: ID!, $revision: Int, $input: ConsultationInput!) {
    saveConsultation(id: $id, revision: $revision, input: $input) {
      __typename
      ... on ConsultationSaved { consultation { id revision } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const PublishDocument = graphql(`
  mutation PublishConsultation($id: ID!, $revision: Int!) {
    publishConsultation(id: $id, revision: $revision) {
      __typename
      ... on ConsultationSaved { consultation { id status } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const DiscardDocument = graphql(`
  mutation DiscardConsultation($id: ID!) {
    discardConsultation(id: $id) {
      __typename
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const ExtendDocument = graphql(`
  mutation ExtendConsultation($id: ID!, $closesAt: DateTime!, $reason: String!) {
    extendConsultation(id: $id, closesAt: $closesAt, reason: $reason) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const WithdrawDocument = graphql(`
  mutation WithdrawConsultation($id: ID!, $reason: String!) {
    withdrawConsultation(id: $id, reason: $reason) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const AdoptDocument = graphql(`
  mutation AdoptConsultation($id: ID!, $revision: Int!, $input: AdoptInput!) {
    adoptConsultation(id: $id, revision: $revision, input: $input) {
      __typename
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

/** The answer that is being written. */
export const AnswerDraftDocument = graphql(`
  query AnswerDraft($id: ID!) {
    answerDraft(consultationId: $id) {
      consultation { id title { el en } status answerDueAt }
      text
      added { id after label title body reason }
      revision
      articles {
        article { id subject { kind id } label title body isPreamble stances { agree withChanges disagree people } arguments { total } amendments }
        wasDiscussed
        heard
        outcome
        reason
        label
        title
        body
        revision
      }
      amendments { amendment { id articleId original isRemoval text reason author { id name } supports } outcome reason }
      waiting
      missing { text articles amendments }
    }
  }
`);

export const SaveArticleAnswerDocument = graphql(`
  mutation SaveArticleAnswer($input: ArticleAnswerInput!) {
    saveArticleAnswer(input: $input) {
      __typename
      ... on AnswerDraftSaved { draft { consultation { id } } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const SaveAnswerFrameDocument = graphql(`
  mutation SaveAnswerFrame($input: AnswerFrameInput!) {
    saveAnswerFrame(input: $input) {
      __typename
      ... on AnswerDraftSaved { draft { consultation { id } revision } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const AnswerAmendmentsDocument = graphql(`
  mutation AnswerAmendments($input: AnswerAmendmentsInput!) {
    answerAmendments(input: $input) {
      __typename
      ... on AnswerDraftSaved { draft { consultation { id } } }
      ... on Invalid { problems { field code limit } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const PublishAnswerDocument = graphql(`
  mutation PublishAnswer($id: ID!) {
    publishAnswer(consultationId: $id) {
      __typename
      ... on AnswerIncomplete { waiting missing { text articles amendments } }
      ... on NotAllowed { reason }
      ... on NotFound { reason }
    }
  }
`);

export const ReportDocument = graphql(`
  query ConsultationReport($id: ID!) {
    consultationReport(id: $id) {
      consultation {
        id
        title { el en }
        summary { el en }
        status
        department { id name { el en } }
        opensAt
        closesAt
        answerDueAt
        publishedAt
        extensions { from to reason at }
        withdrawal { reason at }
        answer { text at kept changed removed adopted partly notAdopted added { id after label title body reason } }
        adopted { ada title url note at }
      }
      articles {
        id
        label
        title
        isPreamble
        stances { agree withChanges disagree people }
        arguments { for against neutral total }
        amendments
        answer { heard outcome reason }
      }
      peopleAtLeast
      stances { agree withChanges disagree people }
      arguments { for against neutral total }
      argumentAuthors
      amendments
      amendmentAuthors
      supports
      amendmentList { id articleId original isRemoval text reason author { id name } supports reply { outcome reason } }
      files { name path }
    }
    consultationVersions(consultationId: $id) { number at articles { id label title body isPreamble } }
  }
`);

export type ContentsRow = ResultOf<typeof ConsultationDocument>['consultationArticles'][number];
/** A consultation and the table of its articles. */
export type ShownConsultation = NonNullable<ResultOf<typeof ConsultationDocument>['consultation']> & { articles: readonly ContentsRow[] };
export type ShownArticle = NonNullable<ResultOf<typeof ArticleDocument>['consultationArticle']>;
export type ShownVersion = ResultOf<typeof VersionsDocument>['consultationVersions'][number];
export type EditedConsultation = NonNullable<ResultOf<typeof EditedDocument>['consultation']> & { articles: ResultOf<typeof EditedDocument>['consultationArticles'] };
export type ShownAmendment = ResultOf<typeof AmendmentsDocument>['amendments']['items'][number];
export type ShownAnswerDraft = NonNullable<ResultOf<typeof AnswerDraftDocument>['answerDraft']>;
export type ArticleDraft = ShownAnswerDraft['articles'][number];
export type AmendmentDraft = ShownAnswerDraft['amendments'][number];
export type ShownReport = NonNullable<ResultOf<typeof ReportDocument>['consultationReport']>;
