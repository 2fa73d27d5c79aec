import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { momentOfSubject, momentSubject, requestPath, requestSubject, titleOf } from '../request-labels';
import type { ServiceRecord } from '../request-service.schema';
import { type MomentRecord, RequestRecord } from '../request.schema';
import { isCitizensWord, mayRead } from '../requests.rules';

type Shown = Pick<RequestRecord, '_id' | 'serviceId' | 'departmentId' | 'place' | 'text' | 'reporterId' | 'status' | 'listed' | 'isPrivate' | 'districtId' | 'createdAt'>;

const fields = { serviceId: 1, departmentId: 1, place: 1, text: 1, reporterId: 1, status: 1, listed: 1, isPrivate: 1, districtId: 1, createdAt: 1 };

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

  /** Pictures of a moment are shown to those who may read the request; the words of a citizen are read, reported and decided about like everything that people write. */
  private async momentCards(ids: string[]): Promise<SubjectCard[]> {
    const parts = ids.map((id) => momentOfSubject(id));
    const requestIds = parts.map(({ id }) => id);
    const [cards, found] = await Promise.all([this.cards(requestIds), this.requests.find({ _id: { $in: requestIds } }, { history: 1 }).lean<Pick<RequestRecord, '_id' | 'history'>[]>().exec()]);
    const cardOfId = new Map(cards.map((card) => [card.id, card]));
    const historyOfId = new Map(found.map(({ _id, history }) => [_id, history]));
    return parts.flatMap(({ id, momentId }) => {
      const about = cardOfId.get(id);
      const said = historyOfId.get(id)?.find((one) => one.id === momentId);
      return about && said ? [momentCard(about, said)] : [];
    });
  }

  private found(ids: readonly string[]): Promise<Shown[]> {
    return this.requests.find({ _id: { $in: [...new Set(ids.map(String))] } }, fields).lean<Shown[]>().exec();
  }
}

function cardOf({ _id: id, departmentId, place, text, reporterId, status, listed, isPrivate, districtId, createdAt }: Shown, service: ServiceRecord | undefined): SubjectCard {
  const title = titleOf(service, place);
  return {
    ...{ kind: 'request', id, title: title.el, path: requestPath(id), excerpt: excerpt(text), authorId: reporterId, departmentId, createdAt },
    english: { title: title.en, excerpt: excerpt(text) },
    isPublic: listed,
    within: listed && status !== 'withdrawn' ? partsOf({ districts: [districtId] }) : [],
    ...(isPrivate && { readBy: departmentId }),
    acceptsComments: listed && status !== 'withdrawn',
    commentMode: service?.waits ? 'wait' : 'public',
  };
}

function momentCard(about: SubjectCard, moment: MomentRecord): SubjectCard {
  const { id: momentId, text, byId, at, hold } = moment;
  const ofPart = { ...about, ...momentSubject(about.id, momentId), acceptsComments: false, about: requestSubject(about.id) };
  if (!isCitizensWord(moment)) return ofPart;
  const said = excerpt(text);
  return {
    ...ofPart, path: `${about.path}#moment-${momentId}`, excerpt: said, ...(about.english && { english: { title: about.english.title, excerpt: said } }),
    authorId: byId, createdAt: at, isPublic: about.isPublic && !hold,
  };
}
