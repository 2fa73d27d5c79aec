import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { momentSubject, requestPath, requestSubject, titleOf } from '../request-labels';
import type { ServiceRecord } from '../request-service.schema';
import { RequestRecord } from '../request.schema';
import { mayRead } from '../requests.rules';

type Shown = Pick<RequestRecord, '_id' | 'serviceId' | 'departmentId' | 'place' | 'text' | 'reporterId' | 'status' | 'listed' | 'isPrivate' | 'createdAt'>;

const fields = { serviceId: 1, departmentId: 1, place: 1, text: 1, reporterId: 1, status: 1, listed: 1, isPrivate: 1, createdAt: 1 };

/** What the others know of a request and of the pictures in its history, and who may watch it live. */
@Injectable()
export class RequestSubject implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
  ) {}

  onModuleInit(): void {
    this.subjects.register('request', {
      cards: (ids) => this.cards(ids),
      find: (words, most) => foundIn(this.requests, words, { where: { listed: true }, sort: { affected: -1, _id: -1 }, most }),
    });
    this.subjects.register('request-moment', { cards: (ids) => this.momentCards(ids) });
    this.rooms.open('request', async (citizen, id) => {
      const [request] = await this.found([id]);
      return request !== undefined && mayRead(request, citizen);
    });
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const services = await this.catalogue.all();
    return (await this.found(ids)).map((request) => cardOf(request, services.get(request.serviceId)));
  }

  /** Of a moment nothing is shown but its pictures, to those who may read the request. */
  private async momentCards(ids: string[]): Promise<SubjectCard[]> {
    const requestOf = (id: string) => id.slice(0, id.indexOf('.'));
    const cards = new Map((await this.cards(ids.map(requestOf))).map((card) => [card.id, card]));
    return ids.flatMap((id) => {
      const about = cards.get(requestOf(id));
      const subject = momentSubject(requestOf(id), id.slice(id.indexOf('.') + 1));
      return about ? [{ ...about, ...subject, acceptsComments: false, about: requestSubject(about.id) }] : [];
    });
  }

  private found(ids: readonly string[]): Promise<Shown[]> {
    return this.requests.find({ _id: { $in: [...new Set(ids.map(String))] } }, fields).lean<Shown[]>().exec();
  }
}

function cardOf({ _id: id, departmentId, place, text, reporterId, status, listed, isPrivate, createdAt }: Shown, service: ServiceRecord | undefined): SubjectCard {
  const title = titleOf(service, place);
  return {
    ...{ kind: 'request', id, title: title.el, path: requestPath(id), excerpt: excerpt(text), authorId: reporterId, departmentId, createdAt },
    english: { title: title.en, excerpt: excerpt(text) },
    isPublic: listed,
    ...(isPrivate && { readBy: departmentId }),
    acceptsComments: listed && status !== 'withdrawn',
    commentMode: service?.waits ? 'wait' : 'public',
  };
}
