import { type ConsultationStanding, standingOf } from '@isegoria/consultations/contracts';
import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import type { ArticleReply, ArticleRecord } from './articles/article.schema';
import type { Consultation } from './consultation.schema';

type Viewer = Pick<Citizen, 'roles' | 'departmentId'> | null;

/** So long before it opens a consultation changes no more: its ballots are made ready, with the articles that it has then. */
export const readyMs = 60_000;

export function statusOf(consultation: Consultation, now: Date): ConsultationStanding {
  const { publishedAt, opensAt, closesAt, answeredAt, adopted, withdrawal } = consultation;
  return standingOf({ publishedAt, opensAt, closesAt, answeredAt, adoptedAt: adopted?.at ?? null, withdrawnAt: withdrawal?.at ?? null }, now);
}

/** A draft is read by the department that writes it. */
export function mayRead(consultation: Consultation, viewer: Viewer): boolean {
  return consultation.publishedAt !== null || speaksFor(viewer, consultation.departmentId);
}

/** Why its words and dates may not be changed now, or null. What people were asked about stays as they read it. */
export function editRefusal(consultation: Consultation, now: Date): 'frozen' | 'soon' | null {
  const status = statusOf(consultation, now);
  if (status === 'draft') return null;
  if (status !== 'announced') return 'frozen';
  return consultation.opensAt && consultation.opensAt.getTime() - now.getTime() < readyMs ? 'soon' : null;
}

/** Why the city may not take it back now, or null. What is answered stays. */
export function withdrawRefusal(status: ConsultationStanding): 'draft' | 'withdrawn' | 'answered' | null {
  if (status === 'draft' || status === 'withdrawn') return status;
  return status === 'answered' || status === 'adopted' ? 'answered' : null;
}

/** Why nobody may write on its answer now, or null. */
export function answerRefusal(status: ConsultationStanding): 'not_closed' | 'answered' | null {
  if (status === 'answered' || status === 'adopted') return 'answered';
  return status === 'closed' ? null : 'not_closed';
}

/** Whether anybody said anything about an article. */
export function wasDiscussed(article: Pick<ArticleRecord, 'people' | 'arguments' | 'amendments'> | undefined): boolean {
  return article !== undefined && article.people + article.arguments.total + article.amendments > 0;
}

/** Whether the service owes more words about an article: what became of it and why, where it was spoken of or does not stay as it was. */
export function lacksAnswer(article: Pick<ArticleRecord, 'people' | 'arguments' | 'amendments'> | undefined, reply: ArticleReply | null | undefined): boolean {
  const isOwed = wasDiscussed(article) || (reply !== null && reply !== undefined && reply.outcome !== 'kept');
  return isOwed && (reply?.reason ?? '').trim() === '';
}
