import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  DiscardInitiativeResult, EnterSheetResult, Initiative, InitiativeDesk, InitiativeInvitation, InitiativeKind, InitiativePage, InitiativeResult, MutationAnswerInitiativeArgs, MutationCallPromotersArgs,
  MutationDecideInitiativeArgs, MutationDiscardInitiativeArgs, MutationEnterSheetArgs, MutationHandInInitiativeArgs, MutationJoinInitiativeArgs, MutationLeaveInitiativeArgs, MutationOpenCheckListArgs,
  MutationRewriteInitiativeArgs, MutationSaveInitiativeArgs, MutationSaveInitiativeKindArgs, MutationSignInitiativeArgs, MutationSubmitInitiativeArgs, MutationVerifyInitiativeArgs, MutationWithdrawInitiativeArgs,
  MutationWithdrawSignatureArgs, OpenCheckListResult, QueryInitiativeArgs, QueryInitiativeInvitationArgs, QueryInitiativesArgs, QuerySignatureSheetsArgs, SaveInitiativeKindResult, SaveInitiativeResult,
  SignatureSheet, SignInitiativeResult,
} from '@isegoria/initiatives/contracts';
import { CheckLists } from './signing/check-lists.service';
import { Clerk } from './clerk.service';
import { Ending } from './ending';
import { Kinds } from './kinds.service';
import { Reading } from './reading.service';
import { Sheets } from './signing/sheets.service';
import { Signing } from './signing/signing.service';
import { Writing } from './writing.service';

@Resolver()
export class InitiativesResolver {
  constructor(
    private readonly kinds: Kinds,
    private readonly reading: Reading,
    private readonly writing: Writing,
    private readonly signing: Signing,
    private readonly ending: Ending,
    private readonly clerk: Clerk,
    private readonly sheets: Sheets,
    private readonly lists: CheckLists,
  ) {}

  @Public()
  @Query()
  initiativeKinds(@CurrentCitizen() viewer: Citizen | null): Promise<InitiativeKind[]> {
    return this.kinds.list(viewer);
  }

  @Public()
  @Query()
  initiatives(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryInitiativesArgs): Promise<InitiativePage> {
    return this.reading.list(args, viewer);
  }

  @Public()
  @Query()
  initiative(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryInitiativeArgs): Promise<Initiative | null> {
    return this.reading.one(id, viewer);
  }

  @Query()
  myInitiatives(@CurrentCitizen() citizen: Citizen): Promise<Initiative[]> {
    return this.reading.mine(citizen);
  }

  @Public()
  @Query()
  initiativeInvitation(@CurrentCitizen() citizen: Citizen | null, @Args() { invitation }: QueryInitiativeInvitationArgs): Promise<InitiativeInvitation | null> {
    return this.writing.invitation(citizen, invitation);
  }

  @Roles('clerk', 'administrator')
  @Query()
  initiativeDesk(@CurrentCitizen() clerk: Citizen): Promise<InitiativeDesk> {
    return this.reading.desk(clerk);
  }

  @Roles('clerk', 'administrator')
  @Query()
  signatureSheets(@CurrentCitizen() clerk: Citizen, @Args() { initiativeId }: QuerySignatureSheetsArgs): Promise<SignatureSheet[]> {
    return this.sheets.of(clerk, initiativeId);
  }

  @Roles('administrator')
  @Mutation()
  saveInitiativeKind(@Args() args: MutationSaveInitiativeKindArgs): Promise<SaveInitiativeKindResult> {
    return this.kinds.save(args);
  }

  @Mutation()
  saveInitiative(@CurrentCitizen() citizen: Citizen, @Args() args: MutationSaveInitiativeArgs): Promise<SaveInitiativeResult> {
    return this.writing.save(citizen, args);
  }

  @Mutation()
  discardInitiative(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationDiscardInitiativeArgs): Promise<DiscardInitiativeResult> {
    return this.writing.discard(citizen, id);
  }

  @Mutation()
  callPromoters(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationCallPromotersArgs): Promise<InitiativeResult> {
    return this.writing.call(citizen, id);
  }

  @Mutation()
  rewriteInitiative(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationRewriteInitiativeArgs): Promise<InitiativeResult> {
    return this.writing.rewrite(citizen, id);
  }

  @Mutation()
  joinInitiative(@CurrentCitizen() citizen: Citizen, @Args() { invitation }: MutationJoinInitiativeArgs): Promise<InitiativeResult> {
    return this.writing.join(citizen, invitation);
  }

  @Mutation()
  leaveInitiative(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationLeaveInitiativeArgs): Promise<InitiativeResult> {
    return this.writing.leave(citizen, id);
  }

  @Mutation()
  submitInitiative(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationSubmitInitiativeArgs): Promise<InitiativeResult> {
    return this.writing.submit(citizen, id);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  decideInitiative(@CurrentCitizen() clerk: Citizen, @Args() { input }: MutationDecideInitiativeArgs): Promise<InitiativeResult> {
    return this.clerk.decide(clerk, input);
  }

  @Mutation()
  signInitiative(@CurrentCitizen() citizen: Citizen, @Args() { input }: MutationSignInitiativeArgs): Promise<SignInitiativeResult> {
    return this.signing.sign(citizen, input);
  }

  @Mutation()
  withdrawSignature(@CurrentCitizen() citizen: Citizen, @Args() args: MutationWithdrawSignatureArgs): Promise<SignInitiativeResult> {
    return this.signing.withdraw(citizen, args);
  }

  @Mutation()
  handInInitiative(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationHandInInitiativeArgs): Promise<InitiativeResult> {
    return this.ending.handIn(citizen, id);
  }

  @Mutation()
  withdrawInitiative(@CurrentCitizen() citizen: Citizen, @Args() { id, reason }: MutationWithdrawInitiativeArgs): Promise<InitiativeResult> {
    return this.writing.withdraw(citizen, id, reason);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  enterSheet(@CurrentCitizen() clerk: Citizen, @Args() args: MutationEnterSheetArgs): Promise<EnterSheetResult> {
    return this.sheets.enter(clerk, args);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  openCheckList(@CurrentCitizen() clerk: Citizen, @Args() { id }: MutationOpenCheckListArgs): Promise<OpenCheckListResult> {
    return this.lists.open(clerk, id);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  verifyInitiative(@CurrentCitizen() clerk: Citizen, @Args() args: MutationVerifyInitiativeArgs): Promise<InitiativeResult> {
    return this.clerk.verify(clerk, args);
  }

  @Roles('clerk', 'administrator')
  @Mutation()
  answerInitiative(@CurrentCitizen() clerk: Citizen, @Args() { input }: MutationAnswerInitiativeArgs): Promise<InitiativeResult> {
    return this.clerk.answer(clerk, input);
  }
}
