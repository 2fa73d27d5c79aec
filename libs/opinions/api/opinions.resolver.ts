import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  AddOpinionResult, AnswerOpinionResult, MutationAddOpinionArgs, MutationAnswerOpinionArgs, MutationWithdrawOpinionArgs, Opinions, QueryOpinionsArgs, WithdrawOpinionResult,
} from '@isegoria/opinions/contracts';
import { OpinionPages } from './opinion-pages';
import { OpinionsService } from './opinions.service';

@Resolver()
export class OpinionsResolver {
  constructor(
    private readonly service: OpinionsService,
    private readonly pages: OpinionPages,
  ) {}

  @Public()
  @Query()
  opinions(@Args() { subject }: QueryOpinionsArgs, @CurrentCitizen() citizen: Citizen | null): Promise<Opinions | null> {
    return this.pages.opinions(subject, citizen);
  }

  @Mutation()
  addOpinion(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationAddOpinionArgs): Promise<AddOpinionResult> {
    return this.service.add(citizen, input);
  }

  @Mutation()
  answerOpinion(@CurrentCitizen() citizen: Citizen, @Args() { id, answer }: MutationAnswerOpinionArgs): Promise<AnswerOpinionResult> {
    return this.service.answer(citizen, id, answer);
  }

  @Mutation()
  withdrawOpinion(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationWithdrawOpinionArgs): Promise<WithdrawOpinionResult> {
    return this.service.withdraw(citizen, id);
  }
}
