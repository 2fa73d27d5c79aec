import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  AnswerMergeResult, CloseMergeQuestionResult, InviteToMergeResult, MergeInvitation, MergeInvitationPage, MutationAnswerMergeArgs, MutationCloseMergeQuestionArgs, MutationInviteToMergeArgs, MutationSeparateProposalsArgs,
  MutationSuggestMergeArgs, MutationWithdrawMergeArgs, ProposalMerging, QueryMergeInvitationArgs, QueryMyMergeInvitationsArgs, QueryProposalMergingArgs, SeparateProposalsResult, SuggestMergeResult, WithdrawMergeResult,
} from '@isegoria/proposals/contracts';
import { InvitationViews } from './invitation-views';
import { Invitations } from './invitations.service';
import { Joining } from './joining.service';
import { Merging } from './proposal-merging.service';
import { Voices } from './voices.service';

@Resolver()
export class MergingResolver {
  constructor(
    private readonly merging: Merging,
    private readonly views: InvitationViews,
    private readonly invitations: Invitations,
    private readonly joining: Joining,
    private readonly voices: Voices,
  ) {}

  @Public()
  @Query()
  proposalMerging(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryProposalMergingArgs): Promise<ProposalMerging | null> {
    return this.merging.of(viewer, id);
  }

  @Query()
  mergeInvitation(@CurrentCitizen() citizen: Citizen, @Args() { id }: QueryMergeInvitationArgs): Promise<MergeInvitation | null> {
    return this.views.find(citizen, id);
  }

  @Query()
  myMergeInvitations(@CurrentCitizen() citizen: Citizen, @Args() { first, after }: QueryMyMergeInvitationsArgs): Promise<MergeInvitationPage> {
    return this.views.mine(citizen, first, after);
  }

  @Query()
  waitingMergeInvitations(@CurrentCitizen() citizen: Citizen): Promise<number> {
    return this.views.waitingFor(citizen);
  }

  @Mutation()
  inviteToMerge(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationInviteToMergeArgs): Promise<InviteToMergeResult> {
    return this.invitations.invite(citizen, input);
  }

  @Roles('moderator', 'official', 'administrator')
  @Mutation()
  suggestMerge(@CurrentCitizen() official: Citizen, @Args() { input }: MutationSuggestMergeArgs): Promise<SuggestMergeResult> {
    return this.invitations.suggest(official, input);
  }

  @Mutation()
  answerMerge(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationAnswerMergeArgs): Promise<AnswerMergeResult> {
    return this.invitations.answer(citizen, input);
  }

  @Mutation()
  withdrawMerge(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationWithdrawMergeArgs): Promise<WithdrawMergeResult> {
    return this.invitations.withdraw(citizen, id);
  }

  @Mutation()
  separateProposals(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationSeparateProposalsArgs): Promise<SeparateProposalsResult> {
    return this.joining.separate(citizen, id);
  }

  @Mutation()
  closeMergeQuestion(@CurrentCitizen() citizen: Citizen, @Args() { proposalId }: MutationCloseMergeQuestionArgs): Promise<CloseMergeQuestionResult> {
    return this.voices.close(citizen, proposalId);
  }
}
