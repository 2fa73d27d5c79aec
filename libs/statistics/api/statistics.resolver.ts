import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { PopulationInput } from '@isegoria/statistics/contracts';
import { Populations } from './populations.service';

@Resolver()
export class StatisticsResolver {
  constructor(private readonly populations: Populations) {}

  @Public()
  @Query()
  population(@Args('id') id?: string | null) {
    return this.populations.one(id);
  }

  @Public()
  @Query('populations')
  list() {
    return this.populations.list();
  }

  @Roles('administrator')
  @Mutation()
  savePopulation(@CurrentCitizen() { id }: Citizen, @Args('input') input: PopulationInput) {
    return this.populations.save(id, input);
  }

  @Roles('administrator')
  @Mutation()
  importPopulation(@CurrentCitizen() { id }: Citizen, @Args('csv') csv: string) {
    return this.populations.import(id, csv);
  }
}
