import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Amendment, AmendmentPage, QueryAmendmentsArgs } from '@isegoria/consultations/contracts';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, pageOf, type Sort } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { AmendmentRecord } from './amendment.schema';
import { ArticleTexts } from '../articles/article-texts';
import { Consultation, type StoredArticle } from '../consultation.schema';
import { articlePath } from '../consultation-views';
import { statusOf } from '../consultations.rules';

const bySupport: Sort = [['supports', -1], ['_id', -1]];
const byAge: Sort = [['_id', -1]];
const noPage: AmendmentPage = { items: [], next: null, total: 0 };
const mineShown = 200;

/** Reads amendments: the public ones for everybody, the others for their authors. */
@Injectable()
export class AmendmentPages {
  constructor(
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly texts: ArticleTexts,
    private readonly citizens: Citizens,
    private readonly clock: Clock,
  ) {}

  async list({ consultationId, articleId, sort, first, after }: QueryAmendmentsArgs, reader: Citizen | null): Promise<AmendmentPage> {
    const consultation = await this.consultations.findById(String(consultationId)).lean<Consultation>().exec();
    if (!consultation?.publishedAt) return noPage;
    const filter = { consultationId: consultation._id, ...(articleId && { articleId: String(articleId) }), visibility: 'public' };
    const page = await pageOf<AmendmentRecord>(this.amendments, { filter, sort: sort === 'NEWEST' ? byAge : bySupport, first, after });
    return { ...page, items: await this.views(page.items, reader) };
  }

  /** One amendment: to its author always, to others while it is public or of a withdrawn one its place. */
  async one(id: string, reader: Citizen | null): Promise<Amendment | null> {
    const record = await this.amendments.findById(String(id)).lean<AmendmentRecord>().exec();
    if (!record || (record.visibility !== 'public' && record.authorId !== reader?.id)) return null;
    return this.view(record, reader);
  }

  async mine(citizen: Citizen, consultationId: string | null): Promise<Amendment[]> {
    const filter = { authorId: citizen.id, ...(consultationId && { consultationId: String(consultationId) }) };
    return this.views(await this.amendments.find(filter).sort({ _id: -1 }).limit(mineShown).lean<AmendmentRecord[]>().exec(), citizen);
  }

  async view(record: AmendmentRecord, reader: Citizen | null): Promise<Amendment> {
    const [view] = await this.views([record], reader);
    if (!view) throw new Error('a view for each amendment');
    return view;
  }

  /** In their order; one whose article is no more is left out. */
  async views(records: readonly AmendmentRecord[], reader: Citizen | null): Promise<Amendment[]> {
    const ids = [...new Set(records.map(({ consultationId }) => consultationId))];
    const [consultations, authors, texts] = await Promise.all([
      this.consultations.find({ _id: { $in: ids } }).lean<Consultation[]>().exec(),
      this.citizens.cards(records.map(({ authorId }) => authorId)),
      Promise.all(ids.map(async (id) => [id, await this.texts.asked(id)] as const)),
    ]);
    const articles = new Map(texts);
    const now = this.clock.now();
    return records.flatMap((record) => {
      const consultation = consultations.find(({ _id }) => _id === record.consultationId);
      const article = articles.get(record.consultationId)?.find(({ id }) => id === record.articleId);
      return consultation && article ? [viewOf(record, { consultation, article, author: authors.get(record.authorId), reader, now })] : [];
    });
  }
}

interface Around {
  consultation: Consultation;
  article: StoredArticle;
  author: { id: string; name: string } | undefined;
  reader: Citizen | null;
  now: Date;
}

export const amendmentPath = ({ _id, consultationId, articleId }: Pick<AmendmentRecord, '_id' | 'consultationId' | 'articleId'>): string => `${articlePath(consultationId, articleId)}#amendment-${_id}`;

function viewOf(record: AmendmentRecord, { consultation, article, author, reader, now }: Around): Amendment {
  const { _id: id, consultationId, articleId, version, isRemoval, text, reason, supports, visibility, createdAt, publishedAt, verdict, reply } = record;
  const isWithdrawn = visibility === 'withdrawn';
  const mine = reader?.id === record.authorId;
  return {
    id, consultationId, articleId, version, isRemoval, text, reason, supports, visibility, createdAt, publishedAt, mine,
    subject: { kind: 'amendment', id },
    path: amendmentPath(record),
    consultationTitle: consultation.title,
    articleLabel: article.label,
    articleTitle: article.title,
    original: article.body,
    author: isWithdrawn ? null : (author ?? null),
    canWithdraw: mine && !isWithdrawn && statusOf(consultation, now) === 'open',
    decision: mine ? verdict : null,
    reply: consultation.answeredAt ? reply : null,
  };
}
