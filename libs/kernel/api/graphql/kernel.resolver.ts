import { SetMetadata } from '@nestjs/common';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../clock';

/** The metadata key that `@Public()` sets; declared here so that the kernel's own doors can be open without knowing identity. */
export const PUBLIC = 'isegoria:public';

@Resolver()
export class KernelResolver {
  constructor(private readonly clock: Clock) {}

  @SetMetadata(PUBLIC, true)
  @Query()
  now(): Date {
    return this.clock.now();
  }

  @SetMetadata(PUBLIC, true)
  @Mutation()
  nothing(): boolean {
    return true;
  }
}
