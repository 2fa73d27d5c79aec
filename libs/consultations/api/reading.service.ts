import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Consultation as ConsultationView, ConsultationArticle, ConsultationVersion } from '@isegoria/consultations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import type { Model } from 'mongoose';
import { ArticleTexts } from './articles/article-texts';
import { Consultation } from './consultation.schema';
import { ConsultationViews } from './consultation-views';
import { mayRead } from './consultations.rules';

/** Reads consultations for whoever may: the public ones everybody, a draft its department. */
@Injectable()
export class Reading {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly texts: ArticleTexts,
    private readonly views: ConsultationViews,
  ) {}

  async find(id: string, viewer: Citizen | null): Promise<Consultation | null> {
    const consultation = await this.consultations.findById(String(id)).lean<Consultation>().exec();
    return consultation && mayRead(consultation, viewer) ? consultation : null;
  }

  async one(id: string, viewer: Citizen | null): Promise<ConsultationView | null> {
    const consultation = await this.find(id, viewer);
    return consultation && this.views.one(consultation, viewer);
  }

  async articles(id: string, viewer: Citizen | null): Promise<ConsultationArticle[]> {
    const consultation = await this.find(id, viewer);
    return consultation ? this.texts.views(consultation) : [];
  }

  async article(id: string, articleId: string, viewer: Citizen | null): Promise<ConsultationArticle | null> {
    return (await this.articles(id, viewer)).find((article) => article.id === articleId) ?? null;
  }

  async versions(id: string, viewer: Citizen | null): Promise<ConsultationVersion[]> {
    const consultation = await this.find(id, viewer);
    return consultation ? this.texts.versions(consultation) : [];
  }
}
