import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { ConsultationFilter, ConsultationPage, ConsultationSort, ConsultationStanding, QueryConsultationsArgs } from '@isegoria/consultations/contracts';
import { ofOwnDesk } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, pageOf, type Sort } from '@isegoria/kernel/api';
import type { Model } from 'mongoose';
import { Consultation } from './consultation.schema';
import { ConsultationViews } from './consultation-views';

const orders: Record<ConsultationSort, Sort> = {
  NEWEST: [['publishedAt', -1], ['_id', -1]],
  CLOSING: [['closesAt', 1], ['_id', 1]],
  ANSWERED: [['answeredAt', -1], ['_id', -1]],
};

/** The lists of consultations. What a status means in the store is said here alone, beside `standingOf`. */
@Injectable()
export class ConsultationLists {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly views: ConsultationViews,
    private readonly clock: Clock,
  ) {}

  async public({ filter: asked, sort, first, after }: QueryConsultationsArgs, viewer: Citizen | null): Promise<ConsultationPage> {
    const filter = { ...this.wanted(asked), ...(sort === 'ANSWERED' && !asked?.status && { answeredAt: { $ne: null } }) };
    const page = await pageOf<Consultation>(this.consultations, { filter, words: (asked?.text ?? '').slice(0, 200), sort: orders[sort ?? 'NEWEST'], first, after });
    return { ...page, items: await this.views.of(page.items, viewer) };
  }

  /** What an official's department has under its hands, drafts too. */
  async desk(official: Citizen, first?: number | null, after?: string | null): Promise<ConsultationPage> {
    const page = await pageOf<Consultation>(this.consultations, { filter: ofOwnDesk(official), sort: [['touchedAt', -1], ['_id', -1]], first, after });
    return { ...page, items: await this.views.of(page.items, official) };
  }

  private wanted(asked: ConsultationFilter | null | undefined): Record<string, unknown> {
    const { status, department, category, district } = asked ?? {};
    return {
      ...(status ? standing(status, this.clock.now()) : isPublic),
      ...(department && { departmentId: String(department) }),
      ...(category && { categoryId: String(category) }),
      ...(district && { districtIds: String(district) }),
    };
  }
}

export const isPublic = { publishedAt: { $ne: null } };
const goesOn = { ...isPublic, withdrawal: null, answeredAt: null };

/** The public consultations of one status, as the store is asked for them. */
export function standing(status: ConsultationStanding, now: Date): Record<string, unknown> {
  switch (status) {
    case 'draft':
      return { _id: { $in: [] } };
    case 'announced':
      return { ...goesOn, opensAt: { $gt: now } };
    case 'open':
      return { ...goesOn, opensAt: { $lte: now }, closesAt: { $gt: now } };
    case 'closed':
      return { ...goesOn, closesAt: { $lte: now } };
    case 'answered':
      return { ...isPublic, withdrawal: null, answeredAt: { $ne: null }, adopted: null };
    case 'adopted':
      return { ...isPublic, withdrawal: null, adopted: { $ne: null } };
    case 'withdrawn':
      return { ...isPublic, withdrawal: { $ne: null } };
  }
}
