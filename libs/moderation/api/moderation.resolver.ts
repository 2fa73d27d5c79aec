import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { Subject } from '@isegoria/kernel/contracts';
import {
  type AuthorCase, type ClaimCaseResult, codeOfConduct, type ConductRule, type DecideCaseInput, type DecideCaseResult, type DecideCasesInput, type DecideCasesResult, type DecideObjectionResult, type LogPage,
  type ModerationMonth, type ModerationQueue, type MutationDecideObjectionArgs, type MutationObjectToDecisionArgs, type MutationPassCaseArgs,
  type MutationReopenCaseArgs, type MutationReportArgs, type MyDecisionPage, type ObjectionPage, type ObjectResult, type PassCaseResult, type ReleaseCaseResult, type ReopenCaseResult, type ReportResult,
} from '@isegoria/moderation/contracts';
import { Claims } from './claims.service';
import { Decisions } from './decisions.service';
import { Objections } from './objections.service';
import { PublicLog } from './public-log.service';
import { type Paging, Queue } from './queue.service';
import { Reopening } from './reopening.service';
import { Reports } from './reports.service';

const Moderators = () => Roles('moderator', 'administrator');

@Resolver()
export class ModerationResolver {
  constructor(
    private readonly reports: Reports,
    private readonly queue: Queue,
    private readonly claims: Claims,
    private readonly decisions: Decisions,
    private readonly objections: Objections,
    private readonly reopening: Reopening,
    private readonly log: PublicLog,
  ) {}

  @Public()
  @Query()
  codeOfConduct(): readonly ConductRule[] {
    return codeOfConduct;
  }

  @Public()
  @Query()
  mayBeReported(@CurrentCitizen() reader: Citizen | null, @Args('item') item: Subject): Promise<boolean> {
    return this.reports.mayBeReported(reader, item);
  }

  @Public()
  @Query()
  moderationLog(@Args() paging: Paging): Promise<LogPage> {
    return this.log.page(paging);
  }

  @Public()
  @Query()
  moderationMonths(): Promise<ModerationMonth[]> {
    return this.log.months();
  }

  @Mutation()
  report(@CurrentCitizen() citizen: Citizen, @Args() args: MutationReportArgs): Promise<ReportResult> {
    return this.reports.report(citizen, args);
  }

  @Query()
  myCase(@CurrentCitizen() citizen: Citizen, @Args('id') id: string): Promise<AuthorCase | null> {
    return this.objections.caseOf(citizen, id);
  }

  @Mutation()
  objectToDecision(@CurrentCitizen() citizen: Citizen, @Args() args: MutationObjectToDecisionArgs): Promise<ObjectResult> {
    return this.objections.object(citizen, args);
  }

  @Moderators()
  @Query()
  moderationQueue(@CurrentCitizen() moderator: Citizen, @Args() paging: Paging): Promise<ModerationQueue> {
    return this.queue.list(moderator, paging);
  }

  @Moderators()
  @Query()
  moderationObjections(@CurrentCitizen() moderator: Citizen, @Args() paging: Paging): Promise<ObjectionPage> {
    return this.objections.list(moderator, paging);
  }

  @Moderators()
  @Query()
  myDecisions(@CurrentCitizen() moderator: Citizen, @Args() paging: Paging): Promise<MyDecisionPage> {
    return this.decisions.mine(moderator, paging);
  }

  @Moderators()
  @Mutation()
  claimCase(@CurrentCitizen() moderator: Citizen, @Args('id') id: string): Promise<ClaimCaseResult> {
    return this.claims.claim(moderator, id);
  }

  @Moderators()
  @Mutation()
  releaseCase(@CurrentCitizen() moderator: Citizen, @Args('id') id: string): Promise<ReleaseCaseResult> {
    return this.claims.release(moderator, id);
  }

  @Moderators()
  @Mutation()
  passCase(@CurrentCitizen() moderator: Citizen, @Args() { id, note }: MutationPassCaseArgs): Promise<PassCaseResult> {
    return this.claims.pass(moderator, id, note ?? '');
  }

  @Moderators()
  @Mutation()
  decideCases(@CurrentCitizen() moderator: Citizen, @Args('input') input: DecideCasesInput): Promise<DecideCasesResult> {
    return this.decisions.decideMany(moderator, input);
  }

  @Moderators()
  @Mutation()
  decideCase(@CurrentCitizen() moderator: Citizen, @Args('input') input: DecideCaseInput): Promise<DecideCaseResult> {
    return this.decisions.decide(moderator, input);
  }

  @Moderators()
  @Mutation()
  reopenCase(@CurrentCitizen() moderator: Citizen, @Args() args: MutationReopenCaseArgs): Promise<ReopenCaseResult> {
    return this.reopening.reopen(moderator, args);
  }

  @Moderators()
  @Mutation()
  decideObjection(@CurrentCitizen() moderator: Citizen, @Args() args: MutationDecideObjectionArgs): Promise<DecideObjectionResult> {
    return this.objections.decide(moderator, args);
  }
}
