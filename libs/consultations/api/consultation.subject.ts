import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { articleOfSubject } from '@isegoria/consultations/contracts';
import { speaksFor } from '@isegoria/identity/contracts';
import { Clock, excerpt, foundIn, type SubjectCard, Subjects } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { partsOf } from '@isegoria/organisation/contracts';
import { Rooms } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { amendmentPath } from './amendments/amendment-pages';
import { AmendmentRecord } from './amendments/amendment.schema';
import { ArticleTexts } from './articles/article-texts';
import { Consultation, type StoredArticle } from './consultation.schema';
import { isPublic } from './consultation-lists';
import { articlePath, articleSubject, consultationPath } from './consultation-views';
import { statusOf } from './consultations.rules';

/** What others need of a consultation, its articles and its amendments: to name them, link them, argue about them, follow, report and watch them. */
@Injectable()
export class ConsultationSubject implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly texts: ArticleTexts,
    private readonly subjects: Subjects,
    private readonly rooms: Rooms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.subjects.register('consultation', {
      cards: (ids) => this.cards(ids),
      find: (words, most) => foundIn(this.consultations, words, { where: isPublic, sort: { publishedAt: -1, _id: -1 }, most }),
    });
    this.subjects.register('consultation-article', { cards: (ids) => this.articleCards(ids) });
    this.subjects.register('amendment', { cards: (ids) => this.amendmentCards(ids) });
    this.rooms.open('consultation', async (citizen, id) => {
      const consultation = await this.consultations.findById(id, { publishedAt: 1, departmentId: 1 }).lean<Consultation>().exec();
      return consultation !== null && (consultation.publishedAt !== null || speaksFor(citizen, consultation.departmentId));
    });
    for (const kind of ['consultation-article', 'amendment']) this.rooms.open(kind);
  }

  private async cards(ids: string[]): Promise<SubjectCard[]> {
    const now = this.clock.now();
    return (await this.found(ids)).map((consultation) => {
      const { _id: id, title, summary, districtIds: districts, categoryId, withdrawal } = consultation;
      const within = withdrawal ? [] : partsOf({ districts, categories: [categoryId] });
      return { kind: 'consultation', id, ...around(consultation, now), ...titled(title, summary), path: consultationPath(id), authorId: null, within };
    });
  }

  private async articleCards(ids: string[]): Promise<SubjectCard[]> {
    const wanted = ids.flatMap((id) => articleOfSubject(id) ?? []);
    const now = this.clock.now();
    const consultations = await this.found(wanted.map(({ consultationId }) => consultationId));
    const articles = await this.articlesOf(consultations);
    return wanted.flatMap(({ consultationId, articleId }) => {
      const consultation = consultations.find(({ _id }) => _id === consultationId);
      const article = articles.get(consultationId)?.find(({ id }) => id === articleId);
      if (!consultation || !article) return [];
      const about = { kind: 'consultation', id: consultationId };
      const words = named(article, consultation.title, article.body);
      return [{ ...articleSubject(consultationId, articleId), ...around(consultation, now), ...words, path: articlePath(consultationId, articleId), authorId: null, about }];
    });
  }

  private async amendmentCards(ids: string[]): Promise<SubjectCard[]> {
    const records = await this.amendments.find({ _id: { $in: ids.map(String) } }).lean<AmendmentRecord[]>().exec();
    const now = this.clock.now();
    const consultations = await this.found(records.map(({ consultationId }) => consultationId));
    const articles = await this.articlesOf(consultations);
    return records.flatMap((record) => {
      const consultation = consultations.find(({ _id }) => _id === record.consultationId);
      const article = articles.get(record.consultationId)?.find(({ id }) => id === record.articleId);
      if (!consultation || !article) return [];
      const card = { ...around(consultation, now), ...named(article, consultation.title, record.text || record.reason), acceptsComments: false, createdAt: record.createdAt };
      const isShown = record.visibility === 'public' && card.isPublic;
      return [{ kind: 'amendment', id: record._id, ...card, isPublic: isShown, path: amendmentPath(record), authorId: record.authorId, about: articleSubject(record.consultationId, record.articleId) }];
    });
  }

  private found(ids: readonly string[]): Promise<Consultation[]> {
    return this.consultations.find({ _id: { $in: [...new Set(ids.map(String))] } }).lean<Consultation[]>().exec();
  }

  private async articlesOf(consultations: readonly Consultation[]): Promise<Map<string, StoredArticle[]>> {
    return new Map(await Promise.all(consultations.map(async ({ _id }) => [_id, await this.texts.asked(_id)] as const)));
  }
}

/** What a consultation says for itself and for all that belongs to it: arguments come in while it is open, as it says. */
function around(consultation: Consultation, now: Date) {
  const { departmentId, publishedAt, admission, createdAt } = consultation;
  return { departmentId, isPublic: publishedAt !== null, acceptsComments: statusOf(consultation, now) === 'open', commentMode: admission, createdAt };
}

function titled(title: Localized, summary: Localized) {
  return { title: title.el, excerpt: excerpt(summary.el), english: { title: title.en, excerpt: excerpt(summary.en) } };
}

/** An article is called by its number and title, and by what it is an article of. */
function named(article: StoredArticle, of: Localized, said: string) {
  const name = articleName(article);
  return { title: `${name.el} · ${of.el}`, excerpt: excerpt(said), english: { title: `${name.en} · ${of.en}`, excerpt: excerpt(said) } };
}

/** «Άρθρο 3 – Πλάτος»; the preamble has no number. */
export function articleName({ label, title, isPreamble }: StoredArticle): Localized {
  const numbered = [label, title].filter(Boolean).join(' – ');
  return isPreamble ? { el: title || 'Προοίμιο', en: title || 'Preamble' } : { el: numbered, en: numbered };
}
