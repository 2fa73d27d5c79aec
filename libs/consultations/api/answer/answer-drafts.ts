import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type AnswerDraft, type AnswerMissing, type ArticleDraft, nextText } from '@isegoria/consultations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import type { ClientSession, Model } from 'mongoose';
import { AmendmentPages } from '../amendments/amendment-pages';
import { AmendmentRecord } from '../amendments/amendment.schema';
import { ArticleRecord } from '../articles/article.schema';
import { ArticleTexts, articleView } from '../articles/article-texts';
import { Consultation, type StoredArticle } from '../consultation.schema';
import { ConsultationViews } from '../consultation-views';
import { lacksAnswer, wasDiscussed } from '../consultations.rules';

/** All that an answer is made of, as it is written down at one moment. */
export interface Written {
  consultation: Consultation;
  articles: StoredArticle[];
  said: Map<string, ArticleRecord>;
  /** The public amendments, in the order of the articles, the most supported first. */
  amendments: AmendmentRecord[];
  /** How many wait for a moderator. */
  waiting: number;
}

/** The answer that a department is writing. */
@Injectable()
export class AnswerDrafts {
  constructor(
    @InjectModel(AmendmentRecord.name) private readonly amendments: Model<AmendmentRecord>,
    private readonly texts: ArticleTexts,
    private readonly pages: AmendmentPages,
    private readonly views: ConsultationViews,
  ) {}

  async read(consultation: Consultation, session?: ClientSession): Promise<Written> {
    const consultationId = consultation._id;
    const options = session ? { session } : {};
    const articles = await this.texts.asked(consultationId);
    const said = await this.texts.said(consultationId, session);
    const amendments = await this.amendments.find({ consultationId, visibility: 'public' }, null, options).sort({ place: 1, supports: -1, _id: 1 }).lean<AmendmentRecord[]>().exec();
    const waiting = await this.amendments.countDocuments({ consultationId, visibility: 'waiting' }, options).exec();
    return { consultation, articles, said, amendments, waiting };
  }

  async view(written: Written, official: Citizen): Promise<AnswerDraft> {
    const { consultation, articles, said, amendments, waiting } = written;
    const shown = new Map((await this.pages.views(amendments, official)).map((view) => [view.id, view]));
    return {
      consultation: await this.views.one(consultation, official),
      text: consultation.frame.text,
      added: consultation.frame.added,
      revision: consultation.frame.revision,
      articles: articles.map((article) => articleDraft(consultation, article, said.get(article.id))),
      amendments: amendments.flatMap(({ _id, reply }) => {
        const amendment = shown.get(_id);
        return amendment ? [{ amendment, outcome: reply?.outcome ?? null, reason: reply?.reason ?? '' }] : [];
      }),
      waiting,
      next: nextOf(written),
      missing: missingOf(written),
    };
  }
}

/** Version 2 as what is written down makes it. */
export function nextOf({ consultation, articles, said }: Pick<Written, 'consultation' | 'articles' | 'said'>): StoredArticle[] {
  const replies = new Map([...said].flatMap(([id, { reply }]) => (reply ? [[id, reply] as const] : [])));
  return nextText(articles, replies, consultation.frame.added);
}

/** What stands between what is written down and an answer. */
export function missingOf({ consultation, articles, said, amendments }: Pick<Written, 'consultation' | 'articles' | 'said' | 'amendments'>): AnswerMissing {
  return {
    text: consultation.frame.text.trim() === '',
    articles: articles.filter(({ id }) => lacksAnswer(said.get(id), said.get(id)?.reply)).map(({ id }) => id),
    amendments: amendments.filter(({ reply }) => !reply).map(({ _id }) => _id),
  };
}

function articleDraft(consultation: Consultation, article: StoredArticle, said: ArticleRecord | undefined): ArticleDraft {
  const reply = said?.reply;
  const { label, title, body } = reply?.outcome === 'changed' ? reply : article;
  return {
    article: articleView(consultation, article, said),
    wasDiscussed: wasDiscussed(said),
    heard: reply?.heard ?? '', outcome: reply?.outcome ?? null, reason: reply?.reason ?? '',
    label: reply?.label ?? label, title, body,
    revision: reply?.revision ?? 0,
  };
}
