import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import type {
  Debate, DebateLink, DebatePage, DebateResult, DebateRoom, MutationAnswerDebateArgs, MutationConcludeDebateArgs, MutationCorrectDebateArgs, MutationOpenDebateArgs, MutationSayFairnessArgs, QueryDebatesArgs, QueryMyDebatesArgs,
} from '@isegoria/debates/contracts';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type GraphContext, sameAnswer } from '@isegoria/kernel/api';
import { Concluding } from './concluding.service';
import { Fairness } from './fairness.service';
import { Reading } from './reading.service';
import { Writing } from './writing.service';

@Resolver()
export class DebatesResolver {
  constructor(
    private readonly reading: Reading,
    private readonly writing: Writing,
    private readonly concluding: Concluding,
    private readonly fairness: Fairness,
  ) {}

  @Public()
  @Query()
  debates(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryDebatesArgs, @Context() { req }: GraphContext): Promise<DebatePage> {
    return viewer ? this.reading.list(args, viewer) : sameAnswer(req, () => this.reading.list(args, null));
  }

  @Public()
  @Query()
  debate(@CurrentCitizen() viewer: Citizen | null, @Args('id') id: string): Promise<Debate | null> {
    return this.reading.one(id, viewer);
  }

  @Query()
  myDebates(@CurrentCitizen() citizen: Citizen, @Args() args: QueryMyDebatesArgs): Promise<DebatePage> {
    return this.reading.mine(citizen, args);
  }

  @Public()
  @Query()
  debateRoom(): Promise<DebateRoom> {
    return this.writing.room();
  }

  @Public()
  @Query()
  debateOfProposal(@Args('proposalId') proposalId: string): Promise<DebateLink | null> {
    return this.reading.ofProposal(proposalId);
  }

  @Mutation()
  openDebate(@CurrentCitizen() citizen: Citizen, @Args() { id, input }: MutationOpenDebateArgs): Promise<DebateResult> {
    return this.writing.open(citizen, id, input);
  }

  @Mutation()
  correctDebate(@CurrentCitizen() citizen: Citizen, @Args() { id, input }: MutationCorrectDebateArgs): Promise<DebateResult> {
    return this.writing.correct(citizen, id, input);
  }

  @Mutation()
  withdrawDebate(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<DebateResult> {
    return this.writing.withdraw(citizen, id);
  }

  @Mutation()
  concludeDebate(@CurrentCitizen() citizen: Citizen, @Args() { id, input }: MutationConcludeDebateArgs): Promise<DebateResult> {
    return this.concluding.conclude(citizen, id, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  answerDebate(@CurrentCitizen() official: Citizen, @Args() { id, text }: MutationAnswerDebateArgs): Promise<DebateResult> {
    return this.concluding.answer(official, id, text);
  }

  @Mutation()
  sayFairness(@CurrentCitizen() citizen: Citizen, @Args() { debateId, fairness }: MutationSayFairnessArgs): Promise<DebateResult> {
    return this.fairness.say(citizen, debateId, fairness);
  }
}
