import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  LeaveNewslettersResult, MutationLeaveNewslettersArgs, MutationProofNewsletterArgs, MutationRemoveNewsletterArgs, MutationSaveNewsletterArgs, MutationSendNewsletterArgs, MutationSetNewsletterWishArgs, MutationStopNewsletterArgs, Newsletter, NewsletterDraft, NewsletterDraftPage, NewsletterPage,
  NewsletterWish, ProofNewsletterResult, QueryNewsletterArgs, QueryNewsletterDeskArgs, QueryNewsletterDraftArgs, QueryNewsletterReachArgs, QueryNewslettersArgs, RemoveNewsletterResult, SaveNewsletterResult, SendNewsletterResult, SetNewsletterWishResult, StopNewsletterResult,
} from '@isegoria/newsletters/contracts';
import { Archive } from './archive.service';
import { LetterDesk } from './desk.service';
import { Readers } from './readers.service';

@Resolver()
export class NewslettersResolver {
  constructor(
    private readonly archive: Archive,
    private readonly desk: LetterDesk,
    private readonly readers: Readers,
  ) {}

  @Public()
  @Query()
  newsletters(@Args() { first, after }: QueryNewslettersArgs): Promise<NewsletterPage> {
    return this.archive.list(first, after);
  }

  @Public()
  @Query()
  newsletter(@Args() { id }: QueryNewsletterArgs): Promise<Newsletter | null> {
    return this.archive.one(id);
  }

  @Query()
  newsletterWish(@CurrentCitizen() citizen: Citizen): Promise<NewsletterWish> {
    return this.readers.wishOf(citizen);
  }

  @Roles('clerk', 'administrator')
  @Query()
  newsletterDesk(@Args() { first, after }: QueryNewsletterDeskArgs): Promise<NewsletterDraftPage> {
    return this.desk.list(first, after);
  }

  @Roles('clerk', 'administrator')
  @Query()
  newsletterDraft(@Args() { id }: QueryNewsletterDraftArgs): Promise<NewsletterDraft | null> {
    return this.desk.one(id);
  }

  @Roles('clerk', 'administrator')
  @Query()
  newsletterReach(@Args() audience: QueryNewsletterReachArgs): Promise<number> {
    return this.readers.reach(audience);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  saveNewsletter(@CurrentCitizen() by: Citizen, @Args() wanted: MutationSaveNewsletterArgs): Promise<SaveNewsletterResult> {
    return this.desk.save(by, wanted);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  proofNewsletter(@CurrentCitizen() by: Citizen, @Args() { id }: MutationProofNewsletterArgs): Promise<ProofNewsletterResult> {
    return this.desk.proof(by, id);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  sendNewsletter(@CurrentCitizen() by: Citizen, @Args() wanted: MutationSendNewsletterArgs): Promise<SendNewsletterResult> {
    return this.desk.send(by, wanted);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  stopNewsletter(@CurrentCitizen() by: Citizen, @Args() { id }: MutationStopNewsletterArgs): Promise<StopNewsletterResult> {
    return this.desk.stop(by, id);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  removeNewsletter(@Args() { id }: MutationRemoveNewsletterArgs): Promise<RemoveNewsletterResult> {
    return this.desk.remove(id);
  }

  @Mutation()
  setNewsletterWish(@CurrentCitizen() citizen: Citizen, @Args() { wants, categoryIds }: MutationSetNewsletterWishArgs): Promise<SetNewsletterWishResult> {
    return this.readers.wish(citizen, wants, categoryIds);
  }

  @Public()
  @Mutation()
  async leaveNewsletters(@Args() { citizenId, letterId, token }: MutationLeaveNewslettersArgs): Promise<LeaveNewslettersResult> {
    return (await this.readers.leave(citizenId, letterId, token)) ? { __typename: 'NewslettersEnded', done: true } : { __typename: 'NotFound', reason: 'link' };
  }
}
