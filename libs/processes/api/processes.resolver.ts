import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type { PhaseChange, PhaseForm, Process, UpdatePhaseResult } from '@isegoria/processes/contracts';
import { PhaseChanges } from './phase-changes.service';
import { Processes } from './processes.service';

@Resolver()
export class ProcessesResolver {
  constructor(
    private readonly all: Processes,
    private readonly changes: PhaseChanges,
  ) {}

  @Public()
  @Query()
  processes(): Promise<Process[]> {
    return this.all.all();
  }

  @Public()
  @Query()
  process(@Args('id') id: string): Promise<Process | null> {
    return this.all.find(id);
  }

  @Public()
  @Query()
  phaseChanges(@Args('processId') processId: string): Promise<PhaseChange[]> {
    return this.changes.of(processId);
  }

  @Roles('administrator')
  @Mutation()
  updatePhase(@CurrentCitizen() administrator: Citizen, @Args('input') input: PhaseForm): Promise<UpdatePhaseResult> {
    return this.changes.update(administrator, input);
  }
}
