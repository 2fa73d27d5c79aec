import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, isThere, oneLine, plain, terms, unheard } from '@isegoria/kernel/api';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { dueAfter, type ServiceRequestInput, serviceRequestInput } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { Catalogue } from './catalogue';
import { moment, standing } from './change';
import { FollowThrough } from './follow-through';
import { titleOf, requestSubject } from './request-labels';
import { RequestNumbers } from './request-numbers';
import type { ServiceRecord } from './request-service.schema';
import { RequestRecord } from './request.schema';
import { answerProblems, answersTo, langOf } from './requests.rules';
import { WithPictures } from './with-pictures';

/** Whose a request is and which way it came. */
export interface Origin extends Pick<RequestRecord, 'channel'>, Partial<Pick<RequestRecord, 'reporterId' | 'sourceId' | 'contact'>> {
  /** Made of who sent it and their nonce: under one key there is one request. */
  pressKey: string;
  /** Whose the pictures are until now; nobody's where there are none. */
  uploaderId: string | null;
  /** Whether it waits for a moderator where its service says so. What an official writes down does not. */
  mayWait: boolean;
}

/** It is there now, or why it is not: what is wrong with its fields, or a refusal's code. */
export type Taken = { request: RequestRecord } | { problems: FieldProblem[] } | { refusal: string };

/** Takes requests in, whichever way they come: looks at every field, gives the number, writes it once. */
@Injectable()
export class Intake {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly numbers: RequestNumbers,
    private readonly catalogue: Catalogue,
    private readonly organisation: Organisation,
    private readonly withPictures: WithPictures,
    private readonly followThrough: FollowThrough,
    private readonly clock: Clock,
  ) {}

  /** What was taken in under this key already. */
  pressed(pressKey: string): Promise<RequestRecord | null> {
    return this.requests.findOne({ pressKey }).lean<RequestRecord>().exec();
  }

  async take(input: ServiceRequestInput, origin: Origin): Promise<Taken> {
    const problems = problemsOf(serviceRequestInput, input);
    if (problems.length > 0) return { problems };
    const service = await this.catalogue.service(input.serviceId);
    if (!service || service.isRetired) return { problems: [{ field: 'serviceId', code: 'required', limit: null }] };
    const place = placeOf(input.place);
    const districtId = await this.districtOf(place, input.districtId ?? null);
    if (districtId === null) return place.lat === null ? { problems: [{ field: 'districtId', code: 'required', limit: null }] } : { refusal: 'outside' };
    const answers = answersTo(service.questions, input.answers.map(({ questionId, values }) => ({ questionId, values: values.map(oneLine) })));
    const wrong = answerProblems(service.questions, answers);
    if (wrong.length > 0) return { problems: wrong };
    const fields = { place, districtId, answers, text: plain(input.text), pictures: [...new Set(input.pictures)], isNamed: input.isNamed && Boolean(origin.reporterId) };
    return this.write(service, fields, origin);
  }

  private async write(service: ServiceRecord, fields: Fields, origin: Origin): Promise<Taken> {
    const request = recordOf(service, fields, { ...origin, id: String(await this.numbers.next()), at: this.clock.now() });
    try {
      if (!(await this.keep(request, origin.uploaderId))) return { problems: [{ field: 'pictures', code: 'invalid', limit: null }] };
    } catch (error) {
      // Of two presses at once the store lets one through: this one finds the other's.
      const first = isThere(error) ? await this.pressed(origin.pressKey) : null;
      if (!first) throw error;
      return { request: first };
    }
    await this.followThrough.takenIn(request);
    return { request };
  }

  /** Writes it with its pictures, both or neither; false where one of these is not the sender's to give. */
  private async keep(request: RequestRecord, uploaderId: string | null): Promise<boolean> {
    if (request.pictures.length === 0) {
      await this.requests.create(request);
      return true;
    }
    if (uploaderId === null) return false;
    const written = await this.withPictures.write(async (session, claim) => {
      await this.requests.create([request], { session });
      await claim(request.pictures, uploaderId, requestSubject(request._id));
    });
    return written !== 'pictures';
  }

  /** The district that the pin lies in; without a pin the one that was named. Null where there is none. */
  private async districtOf({ lat, lng }: RequestRecord['place'], named: string | null): Promise<string | null> {
    if (lat !== null && lng !== null) return (await this.organisation.districtAt({ lat, lng }))?.id ?? null;
    return (await this.organisation.current()).districts.find(({ id }) => id === named)?.id ?? null;
  }
}

type Fields = Pick<RequestRecord, 'place' | 'districtId' | 'answers' | 'text' | 'pictures' | 'isNamed'>;

/** A request as it is first written. */
export function recordOf(service: ServiceRecord, fields: Fields, { id, at, ...origin }: Omit<Origin, 'uploaderId'> & { id: string; at: Date }): RequestRecord {
  const { departmentId, isPrivate } = service;
  const waits = origin.mayWait && service.waits && !isPrivate;
  const stands = standing(waits ? 'waiting' : 'received', isPrivate);
  const dueAt = dueAfter(at, service.days);
  const reporterId = origin.reporterId ?? null;
  const published = unheard('request.published', { id, title: titleOf(service, fields.place), serviceId: service._id, departmentId, districtId: fields.districtId, at });
  return {
    _id: id,
    ...fields,
    ...stands,
    ...{ serviceId: service._id, departmentId, isPrivate, lang: langOf(fields.text), terms: termsOf(id, service, fields) },
    ...{ pressKey: origin.pressKey, channel: origin.channel, reporterId, sourceId: origin.sourceId ?? null, contact: origin.contact ?? null },
    ...{ revision: 0, closing: null, remark: null, createdAt: at, publishedAt: waits ? null : at, changedAt: at, endedAt: null, firstFixedAt: null, dueAt, expectedAt: null, promisedAt: dueAt },
    ...{ affected: 0, countedSeq: 0, comments: 0, reopened: 0, saidFixed: 0, saidNotFixed: 0, notes: [], takenById: null, isDemo: false },
    history: [moment({ kind: 'submitted', at, byId: reporterId })],
    unfinished: true,
    ...(stands.listed ? { unheard: [published] } : {}),
  };
}

/** The stems that a request is found by: its number, its place and its words, and all that people call its service. */
export function termsOf(id: string, { name, keywords, questions }: Pick<ServiceRecord, 'name' | 'keywords' | 'questions'>, { place, text, answers }: Pick<RequestRecord, 'place' | 'text' | 'answers'>): string[] {
  const written = answers.filter(({ questionId }) => questions.some(({ id: of, type }) => of === questionId && (type === 'text' || type === 'number'))).flatMap(({ values }) => values);
  return terms([id, name.el, name.en, ...keywords, place.label, text, ...written].join(' '));
}

/** Half a pin is none. */
function placeOf({ label, lat = null, lng = null }: ServiceRequestInput['place']): RequestRecord['place'] {
  const named = oneLine(label);
  return lat === null || lng === null ? { label: named, lat: null, lng: null } : { label: named, lat, lng };
}
