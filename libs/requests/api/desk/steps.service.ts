import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, plain, Turns } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Announcer } from '@isegoria/realtime/api';
import {
  filledIn, passInput, type PassRequestResult, type RequestLeft, requestLimits as limits, type RequestSeenInput, type RequestStepInput, type StepFields, stepInput, stepProblems, type StepRequestResult, type StepRequestsResult,
} from '@isegoria/requests/contracts';
import type { ClientSession, Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { change, moment, standing, toldOf } from '../change';
import { deskChanged, FollowThrough } from '../follow-through';
import { momentSubject, titleOf } from '../request-labels';
import { type MomentRecord, RequestRecord } from '../request.schema';
import { RequestViews } from '../request-views';
import { WithPictures } from '../with-pictures';
import { isOriginalFor, stepped, stepRefusal } from './desk.rules';
import { closedTo, invalid, noRequest, refuse, wrong } from './refusals';

type Outcome = { done: RequestRecord } | { overtaken: RequestRecord } | { refused: string };

/** What a department does with a request in public: its steps, and the passing on to another department. Of two officials who act at once the second is shown what the first did. */
@Injectable()
export class Steps {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly views: RequestViews,
    private readonly followThrough: FollowThrough,
    private readonly withPictures: WithPictures,
    private readonly announcer: Announcer,
    private readonly turns: Turns,
    private readonly clock: Clock,
  ) {}

  async step(official: Citizen, seen: RequestSeenInput, input: RequestStepInput): Promise<StepRequestResult> {
    const request = await this.find(seen.id);
    const closed = closedTo(official, request, 'step');
    if (closed || !request) return closed ?? noRequest;
    const fields = cleaned(input);
    const problems = [...problemsOf(stepInput, fields), ...stepProblems(fields, this.clock.now())];
    if (problems.length > 0) return invalid(problems);
    const outcome = await this.inTurn(official, { request, revision: seen.revision, fields });
    if ('refused' in outcome) return outcome.refused === 'duplicateOf' || outcome.refused === 'pictures' ? wrong(outcome.refused) : refuse(outcome.refused);
    return 'done' in outcome
      ? { __typename: 'RequestChanged', request: await this.views.one(outcome.done, official) }
      : { __typename: 'RequestOvertaken', request: await this.views.one(outcome.overtaken, official) };
  }

  /** Each stands for itself: one that somebody changed meanwhile is left, and the others are done. */
  async stepAll(official: Citizen, seen: readonly RequestSeenInput[], input: RequestStepInput): Promise<StepRequestsResult> {
    const fields = cleaned(input);
    const problems = [...problemsOf(stepInput, fields), ...stepProblems(fields, this.clock.now())];
    if (problems.length > 0) return invalid(problems);
    if (seen.length > limits.atOnce) return wrong('seen', 'too_big', limits.atOnce);
    // A picture shows one place.
    if (fields.pictures.length > 0) return wrong('pictures');
    const changed: string[] = [];
    const left: RequestLeft[] = [];
    for (const { id, revision } of new Map(seen.map((one) => [one.id, one])).values()) {
      const request = await this.find(id);
      const closed = closedTo(official, request, 'step');
      const outcome: Outcome = closed || !request ? { refused: (closed ?? noRequest).reason } : await this.inTurn(official, { request, revision, fields });
      if ('done' in outcome) changed.push(id);
      else left.push({ id, reason: 'refused' in outcome ? outcome.refused : 'overtaken' });
    }
    return { __typename: 'RequestsChanged', changed, left };
  }

  /** To another service, and so to its department, which finds it among what nobody has looked at. The days that were promised, and what was answered, stay. */
  async pass(official: Citizen, seen: RequestSeenInput, { serviceId, text }: { serviceId: string; text: string }): Promise<PassRequestResult> {
    const request = await this.find(seen.id);
    const closed = closedTo(official, request, 'pass');
    if (closed || !request) return closed ?? noRequest;
    const said = plain(text);
    const problems = problemsOf(passInput, { serviceId, text: said });
    if (problems.length > 0) return invalid(problems);
    if (request.revision !== seen.revision) return this.overtaken(request, official);
    if (!request.isOpen) return refuse('ended');
    const service = await this.catalogue.service(serviceId);
    if (!service || service.isRetired || service._id === request.serviceId) return wrong('serviceId');
    const refused = stepRefusal(request, 'update');
    if (refused) return refuse(refused);

    const now = this.clock.now();
    const { departmentId } = service;
    const isMoved = departmentId !== request.departmentId;
    // What was private stays so, and what comes to a private service becomes so.
    const isPrivate = request.isPrivate || service.isPrivate;
    const stands = { isPrivate, ...standing(isMoved ? 'received' : request.status, isPrivate) };
    const answers = request.answers.map((answer) => ({ serviceId: request.serviceId, ...answer }));
    const set = { ...stands, serviceId: service._id, departmentId, answers, changedAt: now, ...(isMoved ? { takenById: null } : {}) };
    const passed = await this.write(request, set, moment({ kind: 'passed', at: now, text: said, departmentId, byId: official.id }));
    if (!passed) return this.overtaken(await this.find(seen.id), official);
    if (isMoved) await deskChanged(this.announcer, request.departmentId);
    return { __typename: 'RequestChanged', request: await this.views.one(passed, official) };
  }

  /** Two that are ended as doubles of each other would both be lost, and no index keeps that apart: doubles are made one after the other. */
  private inTurn(official: Citizen, act: { request: RequestRecord; revision: number; fields: StepFields }): Promise<Outcome> {
    const take = () => this.take(official, act);
    return act.fields.reason === 'duplicate' ? this.turns.take('requests.doubles', take) : take();
  }

  private async take(official: Citizen, { request, revision, fields }: { request: RequestRecord; revision: number; fields: StepFields }): Promise<Outcome> {
    const text = filledIn(fields.text, { number: request._id, place: request.place.label });
    if (request.revision !== revision) return isSaidAlready(request, revision, { byId: official.id, kind: fields.step, text }) ? { done: request } : { overtaken: request };
    const refused = stepRefusal(request, fields.step);
    if (refused) return { refused };
    if (fields.step === 'closed' && fields.reason === 'duplicate' && !isOriginalFor(request, await this.find(fields.duplicateOf ?? ''))) return { refused: 'duplicateOf' };

    const now = this.clock.now();
    const { status, ...set } = stepped(request, fields, now);
    const { departmentId, isPrivate } = request;
    const { expectedAt = null, closing = null } = set;
    const said = moment({ kind: fields.step, at: now, text, pictures: fields.pictures, departmentId, expectedAt, closing, byId: official.id });
    const done = await this.keep(request, { ...set, ...standing(status, isPrivate) }, said);
    if (done === 'pictures') return { refused: done };
    if (done) return { done };
    const stands = await this.find(request._id);
    return stands ? { overtaken: stands } : { refused: noRequest.reason };
  }

  /** Written together with its pictures, or neither; null where somebody was quicker. */
  private async keep(request: RequestRecord, set: Partial<RequestRecord>, said: MomentRecord): Promise<RequestRecord | 'pictures' | null> {
    if (said.pictures.length === 0) return this.write(request, set, said);
    const written = await this.withPictures.write(async (session, claim) => {
      const changed = await this.change(request, set, said, session);
      if (changed) await claim(said.pictures, said.byId ?? '', momentSubject(request._id, said.id));
      return changed;
    });
    if (written === 'pictures') return written;
    if (written.done) await this.followThrough.changed(written.done);
    return written.done;
  }

  private async write(request: RequestRecord, set: Partial<RequestRecord>, said: MomentRecord): Promise<RequestRecord | null> {
    const changed = await this.change(request, set, said);
    if (changed) await this.followThrough.changed(changed);
    return changed;
  }

  /** The change, what it adds to the history and what is told of it, in one write; null where somebody was quicker. */
  private async change(request: RequestRecord, set: Partial<RequestRecord>, said: MomentRecord, session?: ClientSession): Promise<RequestRecord | null> {
    const after = { ...request, ...set };
    const told = toldOf(after, titleOf(await this.catalogue.service(after.serviceId), after.place), said);
    return change(this.requests, request, { ...set, unfinished: true }, { moments: [said], told, session });
  }

  private async overtaken(request: RequestRecord | null, official: Citizen): Promise<PassRequestResult> {
    return request ? { __typename: 'RequestOvertaken', request: await this.views.one(request, official) } : noRequest;
  }

  private find(id: string): Promise<RequestRecord | null> {
    return this.requests.findById(String(id)).lean<RequestRecord>().exec();
  }
}

function cleaned({ step, text, expectedAt, reason, duplicateOf, pictures }: RequestStepInput): StepFields {
  return { step, text: plain(text), expectedAt: expectedAt ?? null, reason: reason ?? null, duplicateOf: duplicateOf?.trim() || null, pictures };
}

/** A form that was sent twice says the same twice; it is one step. */
function isSaidAlready({ revision, history }: RequestRecord, seen: number, said: Pick<MomentRecord, 'byId' | 'kind' | 'text'>): boolean {
  const last = history.at(-1);
  return revision === seen + 1 && last?.byId === said.byId && last.kind === said.kind && last.text === said.text;
}
