import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationReplyArgs, MutationSaveChoiceArgs, QueryChangesArgs, QueryChoicesArgs } from '@isegoria/evaluations/contracts';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { Subject } from '@isegoria/kernel/contracts';
import { Changes } from '../decisions/changes.service';
import { Choices } from './choices.service';
import { InFocus } from '../in-focus.service';
import { Replies } from '../replies/replies.service';
import { Requests } from '../requests.service';
import { Weighing } from '../figures/weighing.service';

@Resolver()
export class ChoicesResolver {
  constructor(
    private readonly choices: Choices,
    private readonly weighings: Weighing,
    private readonly words: Changes,
    private readonly answers: Replies,
    private readonly requests: Requests,
    private readonly focus: InFocus,
  ) {}

  @Public()
  @Query()
  choice(@CurrentCitizen() citizen: Citizen | null, @Args('id') id: string) {
    return this.choices.one(id, citizen);
  }

  @Public()
  @Query('choices')
  list(@CurrentCitizen() citizen: Citizen | null, @Args() wanted: QueryChoicesArgs) {
    return this.choices.list(wanted, citizen);
  }

  @Public()
  @Query()
  inFocus() {
    return this.focus.get();
  }

  @Public()
  @Query()
  weighing(@Args('subject') subject: Subject) {
    return this.weighings.view(subject);
  }

  @Public()
  @Query()
  changes(@Args() wanted: QueryChangesArgs) {
    return this.words.page(wanted);
  }

  @Public()
  @Query()
  serviceReplies(@Args('subject') subject: Subject) {
    return this.answers.of(subject);
  }

  @Public()
  @Query()
  latestReplies(@Args('first') first?: number | null) {
    return this.answers.latest(first ?? 10);
  }

  @Public()
  @Query()
  hasRequestedEvaluation(@CurrentCitizen() citizen: Citizen | null, @Args('decisionId') decisionId: string) {
    return citizen ? this.requests.has(citizen, decisionId) : false;
  }

  @Mutation()
  requestEvaluation(@CurrentCitizen() citizen: Citizen, @Args('decisionId') decisionId: string) {
    return this.requests.request(citizen, decisionId);
  }

  @Mutation()
  saveChoice(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationSaveChoiceArgs) {
    return this.choices.save(citizen, input);
  }

  @Mutation()
  declareDelivered(@CurrentCitizen() citizen: Citizen, @Args('subject') subject: Subject) {
    return this.weighings.declareDelivered(citizen, subject);
  }

  @Mutation()
  reply(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationReplyArgs) {
    return this.answers.reply(citizen, input);
  }

  @Mutation()
  keepPromise(@CurrentCitizen() citizen: Citizen, @Args('replyId') replyId: string) {
    return this.answers.keepPromise(citizen, replyId);
  }
}
