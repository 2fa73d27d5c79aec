import { Args, Query, Resolver } from '@nestjs/graphql';
import type {
  Amendment, AmendmentPage, Consultation, ConsultationArticle, ConsultationPage, ConsultationVersion, QueryAmendmentArgs, QueryAmendmentsArgs, QueryConsultationArgs, QueryConsultationArticleArgs, QueryConsultationArticlesArgs,
  QueryConsultationDeskArgs, QueryConsultationsArgs, QueryConsultationVersionsArgs, QueryMyAmendmentsArgs,
} from '@isegoria/consultations/contracts';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { AmendmentPages } from './amendment-pages';
import { ConsultationLists } from './consultation-lists';
import { Reading } from './reading.service';

@Resolver()
export class ConsultationsResolver {
  constructor(
    private readonly reading: Reading,
    private readonly lists: ConsultationLists,
    private readonly pages: AmendmentPages,
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
}
