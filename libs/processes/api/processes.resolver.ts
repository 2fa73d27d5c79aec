import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public, Roles } from '@isegoria/identity/api';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import type {
  ChangeProcessResult, MutationPublishProcessArgs, MutationRemovePhaseArgs, MutationRemoveProcessArgs, NewPhaseForm, NewProcessForm, PhaseChange, PhaseForm, Process, ProcessForm, RemoveProcessResult,
} from '@isegoria/processes/contracts';
import { Drafts } from './drafts.service';
import { ProcessChanges } from './process-changes.service';
import { Processes } from './processes.service';

@Resolver()
export class ProcessesResolver {
  constructor(
    private readonly all: Processes,
    private readonly drafts: Drafts,
    private readonly changes: ProcessChanges,
  ) {}

  @Public()
  @Query()
  processes(): Promise<Process[]> {
    return this.all.all();
  }

  @Public()
  @Query()
  async process(@CurrentCitizen() citizen: Citizen | null, @Args('id') id: string): Promise<Process | null> {
    return (await this.all.find(id)) ?? (hasRole(citizen, 'administrator') ? this.drafts.find(id) : null);
  }

  @Roles('administrator')
  @Query()
  draftProcesses(): Promise<Process[]> {
    return this.drafts.all();
  }

  @Public()
  @Query()
  phaseChanges(@Args('processId') processId: string): Promise<PhaseChange[]> {
    return this.changes.of(processId);
  }

  @Roles('administrator')
  @Mutation()
  createProcess(@Args('input') input: NewProcessForm): Promise<ChangeProcessResult> {
    return this.drafts.create(input);
  }

  @Roles('administrator')
  @Mutation()
  updateProcess(@CurrentCitizen() administrator: Citizen, @Args('input') input: ProcessForm): Promise<ChangeProcessResult> {
    return this.changes.update(administrator, input);
  }

  @Roles('administrator')
  @Mutation()
  publishProcess(@CurrentCitizen() administrator: Citizen, @Args() read: MutationPublishProcessArgs): Promise<ChangeProcessResult> {
    return this.changes.publish(administrator, read);
  }

  @Roles('administrator')
  @Mutation()
  removeProcess(@Args() read: MutationRemoveProcessArgs): Promise<RemoveProcessResult> {
    return this.drafts.remove(read);
  }

  @Roles('administrator')
  @Mutation()
  addPhase(@CurrentCitizen() administrator: Citizen, @Args('input') input: NewPhaseForm): Promise<ChangeProcessResult> {
    return this.changes.addPhase(administrator, input);
  }

  @Roles('administrator')
  @Mutation()
  updatePhase(@CurrentCitizen() administrator: Citizen, @Args('input') input: PhaseForm): Promise<ChangeProcessResult> {
    return this.changes.updatePhase(administrator, input);
  }

  @Roles('administrator')
  @Mutation()
  removePhase(@CurrentCitizen() administrator: Citizen, @Args() read: MutationRemovePhaseArgs): Promise<ChangeProcessResult> {
    return this.changes.removePhase(administrator, read);
  }
}
