import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Files } from '@isegoria/files/api';
import type { Picture } from '@isegoria/files/contracts';
import { Citizens } from '@isegoria/identity/api';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { isLate, type RequestDesk, type RequestLabel, type RequestLink, type RequestMoment, type RequestService, type ServiceRequest } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { stepsNow } from './desk/desk.rules';
import { labelsOf, momentSubject, requestPath, requestSubject, titleOf } from './request-labels';
import type { ServiceRecord } from './request-service.schema';
import { type MomentRecord, RequestRecord, RequestWordRecord } from './request.schema';
import { isDesked, mayRead, sayUntil, shownAnswers, withdrawRefusal } from './requests.rules';

/** All that the views of one page need from elsewhere, read once. */
interface Around {
  viewer: Citizen | null;
  now: Date;
  services: Map<string, ServiceRecord>;
  shown: Map<string, RequestService>;
  departments: (id: string) => RequestLabel;
  districts: (id: string) => RequestLabel;
  people: Map<string, { id: string; name: string }>;
  pictures: (of: Subject) => Picture[];
  links: Map<string, RequestLink>;
  proposals: Map<string, SubjectCard>;
  doubles: Map<string, RequestLink[]>;
  said: Map<string, boolean>;
}

type Linked = Pick<RequestRecord, '_id' | 'serviceId' | 'place' | 'status' | 'closing'>;

/** Makes of what is stored what is shown to one reader: whole, so that a list needs no question per row. */
@Injectable()
export class RequestViews {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    @InjectModel(RequestWordRecord.name) private readonly words: Model<RequestWordRecord>,
    private readonly catalogue: Catalogue,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly files: Files,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  /** One that this reader may see, or null. */
  async find(id: string, viewer: Citizen | null): Promise<ServiceRequest | null> {
    const request = await this.requests.findById(String(id)).lean<RequestRecord>().exec();
    return request && mayRead(request, viewer) ? this.one(request, viewer) : null;
  }

  async one(request: RequestRecord, viewer: Citizen | null): Promise<ServiceRequest> {
    const [view] = await this.many([request], viewer);
    if (!view) throw new Error('a view for each request');
    return view;
  }

  async many(requests: readonly RequestRecord[], viewer: Citizen | null): Promise<ServiceRequest[]> {
    if (requests.length === 0) return [];
    const [services, city, people, pictures, links, doubles, said, proposals] = await Promise.all([
      this.catalogue.all(), this.organisation.city(), this.peopleOf(requests, viewer), this.picturesOf(requests), this.linksOf(requests), this.doublesOf(requests), this.saidBy(viewer, requests), this.proposalsOf(requests),
    ]);
    const shown = await this.catalogue.shown(requests.flatMap(({ serviceId }) => services.get(serviceId) ?? []));
    const around: Around = {
      ...{ viewer, now: this.clock.now(), services, shown: new Map(shown.map((service) => [service.id, service])), people, links, doubles, said, proposals },
      departments: labelsOf(city.departments),
      districts: labelsOf(city.districts),
      pictures: (of) => pictures.get(subjectKey(of)) ?? [],
    };
    return requests.map((request) => viewOf(request, around));
  }

  /** Reporters who wish to be named; officials' names, for their own department. */
  private peopleOf(requests: readonly RequestRecord[], viewer: Citizen | null): Promise<Around['people']> {
    const ids = requests.flatMap((request) => [
      ...(request.isNamed && request.reporterId ? [request.reporterId] : []),
      ...(speaksFor(viewer, request.departmentId) ? [...request.notes.map(({ byId }) => byId), request.takenById ?? ''] : []),
    ]);
    return this.citizens.cards(ids);
  }

  private async picturesOf(requests: readonly RequestRecord[]): Promise<Map<string, Picture[]>> {
    const illustrated = requests.flatMap(({ _id: id, pictures, history }) => [
      ...(pictures.length > 0 ? [requestSubject(id)] : []),
      ...history.filter((one) => one.pictures.length > 0).map((one) => momentSubject(id, one.id)),
    ]);
    return illustrated.length > 0 ? this.files.of(illustrated) : new Map<string, Picture[]>();
  }

  /** The requests that those which were ended as doubles point to. */
  private async linksOf(requests: readonly RequestRecord[]): Promise<Map<string, RequestLink>> {
    const ids = new Set(requests.flatMap(({ history }) => history.flatMap(({ closing }) => closing?.duplicateOf ?? [])));
    return new Map((ids.size > 0 ? await this.linked({ _id: { $in: [...ids] } }) : []).map(({ link }) => [link.id, link]));
  }

  private async doublesOf(requests: readonly RequestRecord[]): Promise<Map<string, RequestLink[]>> {
    const doubles = new Map<string, RequestLink[]>();
    for (const { link, of } of await this.linked({ 'closing.duplicateOf': { $in: requests.map(({ _id }) => _id) } })) doubles.set(of, [...(doubles.get(of) ?? []), link]);
    return doubles;
  }

  private async linked(which: Record<string, unknown>): Promise<{ link: RequestLink; of: string }[]> {
    const services = await this.catalogue.all();
    const found = await this.requests.find({ ...which, listed: true }, { serviceId: 1, place: 1, status: 1, closing: 1 }).limit(200).lean<Linked[]>().exec();
    return found.map(({ _id: id, serviceId, place, status, closing }) => ({ link: { id, title: titleOf(services.get(serviceId), place), path: requestPath(id), status }, of: closing?.duplicateOf ?? '' }));
  }

  /** What others say of the proposals that grew out of them. */
  private async proposalsOf(requests: readonly RequestRecord[]): Promise<Around['proposals']> {
    const ids = new Set(requests.flatMap(({ proposalIds = [] }) => proposalIds));
    return ids.size > 0 ? this.subjects.cards([...ids].map((id) => ({ kind: 'proposal', id }))) : new Map<string, SubjectCard>();
  }

  private async saidBy(viewer: Citizen | null, requests: readonly RequestRecord[]): Promise<Map<string, boolean>> {
    const ids = viewer ? requests.filter(({ endedAt }) => endedAt !== null).map((request) => wordId(request, viewer.id)) : [];
    const words = ids.length > 0 ? await this.words.find({ _id: { $in: ids } }).lean<RequestWordRecord[]>().exec() : [];
    return new Map(words.map(({ requestId, isFixed }) => [requestId, isFixed]));
  }
}

/** Under which id one person's word stands: one for each time that the request was ended. */
export function wordId({ _id, reopened }: Pick<RequestRecord, '_id' | 'reopened'>, citizenId: string): string {
  return `${_id}|${reopened}|${citizenId}`;
}

function viewOf(request: RequestRecord, around: Around): ServiceRequest {
  const { _id: id, serviceId, text, lang, place, channel, status, revision, isPrivate, createdAt, publishedAt, changedAt, endedAt, dueAt, expectedAt, affected, comments, reopened, reporterId } = request;
  const { viewer, now, shown, services, departments, districts, links } = around;
  const service = shown.get(serviceId);
  if (!service) throw new Error(`The service ${serviceId} of the request ${id} is not in the catalogue.`);
  const mine = viewer !== null && viewer.id === reporterId;
  return {
    ...{ id, text, lang, place, channel, status, revision, isPrivate, createdAt, publishedAt, changedAt, endedAt, dueAt, expectedAt, affected, comments, reopened, mine, service },
    title: titleOf(services.get(serviceId), place),
    district: districts(request.districtId),
    department: departments(request.departmentId),
    answers: answersOf(request, services),
    pictures: around.pictures(requestSubject(id)),
    reporter: request.isNamed && reporterId ? (around.people.get(reporterId) ?? null) : null,
    closing: closingOf(request.closing, links),
    isOverdue: isLate(request, now),
    history: request.history.slice(0, 200).map((one) => momentOf(one, request, around)),
    duplicates: around.doubles.get(id) ?? [],
    proposals: (request.proposalIds ?? []).flatMap((one) => around.proposals.get(subjectKey({ kind: 'proposal', id: one })) ?? []).filter(({ isPublic }) => isPublic).map(({ id: proposalId, title, path }) => ({ id: proposalId, title, path })),
    word: { fixed: request.saidFixed, notFixed: request.saidNotFixed, mine: around.said.get(id) ?? null, until: sayUntil(request, now) },
    remark: mine ? remarkOf(request) : null,
    canWithdraw: mine && withdrawRefusal(request) === null,
    canCorrect: mine && status === 'returned',
    desk: deskOf(request, around),
  };
}

function momentOf(one: MomentRecord, request: RequestRecord, { viewer, departments, pictures, links }: Around): RequestMoment {
  const { id, kind, at, text, departmentId, expectedAt, closing } = one;
  const mine = viewer !== null && one.byId === viewer.id;
  const hold = one.hold ?? null;
  const isShown = hold === null || mine;
  return {
    ...{ id, kind, at, expectedAt, mine },
    text: isShown ? text : '',
    held: hold?.standing ?? null,
    remark: mine ? wordRemarkOf(one) : null,
    pictures: isShown && one.pictures.length > 0 ? pictures(momentSubject(request._id, id)) : [],
    department: departmentId ? departments(departmentId) : null,
    closing: closingOf(closing, links),
  };
}

function wordRemarkOf({ hold, decidedAt, at }: MomentRecord): RequestMoment['remark'] {
  return hold?.caseId ? { rule: hold.rule, reason: hold.reason, caseId: hold.caseId, at: decidedAt ?? at } : null;
}

/** Each as the service asked it, also the one that had the request before it was passed on. */
function answersOf({ serviceId, answers }: RequestRecord, services: Around['services']): ServiceRequest['answers'] {
  const asking = [...new Set(answers.map((answer) => answer.serviceId ?? serviceId))];
  return asking.flatMap((id) => shownAnswers(services.get(id)?.questions ?? [], answers.filter((answer) => (answer.serviceId ?? serviceId) === id)));
}

function closingOf(closing: RequestRecord['closing'], links: Around['links']): ServiceRequest['closing'] {
  return closing && { reason: closing.reason, duplicateOf: closing.duplicateOf ? (links.get(closing.duplicateOf) ?? null) : null };
}

function remarkOf({ remark, status }: RequestRecord): ServiceRequest['remark'] {
  if (!remark || (status !== 'returned' && status !== 'hidden')) return null;
  const { rule, reason, caseId, at } = remark;
  return { rule, reason, caseId, at };
}

/** What officials of its department see besides; null for everybody else. */
function deskOf(request: RequestRecord, { viewer, people }: Around): RequestDesk | null {
  if (!isDesked(request) || !speaksFor(viewer, request.departmentId)) return null;
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  return {
    notes: request.notes.map(({ id, text, byId, at }) => ({ id, text, by: nameOf(byId), at })),
    contact: request.contact,
    takenBy: request.takenById ? nameOf(request.takenById) : null,
    isMine: viewer !== null && request.takenById === viewer.id,
    steps: stepsNow(request),
  };
}
