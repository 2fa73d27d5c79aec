import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { MakeRequestSourceResult, MutationMakeRequestSourceArgs, MutationRevokeRequestSourceArgs, RequestSource, RevokeRequestSourceResult } from '@isegoria/requests/contracts';
import { RequestSources } from './sources.service';

/** Administrators give programs their keys. */
@Roles('administrator')
@Resolver()
export class RequestSourcesResolver {
  constructor(private readonly sources: RequestSources) {}

  @Query()
  requestSources(): Promise<RequestSource[]> {
    return this.sources.all();
  }

  @Mutation()
  makeRequestSource(@CurrentCitizen() { id }: Citizen, @Args() { name }: MutationMakeRequestSourceArgs): Promise<MakeRequestSourceResult> {
    return this.sources.make(id, name);
  }

  @Mutation()
  revokeRequestSource(@CurrentCitizen() citizen: Citizen, @Args() { id }: MutationRevokeRequestSourceArgs): Promise<RevokeRequestSourceResult> {
    return this.sources.revoke(citizen.id, id);
  }
}
