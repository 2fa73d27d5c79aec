import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type GraphContext, sameAnswer } from '@isegoria/kernel/api';
import type {
  AnswerProposalResult, DiscardDraftResult, DistrictProposals, EditProposalResult, MutationAnswerProposalArgs, MutationDiscardDraftArgs, MutationEditProposalArgs, MutationSaveDraftArgs,
  MutationSubmitProposalArgs, MutationWithdrawProposalArgs, Proposal, ProposalPage, QueryCollectsProposalsArgs, QueryDepartmentQueueArgs, QueryMyProposalsArgs, QueryProposalArgs, QueryProposalsArgs, QueryProposalsByDistrictArgs,
  QuerySimilarProposalsArgs, SaveDraftResult, SimilarProposal, SubmitProposalResult, WithdrawProposalResult,
} from '@isegoria/proposals/contracts';
import { Answers } from './answers.service';
import { Drafts } from './drafts.service';
import { ProposalLists } from './proposal-lists';
import { ProposalsService } from './proposals.service';
import { Similar } from './similar/similar.service';

@Resolver()
export class ProposalsResolver {
  constructor(
    private readonly proposalsService: ProposalsService,
    private readonly lists: ProposalLists,
    private readonly drafts: Drafts,
    private readonly answers: Answers,
    private readonly similar: Similar,
  ) {}

  @Public()
  @Query()
  proposals(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryProposalsArgs, @Context() { req }: GraphContext): Promise<ProposalPage> {
    return viewer ? this.lists.public(args, viewer) : sameAnswer(req, () => this.lists.public(args, null));
  }

  @Public()
  @Query()
  proposalsByDistrict(@Args() { filter }: QueryProposalsByDistrictArgs, @Context() { req }: GraphContext): Promise<DistrictProposals[]> {
    return sameAnswer(req, () => this.lists.byDistrict(filter));
  }

  @Public()
  @Query()
  proposal(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryProposalArgs): Promise<Proposal | null> {
    return this.proposalsService.find(id, viewer);
  }

  @Query()
  similarProposals(@Args() { title, text, excludeId }: QuerySimilarProposalsArgs): Promise<SimilarProposal[]> {
    return this.similar.to(title, text ?? '', excludeId ?? null);
  }

  @Public()
  @Query()
  collectsProposals(@Args() { processId }: QueryCollectsProposalsArgs): Promise<boolean> {
    return this.proposalsService.collects(processId ?? null);
  }

  @Query()
  myProposals(@CurrentCitizen() citizen: Citizen, @Args() { first, after }: QueryMyProposalsArgs): Promise<ProposalPage> {
    return this.lists.mine(citizen, first, after);
  }

  @Roles('official', 'administrator')
  @Query()
  departmentQueue(@CurrentCitizen() official: Citizen, @Args() { first, after }: QueryDepartmentQueueArgs): Promise<ProposalPage> {
    return this.lists.departmentQueue(official, first, after);
  }

  @Roles('official', 'administrator')
  @Query()
  lateSteps(@CurrentCitizen() official: Citizen, @Args() { first, after }: QueryDepartmentQueueArgs): Promise<ProposalPage> {
    return this.lists.lateSteps(official, first, after);
  }

  @Mutation()
  saveDraft(@CurrentCitizen() citizen: Citizen, @Args() { id, input, version }: MutationSaveDraftArgs): Promise<SaveDraftResult> {
    return this.drafts.save(citizen, id ?? null, { input, version });
  }

  @Mutation()
  discardDraft(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationDiscardDraftArgs): Promise<DiscardDraftResult> {
    return this.drafts.discard(citizen, id);
  }

  @Mutation()
  submitProposal(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationSubmitProposalArgs): Promise<SubmitProposalResult> {
    return this.proposalsService.submit(citizen, id);
  }

  @Mutation()
  editProposal(@CurrentCitizen() citizen: Citizen, @Args() { id, input }: MutationEditProposalArgs): Promise<EditProposalResult> {
    return this.proposalsService.edit(citizen, id, input);
  }

  @Mutation()
  withdrawProposal(@CurrentCitizen() citizen: Citizen, @Args() { id, reason }: MutationWithdrawProposalArgs): Promise<WithdrawProposalResult> {
    return this.proposalsService.withdraw(citizen, id, reason);
  }

  @Roles('official', 'administrator')
  @Mutation()
  answerProposal(@CurrentCitizen() official: Citizen, @Args() { id, input }: MutationAnswerProposalArgs): Promise<AnswerProposalResult> {
    return this.answers.answer(official, id, input);
  }
}
