import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  DiscardVolunteerCallResult, MarkVolunteerResult, MutationAcceptVolunteerCallArgs, MutationCancelVolunteerCallArgs, MutationCancelVolunteerShiftArgs, MutationConfirmVolunteeringArgs, MutationDeclineVolunteerCallArgs, MutationDiscardVolunteerCallArgs, MutationLeaveVolunteeringArgs, MutationMarkVolunteerArgs,
  MutationOfferVolunteeringArgs, MutationProposeVolunteerCallArgs, MutationPublishVolunteerCallArgs, MutationReportVolunteerCallArgs, MutationSaveVolunteerCallArgs, MyVolunteerOfferPage, MyVolunteerSum, OfferVolunteeringResult, QueryFindVolunteerOriginsArgs, QueryMyVolunteerCallsArgs, QueryMyVolunteerOffersArgs,
  QueryVolunteerCallArgs, QueryVolunteerCallsArgs, QueryVolunteerCallsOfArgs, QueryVolunteerOffersArgs, QueryVolunteerOriginArgs, VolunteerCall, VolunteerCallPage, VolunteerCallResult, VolunteerDesk, VolunteerOfferPage, VolunteerOrigin,
} from '@isegoria/volunteering/contracts';
import { Holding } from './holding.service';
import { Offers } from './offers.service';
import { Reading } from './reading.service';

@Resolver()
export class VolunteeringResolver {
  constructor(
    private readonly reading: Reading,
    private readonly holding: Holding,
    private readonly offers: Offers,
  ) {}

  @Public()
  @Query()
  volunteerCalls(@CurrentCitizen() viewer: Citizen | null, @Args() args: QueryVolunteerCallsArgs): Promise<VolunteerCallPage> {
    return this.reading.list(args, viewer);
  }

  @Public()
  @Query()
  volunteerCall(@CurrentCitizen() viewer: Citizen | null, @Args() { id }: QueryVolunteerCallArgs): Promise<VolunteerCall | null> {
    return this.reading.one(id, viewer);
  }

  @Public()
  @Query()
  volunteerCallsOf(@CurrentCitizen() viewer: Citizen | null, @Args() { subject }: QueryVolunteerCallsOfArgs): Promise<VolunteerCall[]> {
    return this.reading.grownFrom(subject, viewer);
  }

  @Query()
  myVolunteerOffers(@CurrentCitizen() citizen: Citizen, @Args() args: QueryMyVolunteerOffersArgs): Promise<MyVolunteerOfferPage> {
    return this.reading.mine(citizen, args);
  }

  @Query()
  myVolunteerSum(@CurrentCitizen() citizen: Citizen): Promise<MyVolunteerSum> {
    return this.reading.sum(citizen);
  }

  @Query()
  myVolunteerCalls(@CurrentCitizen() citizen: Citizen, @Args() args: QueryMyVolunteerCallsArgs): Promise<VolunteerCallPage> {
    return this.reading.proposedBy(citizen, args);
  }

  @Roles('official', 'administrator')
  @Query()
  volunteerOffers(@CurrentCitizen() official: Citizen, @Args() args: QueryVolunteerOffersArgs): Promise<VolunteerOfferPage> {
    return this.offers.list(official, args);
  }

  @Roles('official', 'administrator')
  @Query()
  volunteerDesk(@CurrentCitizen() official: Citizen): Promise<VolunteerDesk> {
    return this.reading.desk(official);
  }

  @Query()
  volunteerOrigin(@Args() { subject }: QueryVolunteerOriginArgs): Promise<VolunteerOrigin | null> {
    return this.holding.origin(subject);
  }

  @Query()
  findVolunteerOrigins(@Args() { words }: QueryFindVolunteerOriginsArgs): Promise<VolunteerOrigin[]> {
    return this.holding.find(words);
  }

  @Roles('official', 'administrator')
  @Mutation()
  saveVolunteerCall(@CurrentCitizen() official: Citizen, @Args() args: MutationSaveVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.holding.save(official, args);
  }

  @Mutation()
  proposeVolunteerCall(@CurrentCitizen() citizen: Citizen, @Args() args: MutationProposeVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.holding.propose(citizen, args);
  }

  @Mutation()
  discardVolunteerCall(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationDiscardVolunteerCallArgs): Promise<DiscardVolunteerCallResult> {
    return this.holding.discard(citizen, id);
  }

  @Roles('official', 'administrator')
  @Mutation()
  publishVolunteerCall(@CurrentCitizen() official: Citizen, @Args() { id, revision }: MutationPublishVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.holding.publish(official, id, revision);
  }

  @Roles('official', 'administrator')
  @Mutation()
  acceptVolunteerCall(@CurrentCitizen() official: Citizen, @Args() args: MutationAcceptVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.holding.accept(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  declineVolunteerCall(@CurrentCitizen() official: Citizen, @Args() args: MutationDeclineVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.holding.decline(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  cancelVolunteerCall(@CurrentCitizen() official: Citizen, @Args() { id, reason }: MutationCancelVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.holding.cancel(official, id, reason);
  }

  @Roles('official', 'administrator')
  @Mutation()
  cancelVolunteerShift(@CurrentCitizen() official: Citizen, @Args() { shiftId, reason }: MutationCancelVolunteerShiftArgs): Promise<VolunteerCallResult> {
    return this.holding.cancelShift(official, shiftId, reason);
  }

  @Roles('official', 'administrator')
  @Mutation()
  reportVolunteerCall(@CurrentCitizen() official: Citizen, @Args() args: MutationReportVolunteerCallArgs): Promise<VolunteerCallResult> {
    return this.holding.report(official, args);
  }

  @Mutation()
  offerVolunteering(@CurrentCitizen() citizen: Citizen, @Args() { shiftId, isNamed }: MutationOfferVolunteeringArgs): Promise<OfferVolunteeringResult> {
    return this.offers.offer(citizen, shiftId, isNamed);
  }

  @Mutation()
  confirmVolunteering(@CurrentCitizen() citizen: Citizen, @Args() { shiftId }: MutationConfirmVolunteeringArgs): Promise<OfferVolunteeringResult> {
    return this.offers.confirm(citizen, shiftId);
  }

  @Mutation()
  leaveVolunteering(@CurrentCitizen() citizen: Citizen, @Args() { shiftId }: MutationLeaveVolunteeringArgs): Promise<OfferVolunteeringResult> {
    return this.offers.leave(citizen, shiftId);
  }

  @Roles('official', 'administrator')
  @Mutation()
  markVolunteer(@CurrentCitizen() official: Citizen, @Args() args: MutationMarkVolunteerArgs): Promise<MarkVolunteerResult> {
    return this.offers.mark(official, args);
  }
}
