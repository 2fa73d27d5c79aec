import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Roles } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import type {
  MutationEnterRequestArgs, MutationNoteOnRequestArgs, MutationPassRequestArgs, MutationRemoveRequestTemplateArgs, MutationRetireRequestServiceArgs, MutationSaveRequestServiceArgs, MutationSaveRequestTemplateArgs,
  MutationStepRequestArgs, MutationStepRequestsArgs, MutationTakeRequestArgs, NoteOnRequestResult, PassRequestResult, QueryRequestQueueArgs, RemoveRequestTemplateResult, RequestQueue, RequestTemplate,
  SaveRequestServiceResult, SaveRequestTemplateResult, StepRequestResult, StepRequestsResult, SubmitRequestResult, TakeRequestResult,
} from '@isegoria/requests/contracts';
import { Desk } from './desk.service';
import { Queue } from './queue';
import { ServicesDesk } from './services.service';
import { Steps } from './steps.service';
import { Templates } from './templates.service';

/** What departments and administrators do. */
@Resolver()
export class DeskResolver {
  constructor(
    private readonly queue: Queue,
    private readonly steps: Steps,
    private readonly desk: Desk,
    private readonly templates: Templates,
    private readonly services: ServicesDesk,
  ) {}

  @Roles('official', 'administrator')
  @Query()
  requestQueue(@CurrentCitizen() official: Citizen, @Args() args: QueryRequestQueueArgs): Promise<RequestQueue> {
    return this.queue.of(official, args);
  }

  @Roles('official', 'administrator')
  @Query()
  requestTemplates(@CurrentCitizen() official: Citizen): Promise<RequestTemplate[]> {
    return this.templates.list(official);
  }

  @Roles('official', 'administrator')
  @Mutation()
  enterRequest(@CurrentCitizen() official: Citizen, @Args() args: MutationEnterRequestArgs): Promise<SubmitRequestResult> {
    return this.desk.enter(official, args);
  }

  @Roles('official', 'administrator')
  @Mutation()
  stepRequest(@CurrentCitizen() official: Citizen, @Args() { seen, input }: MutationStepRequestArgs): Promise<StepRequestResult> {
    return this.steps.step(official, seen, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  stepRequests(@CurrentCitizen() official: Citizen, @Args() { seen, input }: MutationStepRequestsArgs): Promise<StepRequestsResult> {
    return this.steps.stepAll(official, seen, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  passRequest(@CurrentCitizen() official: Citizen, @Args() { seen, ...to }: MutationPassRequestArgs): Promise<PassRequestResult> {
    return this.steps.pass(official, seen, to);
  }

  @Roles('official', 'administrator')
  @Mutation()
  noteOnRequest(@CurrentCitizen() official: Citizen, @Args() { id, text }: MutationNoteOnRequestArgs): Promise<NoteOnRequestResult> {
    return this.desk.note(official, id, text);
  }

  @Roles('official', 'administrator')
  @Mutation()
  takeRequest(@CurrentCitizen() official: Citizen, @Args() { id, take }: MutationTakeRequestArgs): Promise<TakeRequestResult> {
    return this.desk.take(official, id, take);
  }

  @Roles('official', 'administrator')
  @Mutation()
  saveRequestTemplate(@CurrentCitizen() official: Citizen, @Args() { input }: MutationSaveRequestTemplateArgs): Promise<SaveRequestTemplateResult> {
    return this.templates.save(official, input);
  }

  @Roles('official', 'administrator')
  @Mutation()
  removeRequestTemplate(@CurrentCitizen() official: Citizen, @Args() { id }: MutationRemoveRequestTemplateArgs): Promise<RemoveRequestTemplateResult> {
    return this.templates.remove(official, id);
  }

  @Roles('administrator')
  @Mutation()
  saveRequestService(@Args() { input }: MutationSaveRequestServiceArgs): Promise<SaveRequestServiceResult> {
    return this.services.save(input);
  }

  @Roles('administrator')
  @Mutation()
  retireRequestService(@Args() { id, isRetired }: MutationRetireRequestServiceArgs): Promise<SaveRequestServiceResult> {
    return this.services.retire(id, isRetired);
  }
}
