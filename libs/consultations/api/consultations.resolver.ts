import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type {
  AdoptConsultationResult, Amendment, AmendmentPage, AmendResult, AnswerDraft, Consultation, ConsultationArticle, ConsultationPage, ConsultationReport, ConsultationVersion, DiscardConsultationResult, ExtendConsultationResult,
  MutationAdoptConsultationArgs, MutationAmendArgs, MutationAnswerAmendmentsArgs, MutationDiscardConsultationArgs, MutationExtendConsultationArgs, MutationPublishAnswerArgs, MutationPublishConsultationArgs,
  MutationSaveAnswerFrameArgs, MutationSaveArticleAnswerArgs, MutationSaveConsultationArgs, MutationWithdrawAmendmentArgs, MutationWithdrawConsultationArgs, PublishAnswerResult, PublishConsultationResult,
  QueryAmendmentArgs, QueryAmendmentsArgs, QueryAnswerDraftArgs, QueryConsultationArgs, QueryConsultationArticleArgs, QueryConsultationArticlesArgs, QueryConsultationDeskArgs, QueryConsultationReportArgs,
  QueryConsultationsArgs, QueryConsultationVersionsArgs, QueryMyAmendmentsArgs, SaveAnswerResult, SaveConsultationResult, WithdrawAmendmentResult, WithdrawConsultationResult,
} from '@isegoria/consultations/contracts';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Adoption } from './answer/adoption.service';
import { AmendmentPages } from './amendments/amendment-pages';
import { Amendments } from './amendments/amendments.service';
import { Answers } from './answer/answers.service';
import { ConsultationLists } from './consultation-lists';
import { ConsultationDesk } from './desk.service';
import { Reading } from './reading.service';
import { Reports } from './told/reports.service';

@Resolver()
export class ConsultationsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly lists: ConsultationLists,
    private readonly pages: AmendmentPages,
    private readonly reports: Reports,
    private readonly desk: ConsultationDesk,
    private readonly acts: Amendments,
    private readonly answers: Answers,
    private readonly adoption: Adoption,
  ) {}

  @Public()
  @Query()
  consultations(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryConsultationsArgs): Promise<ConsultationPage> {
    return this.lists.public(args, viewer);
  }

  @Public()
  @Query()
  consultation(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryConsultationArgs): Promise<Consultation | null> {
    return this.reading.one(id, viewer);
  }

  @Public()
  @Query()
  consultationArticles(@CurrentCitizen() viewer: Citizen | null, @Args() { consultationId }: QueryConsultationArticlesArgs): Promise<ConsultationArticle[]> {
    return this.reading.articles(consultationId, viewer);
  }

  @Public()
  @Query()
  consultationArticle(@CurrentCitizen() viewer: Citizen | null, @Args() { consultationId, articleId }: QueryConsultationArticleArgs): Promise<ConsultationArticle | null> {
    return this.reading.article(consultationId, articleId, viewer);
  }

  @Public()
  @Query()
  consultationVersions(@CurrentCitizen() viewer: Citizen | null, @Args() { consultationId }: QueryConsultationVersionsArgs): Promise<ConsultationVersion[]> {
    return this.reading.versions(consultationId, viewer);
  }

  @Roles('official', 'administrator')
  @Query()
  consultationDesk(@CurrentCitizen() official: Citizen, @Args() { first, after }: QueryConsultationDeskArgs): Promise<ConsultationPage> {
    return this.lists.desk(official, first, after);
  }

  @Public()
  @Query()
  amendments(@CurrentCitizen() reader: Citizen | null, @Args() args: QueryAmendmentsArgs): Promise<AmendmentPage> {
    return this.pages.list(args, reader);
  }

  @Public()
  @Query()
  amendment(@CurrentCitizen() reader: Citizen | null, @Args() { id }: QueryAmendmentArgs): Promise<Amendment | null> {
    return this.pages.one(id, reader);
  }

  @Query()
  myAmendments(@CurrentCitizen() citizen: Citizen, @Args() { consultationId }: QueryMyAmendmentsArgs): Promise<Amendment[]> {
    return this.pages.mine(citizen, consultationId ?? null);
  }

  @Roles('official', 'administrator')
  @Query()
  answerDraft(@CurrentCitizen() official: Citizen, @Args() { consultationId }: QueryAnswerDraftArgs): Promise<AnswerDraft | null> {
    return this.answers.draft(official, consultationId);
  }

  @Public()
  @Query()
  consultationReport(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryConsultationReportArgs): Promise<ConsultationReport | null> {
    return this.reports.of(id, viewer);
  }

  @Roles('official', 'administrator')
  @Mutation()
  saveConsultation(@CurrentCitizen() official: Citizen, @Args() args: MutationSaveConsultationArgs): Promise<SaveConsultationResult> {
    return this.desk.save(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  publishConsultation(@CurrentCitizen() official: Citizen, @Args() { id, revision }: MutationPublishConsultationArgs): Promise<PublishConsultationResult> {
    return this.desk.publish(official, id, revision);
  }

  @Roles('official', 'administrator')
  @Mutation()
  discardConsultation(@CurrentCitizen() official: Citizen, @Args() { id }: MutationDiscardConsultationArgs): Promise<DiscardConsultationResult> {
    return this.desk.discard(official, id);
  }

  @Roles('official', 'administrator')
  @Mutation()
  extendConsultation(@CurrentCitizen() official: Citizen, @Args() args: MutationExtendConsultationArgs): Promise<ExtendConsultationResult> {
    return this.desk.extend(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  withdrawConsultation(@CurrentCitizen() official: Citizen, @Args() { id, reason }: MutationWithdrawConsultationArgs): Promise<WithdrawConsultationResult> {
    return this.desk.withdraw(official, id, reason);
  }

  @Mutation()
  amend(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationAmendArgs): Promise<AmendResult> {
    return this.acts.propose(citizen, input);
  }

  @Mutation()
  withdrawAmendment(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationWithdrawAmendmentArgs): Promise<WithdrawAmendmentResult> {
    return this.acts.withdraw(citizen, id);
  }

  @Roles('official', 'administrator')
  @Mutation()
  saveArticleAnswer(@CurrentCitizen() official: Citizen, @Args() { input }: MutationSaveArticleAnswerArgs): Promise<SaveAnswerResult> {
    return this.answers.saveArticle(official, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  saveAnswerFrame(@CurrentCitizen() official: Citizen, @Args() { input }: MutationSaveAnswerFrameArgs): Promise<SaveAnswerResult> {
    return this.answers.saveFrame(official, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  answerAmendments(@CurrentCitizen() official: Citizen, @Args() { input }: MutationAnswerAmendmentsArgs): Promise<SaveAnswerResult> {
    return this.answers.answerAmendments(official, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  publishAnswer(@CurrentCitizen() official: Citizen, @Args() { consultationId }: MutationPublishAnswerArgs): Promise<PublishAnswerResult> {
    return this.answers.publish(official, consultationId);
  }

  @Roles('official', 'administrator')
  @Mutation()
  adoptConsultation(@CurrentCitizen() official: Citizen, @Args() what: MutationAdoptConsultationArgs): Promise<AdoptConsultationResult> {
    return this.adoption.adopt(official, what);
  }
}
