import { Injectable } from '@nestjs/common';
import { answerDueAt, articleSubjectId, type Consultation as ConsultationView, type ConsultationLabel } from '@isegoria/consultations/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { Clock } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Consultation } from './consultation.schema';
import { answerRefusal, editRefusal, statusOf, withdrawRefusal } from './consultations.rules';

/** Makes of what is stored what is shown. */
@Injectable()
export class ConsultationViews {
  constructor(
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  async of(consultations: readonly Consultation[], viewer: Citizen | null): Promise<ConsultationView[]> {
    const { departments, categories, districts } = await this.organisation.city();
    const now = this.clock.now();
    return consultations.map((consultation) => {
      const { departmentId, categoryId, districtIds } = consultation;
      return {
        ...shown(consultation),
        ...allowed(consultation, viewer, now),
        department: label(departments, departmentId),
        category: label(categories, categoryId),
        districts: districtIds.flatMap((id) => label(districts, id) ?? []),
      };
    });
  }

  async one(consultation: Consultation, viewer: Citizen | null): Promise<ConsultationView> {
    const [view] = await this.of([consultation], viewer);
    if (!view) throw new Error('a view for each consultation');
    return view;
  }
}

export const consultationPath = (id: string): string => `/consultations/${id}`;
export const articlePath = (consultationId: string, articleId: string): string => `/consultations/${consultationId}/articles/${articleId}`;
export const articleSubject = (consultationId: string, articleId: string) => ({ kind: 'consultation-article', id: articleSubjectId(consultationId, articleId) });

function shown(consultation: Consultation) {
  const { _id: id, title, summary, links, opensAt, closesAt, admission, publishedAt, extensions, withdrawal, adopted, arguments: own, revision, isDemo } = consultation;
  const { articleCount, stanceCount, argumentCount, amendmentCount, frame, answeredAt, answerCounts } = consultation;
  return {
    id, title, summary, links, opensAt, closesAt, admission, publishedAt, withdrawal, adopted, arguments: own, articleCount, stanceCount, argumentCount, amendmentCount, revision, isDemo,
    subject: { kind: 'consultation', id },
    path: consultationPath(id),
    answerDueAt: answerDueAt({ publishedAt, closesAt, answeredAt, withdrawnAt: withdrawal?.at ?? null }),
    extensions: [...extensions].reverse(),
    answer: answeredAt && answerCounts ? { text: frame.text, at: answeredAt, added: frame.added, ...answerCounts } : null,
  };
}

function allowed(consultation: Consultation, viewer: Citizen | null, now: Date) {
  const status = statusOf(consultation, now);
  const isTheirs = speaksFor(viewer, consultation.departmentId);
  return {
    status,
    takesPart: status === 'open',
    canEdit: isTheirs && editRefusal(consultation, now) === null,
    canPublish: isTheirs && status === 'draft',
    canExtend: isTheirs && status === 'open',
    canWithdraw: isTheirs && withdrawRefusal(status) === null,
    canAnswer: isTheirs && answerRefusal(status) === null,
    canAdopt: isTheirs && (status === 'answered' || status === 'adopted'),
  };
}

function label(all: readonly { id: string; name: Localized }[], id: string | null): ConsultationLabel | null {
  const found = all.find((one) => one.id === id);
  return found ? { id: found.id, name: found.name } : null;
}
