import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { IntegritySign, IntegritySignPage, IntegritySpan, MutationTellOfSignArgs, QueryIntegritySignArgs, QueryIntegritySignsArgs, QueryIntegritySpansArgs, QueryIntegrityToldArgs, TellOfSignResult } from '@isegoria/integrity/contracts';
import { Signs } from './signs.service';
import { Telling } from './telling.service';

@Resolver()
export class IntegrityResolver {
  constructor(
    private readonly signs: Signs,
    private readonly telling: Telling,
  ) {}

  @Public()
  @Query()
  integritySigns(@Args() args: QueryIntegritySignsArgs): Promise<IntegritySignPage> {
    return this.signs.page(args);
  }

  @Public()
  @Query()
  integritySign(@Args() { id }: QueryIntegritySignArgs): Promise<IntegritySign | null> {
    return this.signs.one(id);
  }

  @Public()
  @Query()
  integritySpans(@Args() { id }: QueryIntegritySpansArgs): Promise<IntegritySpan[]> {
    return this.signs.spans(id);
  }

  @Public()
  @Query()
  integrityTold(@Args() { subject }: QueryIntegrityToldArgs): Promise<IntegritySign[]> {
    return this.signs.told(subject);
  }

  @Roles('moderator', 'administrator')
  @Mutation()
  tellOfSign(@CurrentCitizen() citizen: Citizen, @Args() args: MutationTellOfSignArgs): Promise<TellOfSignResult> {
    return this.telling.tell(citizen, args);
  }
}
