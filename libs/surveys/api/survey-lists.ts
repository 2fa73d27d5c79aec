import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { ofOwnDesk } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, pageOf, type Sort } from '@isegoria/kernel/api';
import type { QuerySurveysArgs, Survey as SurveyView, SurveyFilter, SurveyPage, SurveySection, SurveySort, SurveyStanding } from '@isegoria/surveys/contracts';
import type { Model } from 'mongoose';
import { Survey } from './survey.schema';
import { SurveyViews } from './survey-views';
import { mayRead } from './surveys.rules';

const orders: Record<SurveySort, Sort> = {
  NEWEST: [['publishedAt', -1], ['_id', -1]],
  CLOSING: [['closesAt', 1], ['_id', 1]],
  REPORTED: [['reportedAt', -1], ['_id', -1]],
};

/** Reads surveys for whoever may: the public ones everybody, a draft its department. What a status means in the store is said here alone, beside `standingOf`. */
@Injectable()
export class SurveyLists {
  constructor(
    @InjectModel(Survey.name) private readonly surveys: Model<Survey>,
    private readonly views: SurveyViews,
    private readonly clock: Clock,
  ) {}

  async public({ filter: asked, sort, first, after }: QuerySurveysArgs, viewer: Citizen | null): Promise<SurveyPage> {
    const filter = { ...this.wanted(asked), ...(sort === 'REPORTED' && !asked?.status && { reportedAt: { $ne: null } }) };
    const page = await pageOf<Survey>(this.surveys, { filter, words: (asked?.text ?? '').slice(0, 200), sort: orders[sort ?? 'NEWEST'], first, after });
    return { ...page, items: await this.views.of(page.items, viewer) };
  }

  /** What an official's department has under its hands, drafts too. */
  async desk(official: Citizen, first?: number | null, after?: string | null): Promise<SurveyPage> {
    const page = await pageOf<Survey>(this.surveys, { filter: ofOwnDesk(official), sort: [['touchedAt', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.views.of(page.items, official) };
  }

  async find(id: string, viewer: Citizen | null): Promise<Survey | null> {
    const survey = await this.surveys.findById(String(id)).lean<Survey>().exec();
    return survey && mayRead(survey, viewer) ? survey : null;
  }

  async one(id: string, viewer: Citizen | null): Promise<SurveyView | null> {
    const survey = await this.find(id, viewer);
    return survey && this.views.one(survey, viewer);
  }

  async sections(id: string, viewer: Citizen | null): Promise<SurveySection[]> {
    return (await this.find(id, viewer))?.sections ?? [];
  }

  private wanted(asked: SurveyFilter | null | undefined): Record<string, unknown> {
    const { status, department, district } = asked ?? {};
    return {
      ...(status ? standing(status, this.clock.now()) : isPublic),
      ...(department && { departmentId: String(department) }),
      ...(district && { districtIds: String(district) }),
    };
  }
}

export const isPublic = { publishedAt: { $ne: null } };
const goesOn = { ...isPublic, withdrawal: null, reportedAt: null };

/** The public surveys of one status, as the store is asked for them. */
export function standing(status: SurveyStanding, now: Date): Record<string, unknown> {
  switch (status) {
    case 'draft':
      return { _id: { $in: [] } };
    case 'announced':
      return { ...goesOn, opensAt: { $gt: now } };
    case 'open':
      return { ...goesOn, opensAt: { $lte: now }, closesAt: { $gt: now } };
    case 'closed':
      return { ...goesOn, closesAt: { $lte: now } };
    case 'reported':
      return { ...isPublic, withdrawal: null, reportedAt: { $ne: null } };
    case 'withdrawn':
      return { ...isPublic, withdrawal: { $ne: null } };
  }
}
