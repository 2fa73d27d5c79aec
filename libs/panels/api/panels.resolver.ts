import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  DiscardPanelResult, EnterNumbersResult, MutationAnswerSeatArgs, MutationDiscardPanelArgs, MutationEnterPanelNumbersArgs, MutationOfferForPanelArgs, MutationPublishPanelArgs, MutationSavePanelArgs, MutationTakeOfferBackArgs,
  MutationWithdrawPanelArgs, OfferResult, Panel, PanelMember, PanelPage, PublishPanelResult, QueryPanelArgs, QueryPanelDeskArgs, QueryPanelMembersArgs, QueryPanelsArgs, SavePanelResult, WithdrawPanelResult,
} from '@isegoria/panels/contracts';
import { PanelDesk } from './desk.service';
import { Offering } from './offering.service';
import { PanelReading } from './reading.service';

@Resolver()
export class PanelsResolver {
  constructor(
    private readonly reading: PanelReading,
    private readonly offering: Offering,
    private readonly desk: PanelDesk,
  ) {}

  @Public()
  @Query()
  panels(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryPanelsArgs): Promise<PanelPage> {
    return this.reading.public(args, viewer);
  }

  @Public()
  @Query()
  panel(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryPanelArgs): Promise<Panel | null> {
    return this.reading.one(id, viewer);
  }

  @Public()
  @Query()
  panelMembers(@CurrentCitizen() viewer: Citizen | null, @Args() { panelId }: QueryPanelMembersArgs): Promise<PanelMember[]> {
    return this.reading.members(panelId, viewer);
  }

  @Roles('official', 'clerk', 'administrator')
  @Query()
  panelDesk(@CurrentCitizen() official: Citizen, @Args() { first, after }: QueryPanelDeskArgs): Promise<PanelPage> {
    return this.reading.desk(official, first, after);
  }

  @Roles('official', 'administrator')
  @Mutation()
  savePanel(@CurrentCitizen() official: Citizen, @Args() args: MutationSavePanelArgs): Promise<SavePanelResult> {
    return this.desk.save(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  publishPanel(@CurrentCitizen() official: Citizen, @Args() { id, revision }: MutationPublishPanelArgs): Promise<PublishPanelResult> {
    return this.desk.publish(official, id, revision);
  }

  @Roles('official', 'administrator')
  @Mutation()
  discardPanel(@CurrentCitizen() official: Citizen, @Args() { id }: MutationDiscardPanelArgs): Promise<DiscardPanelResult> {
    return this.desk.discard(official, id);
  }

  @Roles('official', 'administrator')
  @Mutation()
  withdrawPanel(@CurrentCitizen() official: Citizen, @Args() { id, reason }: MutationWithdrawPanelArgs): Promise<WithdrawPanelResult> {
    return this.desk.withdraw(official, id, reason);
  }

  @Mutation()
  offerForPanel(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationOfferForPanelArgs): Promise<OfferResult> {
    return this.offering.offer(citizen, id);
  }

  @Mutation()
  takeOfferBack(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationTakeOfferBackArgs): Promise<OfferResult> {
    return this.offering.takeBack(citizen, id);
  }

  @Mutation()
  answerSeat(@CurrentCitizen() citizen: Citizen, @Args() { id, accepts, showsName }: MutationAnswerSeatArgs): Promise<OfferResult> {
    return this.offering.answer(citizen, id, { accepts, showsName });
  }

  @Roles('official', 'clerk', 'administrator')
  @Mutation()
  enterPanelNumbers(@CurrentCitizen() official: Citizen, @Args() { id, numbers }: MutationEnterPanelNumbersArgs): Promise<EnterNumbersResult> {
    return this.desk.enter(official, id, numbers);
  }
}
