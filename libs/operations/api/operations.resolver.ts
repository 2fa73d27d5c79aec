import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Roles } from '@isegoria/identity/api';
import { GivenUpJobs, Jobs } from '@isegoria/kernel/api';
import type { GivenUpJob, TryJobAgainResult } from '@isegoria/operations/contracts';

@Resolver()
export class OperationsResolver {
  constructor(
    private readonly givenUp: GivenUpJobs,
    private readonly jobs: Jobs,
  ) {}

  /** Without what the jobs carry, which may name people. */
  @Roles('administrator')
  @Query()
  async givenUpJobs(): Promise<GivenUpJob[]> {
    return (await this.givenUp.all()).map(({ id, name, about, isRegular, at, attempts, error }) => ({ id, name, about, isRegular, at, attempts, error }));
  }

  @Roles('administrator')
  @Mutation()
  async tryJobAgain(@Args('id') id: string): Promise<TryJobAgainResult> {
    return (await this.jobs.tryAgain(id)) ? { __typename: 'JobAskedFor', id } : { __typename: 'NotFound', reason: 'no_job' };
  }
}
