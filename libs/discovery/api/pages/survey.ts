import type { Localized } from '@isegoria/kernel/contracts';
import { counted, latest, lineOf, type PageMaker } from '../page-maker';
import { addressesOfRows, type PageKind, theCity, word } from './page-kind';

interface Found {
  survey: {
    title: Localized; purpose: Localized; status: string; publishedAt: string; opensAt: string; closesAt: string; people: number; questionCount: number; report: { does: string; at: string } | null; withdrawal: { at: string } | null; showsResults: boolean;
  } | null;
}

const QUERY = `query PageSurvey($id: ID!) { survey(id: $id) {
  title { el en } purpose { el en } status publishedAt opensAt closesAt people questionCount report { does at } withdrawal { at } showsResults
} }`;

const modifiedAt = ({ publishedAt, countedAt, reportedAt }: Record<string, unknown>) => latest(...[publishedAt, countedAt, reportedAt].filter((at) => at instanceof Date));

export const surveyPages: PageKind = {
  name: 'surveys',
  pattern: new RegExp(`^/surveys/(?!new$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const survey = (await ask<Found>(QUERY, { id }))?.survey;
    if (!survey) return null;
    const { title, purpose, status, publishedAt, opensAt, closesAt, people, questionCount, report, withdrawal } = survey;
    return {
      label: t('label.survey'),
      title: lt(title),
      description: lineOf(report ? report.does : lt(purpose)),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt, report?.at, withdrawal?.at),
      figures: [{ value: n(people), label: t('survey.people', { count: people }) }, { value: n(questionCount), label: t('survey.questions', { count: questionCount }) }],
      act: status === 'open' ? t('survey.act') : report ? t('survey.read') : '',
      trail: [{ title: t('pages.surveys.title'), path: '/surveys' }],
      thing: { '@type': 'CreativeWork', name: lt(title), abstract: lt(purpose), publisher: theCity(), temporalCoverage: `${opensAt}/${closesAt}`, interactionStatistic: counted('VoteAction', people) },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'surveys', after, ({ id, ...row }) => ({ path: `/surveys/${String(id)}`, modifiedAt: modifiedAt(row) })),
};

/** What was answered, where that is told. */
export const surveyResultPages: PageKind = {
  name: 'survey-results',
  pattern: new RegExp(`^/surveys/${word}/results$`),
  async make({ ask, t, lt, n }: PageMaker, [id = '']) {
    const survey = (await ask<Found>(QUERY, { id }))?.survey;
    if (!survey?.showsResults) return null;
    const { title, purpose, publishedAt, people, report } = survey;
    return {
      label: t('label.survey'),
      title: `${t('survey.results')}: ${lt(title)}`,
      headline: { title: t('survey.results') },
      description: lineOf(lt(purpose)),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt, report?.at),
      figures: [{ value: n(people), label: t('survey.people', { count: people }) }],
      act: t('survey.read'),
      trail: [{ title: t('pages.surveys.title'), path: '/surveys' }, { title: lt(title), path: `/surveys/${id}` }],
      thing: { '@type': 'CreativeWork', name: `${t('survey.results')}: ${lt(title)}`, publisher: theCity() },
    };
  },
  // Final results alone: while people answer there may be none yet.
  addresses: (context, after) => addressesOfRows(context, 'survey-answers', after, ({ survey }) => ({ path: `/surveys/${String(survey)}/results` })),
};
