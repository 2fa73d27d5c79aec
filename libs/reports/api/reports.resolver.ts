import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { COUNCIL_ROLES } from '@isegoria/insights/contracts';
import type { ReportRhythm } from '@isegoria/reports/contracts';
import { Subscriptions } from './mailing/subscriptions.service';
import { Reports } from './reports.service';

@Resolver()
export class ReportsResolver {
  constructor(
    private readonly reports: Reports,
    private readonly subscriptions: Subscriptions,
  ) {}

  @Roles(...COUNCIL_ROLES)
  @Query()
  myReports(@CurrentCitizen() citizen: Citizen) {
    return this.subscriptions.of(citizen);
  }

  @Public()
  @Query()
  reportCertificate() {
    return this.reports.certificate();
  }

  @Roles(...COUNCIL_ROLES)
  @Mutation()
  subscribeToReport(@CurrentCitizen() citizen: Citizen, @Args('kind') kind: string, @Args('reportId') reportId: string, @Args('rhythm') rhythm: ReportRhythm) {
    return this.subscriptions.subscribe(citizen, kind, reportId, rhythm);
  }

  @Mutation()
  endReportSubscription(@CurrentCitizen() citizen: Citizen, @Args('id') id: string) {
    return this.subscriptions.end(citizen, id);
  }

  @Public()
  @Mutation()
  stopReport(@Args('id') id: string, @Args('token') token: string) {
    return this.subscriptions.stop(id, token);
  }
}
