import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  CorrectRequestResult, MutationCorrectRequestArgs, MutationCorrectRequestWordArgs, MutationSayWhetherFixedArgs, MutationSubmitRequestArgs, MutationWithdrawRequestArgs, NearRequest, QueryMyRequestsArgs, QueryRequestArgs, QueryRequestPinsArgs, QueryRequestsAlikeArgs, QueryRequestsArgs, QueryRequestsNearArgs, QueryRequestsOfProposalArgs, RequestLink, RequestPage, RequestPins, RequestService, RequestTotals, SayWhetherFixedResult, ServiceRequest, SubmitRequestResult, WithdrawRequestResult,
} from '@isegoria/requests/contracts';
import { Catalogue } from './catalogue';
import { CitizenWords } from './citizen-words.service';
import { Corrections } from './corrections.service';
import { LastWord } from './last-word.service';
import { GrownProposals } from './links/grown-proposals';
import { Reporting } from './reporting.service';
import { RequestLists } from './request-lists';
import { RequestViews } from './request-views';

/** What everyone reads of requests, and what citizens do. */
@Resolver()
export class RequestsResolver {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly lists: RequestLists,
    private readonly views: RequestViews,
    private readonly reporting: Reporting,
    private readonly corrections: Corrections,
    private readonly citizenWords: CitizenWords,
    private readonly lastWord: LastWord,
    private readonly grown: GrownProposals,
  ) {}

  @Public()
  @Query()
  requests(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryRequestsArgs): Promise<RequestPage> {
    return this.lists.public(args, viewer);
  }

  @Public()
  @Query()
  requestPins(@Args() { filter }: QueryRequestPinsArgs): Promise<RequestPins> {
    return this.lists.pins(filter);
  }

  @Public()
  @Query()
  requestTotals(): Promise<RequestTotals> {
    return this.lists.totals();
  }

  @Public()
  @Query()
  request(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryRequestArgs): Promise<ServiceRequest | null> {
    return this.views.find(id, viewer);
  }

  @Public()
  @Query()
  requestServices(@CurrentCitizen() viewer: Citizen | null): Promise<RequestService[]> {
    return this.catalogue.shownTo(viewer);
  }

  @Public()
  @Query()
  requestsNear(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryRequestsNearArgs): Promise<NearRequest[]> {
    return this.lists.near(args, viewer);
  }

  @Public()
  @Query()
  requestsAlike(@Args() { serviceId, districtId }: QueryRequestsAlikeArgs): Promise<RequestLink[]> {
    return this.grown.alike(serviceId, districtId);
  }

  @Public()
  @Query()
  requestsOfProposal(@CurrentCitizen() viewer: Citizen | null, @Args() { proposalId }: QueryRequestsOfProposalArgs): Promise<ServiceRequest[]> {
    return this.grown.requestsOf(proposalId, viewer);
  }

  @Query()
  myRequests(@CurrentCitizen() citizen: Citizen, @Args() args: QueryMyRequestsArgs): Promise<RequestPage> {
    return this.lists.mine(citizen, args);
  }

  @Mutation()
  submitRequest(@CurrentCitizen() citizen: Citizen, @Args() { input, nonce }: MutationSubmitRequestArgs): Promise<SubmitRequestResult> {
    return this.reporting.submit(citizen, input, nonce);
  }

  @Mutation()
  withdrawRequest(@CurrentCitizen() citizen: Citizen, @Args() { id, text }: MutationWithdrawRequestArgs): Promise<WithdrawRequestResult> {
    return this.reporting.withdraw(citizen, id, text);
  }

  @Mutation()
  correctRequest(@CurrentCitizen() citizen: Citizen, @Args() args: MutationCorrectRequestArgs): Promise<CorrectRequestResult> {
    return this.corrections.correct(citizen, args);
  }

  @Mutation()
  correctRequestWord(@CurrentCitizen() citizen: Citizen, @Args() args: MutationCorrectRequestWordArgs): Promise<CorrectRequestResult> {
    return this.citizenWords.correct(citizen, args);
  }

  @Mutation()
  sayWhetherFixed(@CurrentCitizen() citizen: Citizen, @Args() args: MutationSayWhetherFixedArgs): Promise<SayWhetherFixedResult> {
    return this.lastWord.say(citizen, args);
  }
}
