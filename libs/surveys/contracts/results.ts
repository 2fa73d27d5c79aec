import { type Estimate, medianOf, shareOf, smallestGroup, sum } from '@isegoria/statistics/contracts';
import { optionIds } from './answering';
import { type Asked, type AskedSection, noOpinion, steps } from './survey-input';

/** What one person chose, by question. */
export type Paper = Readonly<Record<string, readonly string[]>>;

export interface OptionResult {
  optionId: string;
  people: number;
  share: Estimate | null;
  first: number | null;
  meanPlace: number | null;
}

export interface QuestionResult {
  questionId: string;
  answered: number;
  /** Answered by so few that nothing is told. */
  isHidden: boolean;
  options: OptionResult[];
  median: Estimate | null;
  favourable: Estimate | null;
}

/** The two highest steps of a scale speak in favour. */
export const favourableFrom = 3;

/**
 * How the closed questions were answered. Of a question that fewer than ten answered, as one that was asked of few, nothing is told but that; nor of anything
 * where fewer than ten took part.
 */
export function resultsOf(sections: readonly AskedSection[], papers: readonly Paper[]): QuestionResult[] {
  const closed = sections.flatMap(({ questions }) => questions).filter(({ form }) => form !== 'words');
  return closed.map((question) => resultOf(question, papers.flatMap((paper) => (paper[question.id]?.length ? [paper[question.id] ?? []] : []))));
}

function resultOf(question: Asked, answers: readonly (readonly string[])[]): QuestionResult {
  const answered = answers.length;
  const hidden = { questionId: question.id, answered: 0, isHidden: true, options: [], median: null, favourable: null };
  if (answered < smallestGroup) return hidden;
  const options = optionIds(question).map((optionId) => optionResult(question, optionId, answers));
  const counts = question.form === 'scale' ? steps.map((step) => options.find(({ optionId }) => optionId === step)?.people ?? 0) : [];
  const onScale = sum(counts);
  // Of those who have an opinion; where these are few, what they think is in the counts alone.
  const isTold = onScale >= smallestGroup;
  return { questionId: question.id, answered, isHidden: false, options, median: isTold ? medianOf(counts) : null, favourable: isTold ? shareOf(sum(counts.slice(favourableFrom)), onScale) : null };
}

function optionResult({ form }: Asked, optionId: string, answers: readonly (readonly string[])[]): OptionResult {
  const placed = answers.flatMap((one) => (one.includes(optionId) ? [one.indexOf(optionId) + 1] : []));
  const people = placed.length;
  const isRanking = form === 'ranking';
  return {
    optionId, people, share: shareOf(people, answers.length),
    first: isRanking ? placed.filter((place) => place === 1).length : null,
    meanPlace: isRanking && people > 0 ? sum(placed) / people : null,
  };
}

export interface ChannelResult {
  channel: string;
  people: number;
}

/** How many came on which way, where something came on another than this site: told only where ten people at least came on each, for the last one would follow from the others. */
export function channelsOf(papers: readonly { channel: string }[]): ChannelResult[] {
  const ways = ['online', 'paper', 'phone', 'desk'].map((channel) => ({ channel, people: papers.filter((one) => one.channel === channel).length })).filter(({ people }) => people > 0);
  return ways.some(({ channel }) => channel !== 'online') && ways.every(({ people }) => people >= smallestGroup) ? ways : [];
}

/** The yes-or-no questions that groups are told of: whether somebody chose an option; of a scale where they stand on it. Never of a ranking. */
export function groupQuestions(sections: readonly AskedSection[]): string[] {
  return sections.flatMap(({ questions }) => questions).flatMap((question) => {
    if (question.form === 'scale') return [question.id];
    return question.form === 'single' || question.form === 'several' ? optionIds(question).filter((one) => one !== noOpinion).map((one) => `${question.id}.${one}`) : [];
  });
}

/** A paper as answers to those, on steps: the highest for an option that was chosen, the lowest for one that was not. */
export function groupAnswers(sections: readonly AskedSection[], paper: Paper): Record<string, string> {
  const answers = sections.flatMap(({ questions }) => questions).flatMap((question): [string, string][] => {
    const own = paper[question.id] ?? [];
    if (own.length === 0 || question.form === 'ranking') return [];
    if (question.form === 'scale') return own[0] && own[0] !== noOpinion ? [[question.id, own[0]]] : [];
    return optionIds(question).filter((one) => one !== noOpinion).map((one) => [`${question.id}.${one}`, own.includes(one) ? '5' : '1']);
  });
  return Object.fromEntries(answers);
}
