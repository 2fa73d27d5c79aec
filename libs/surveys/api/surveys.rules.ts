import { type Citizen, speaksFor } from '@isegoria/identity/contracts';
import { smallestGroup } from '@isegoria/statistics/contracts';
import { type SurveyStanding, standingOf, takenUntil } from '@isegoria/surveys/contracts';
import type { SurveyAnswers } from './answers/survey-answers.schema';
import type { SurveyFigures } from './answers/survey-figures.schema';
import type { Survey } from './survey.schema';

type Viewer = Pick<Citizen, 'roles' | 'departmentId'> | null;

/** So long before it opens a survey changes no more: its ballot is made ready, with the questions that it has then. */
export const readyMs = 60_000;

export function statusOf(survey: Survey, now: Date): SurveyStanding {
  const { publishedAt, opensAt, closesAt, reportedAt, withdrawal } = survey;
  return standingOf({ publishedAt, opensAt, closesAt, reportedAt, withdrawnAt: withdrawal?.at ?? null }, now);
}

/** A draft is read by the department that writes it. */
export function mayRead(survey: Survey, viewer: Viewer): boolean {
  return survey.publishedAt !== null || speaksFor(viewer, survey.departmentId);
}

/** Why its words and dates may not be changed now, or null. What people were asked stays as they read it. */
export function editRefusal(survey: Survey, now: Date): 'frozen' | 'soon' | null {
  const status = statusOf(survey, now);
  if (status === 'draft') return null;
  if (status !== 'announced') return 'frozen';
  return survey.opensAt && survey.opensAt.getTime() - now.getTime() < readyMs ? 'soon' : null;
}

/** Why the city may not take it back now, or null. What is reported stays. */
export function withdrawRefusal(status: SurveyStanding): 'draft' | 'withdrawn' | 'reported' | null {
  return status === 'draft' || status === 'withdrawn' || status === 'reported' ? status : null;
}

/** Whether anybody may see figures, now or as people answer. */
export function showsResults(survey: Survey, status: SurveyStanding): boolean {
  if (status === 'open') return survey.isLive;
  return status === 'closed' || status === 'reported' || (status === 'withdrawn' && survey.isLive && survey.openedAt !== null);
}

/** Until when answers may still come in. */
export const lastAnswersAt = ({ closesAt, channels = [] }: Pick<Survey, 'closesAt' | 'channels'>): Date | null => takenUntil({ closesAt, channels });

/** Whether its time is over while officials still enter what was handed in before. */
function isEntered(survey: Survey, now: Date): boolean {
  const until = lastAnswersAt(survey);
  return until !== null && now < until;
}

/** Why no form may be entered now, or null. One that nobody may know of, or that is answered on this site alone, is as if there were none. */
export function entryRefusal(survey: Survey, now: Date): 'missing' | 'early' | 'over' | null {
  const status = statusOf(survey, now);
  if (status === 'draft' || status === 'withdrawn' || !survey.channels?.length) return 'missing';
  if (status === 'announced') return 'early';
  return status !== 'reported' && isEntered(survey, now) ? null : 'over';
}

/** Why its department may not report now, or null: what was handed in is counted first. */
export function reportRefusal(survey: Survey, now: Date): 'not_closed' | 'entry' | null {
  if (statusOf(survey, now) !== 'closed') return 'not_closed';
  return isEntered(survey, now) ? 'entry' : null;
}

/** Own words are read when nobody can write any more. */
export function readsWords(survey: Survey, now: Date): boolean {
  const status = statusOf(survey, now);
  return (status === 'closed' || status === 'reported') && !isEntered(survey, now);
}

/**
 * Whose answers the figures may tell of while more come in: all but the last ten, and only where ten of them are new since the figures that stand (decisions/002).
 * Null where there is nothing to renew. Answers in any order.
 */
export function tellable<A extends Pick<SurveyAnswers, '_id' | 'seq'>>(answers: readonly A[], last: SurveyFigures['last']): A[] | null {
  const inOrder = [...answers].sort((a, b) => a.seq - b.seq || (a._id < b._id ? -1 : 1));
  const told = inOrder.slice(0, Math.max(0, inOrder.length - smallestGroup));
  const fresh = last ? told.filter(({ seq, _id }) => seq > last.seq || (seq === last.seq && _id > last.id)) : told;
  return fresh.length >= smallestGroup ? told : null;
}

/** Papers of the log with the group that stands beside them: of equal papers each with one of those of its like; what nobody is kept for belongs to no group. */
export function withGroups<P extends { key: string }, G>(papers: readonly P[], kept: readonly { key: string; group: G }[], none: G): { paper: P; group: G }[] {
  const groups = new Map<string, G[]>();
  for (const { key, group } of kept) groups.set(key, [...(groups.get(key) ?? []), group]);
  return papers.map((paper) => ({ paper, group: groups.get(paper.key)?.pop() ?? none }));
}
