import type { Localized } from '@isegoria/kernel/contracts';
import { counted, latest, lineOf } from '../page-maker';
import { addressesOfRows, type PageKind, theCity, word } from './page-kind';

interface Found {
  consultation: {
    title: Localized; summary: Localized; status: string; publishedAt: string; opensAt: string; closesAt: string; stanceCount: number; argumentCount: number; amendmentCount: number;
    category: { name: Localized } | null; answer: { at: string } | null; adopted: { at: string } | null; withdrawal: { at: string } | null;
  } | null;
}

interface FoundArticle {
  consultation: { title: Localized; status: string; publishedAt: string } | null;
  consultationArticle: { label: string; title: string; body: string; stances: { people: number }; arguments: { total: number }; amendments: number } | null;
}

const QUERY = `query PageConsultation($id: ID!) { consultation(id: $id) {
  title { el en } summary { el en } status publishedAt opensAt closesAt stanceCount argumentCount amendmentCount category { name { el en } } answer { at } adopted { at } withdrawal { at }
} }`;
const ARTICLE = `query PageConsultationArticle($id: ID!, $articleId: ID!) { consultation(id: $id) { title { el en } status publishedAt }
  consultationArticle(consultationId: $id, articleId: $articleId) { label title body stances { people } arguments { total } amendments } }`;

export const consultationPages: PageKind = {
  name: 'consultations',
  pattern: new RegExp(`^/consultations/(?!new$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const consultation = (await ask<Found>(QUERY, { id }))?.consultation;
    if (!consultation) return null;
    const { title, summary, status, publishedAt, opensAt, closesAt, stanceCount, argumentCount, amendmentCount, category, answer, adopted, withdrawal } = consultation;
    return {
      label: t('label.consultation'),
      title: lt(title),
      description: lineOf(lt(summary)),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt, answer?.at, adopted?.at, withdrawal?.at),
      figures: [{ value: n(stanceCount), label: t('consultation.stances', { count: stanceCount }) }, { value: n(amendmentCount), label: t('consultation.amendments', { count: amendmentCount }) }],
      act: status === 'open' ? t('consultation.act') : answer ? t('consultation.read') : '',
      trail: [{ title: t('pages.consultations.title'), path: '/consultations' }],
      thing: {
        '@type': 'Legislation',
        name: lt(title),
        abstract: lt(summary),
        legislationType: t('label.consultation'),
        publisher: theCity(),
        temporalCoverage: `${opensAt}/${closesAt}`,
        interactionStatistic: counted('CommentAction', argumentCount),
        ...(category && { about: { '@type': 'Thing', name: lt(category.name) } }),
      },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'consultations', after, ({ id, publishedAt, answeredAt, adoptedAt }) => ({
    path: `/consultations/${String(id)}`, modifiedAt: latest(...[publishedAt, answeredAt, adoptedAt].filter((at) => at instanceof Date)),
  })),
};

export const consultationArticlePages: PageKind = {
  name: 'consultation-articles',
  pattern: new RegExp(`^/consultations/${word}/articles/${word}$`),
  async make({ ask, t, lt, n }, [id = '', articleId = '']) {
    const found = await ask<FoundArticle>(ARTICLE, { id, articleId });
    if (!found?.consultation || !found.consultationArticle) return null;
    const { consultation: { title, status, publishedAt }, consultationArticle: { label, title: name, body, stances: { people }, amendments } } = found;
    const called = [label, name].filter(Boolean).join('. ') || t('consultation.preamble');
    return {
      label: t('label.consultation'),
      // Every text has its preamble and its article 1: elsewhere than on its own page it is named with its text.
      title: `${called}: ${title.el}`,
      headline: { title: called },
      lang: 'el',
      description: lineOf(body),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt),
      figures: [{ value: n(people), label: t('consultation.stances', { count: people }) }, { value: n(amendments), label: t('consultation.amendments', { count: amendments }) }],
      act: status === 'open' ? t('consultation.act') : '',
      trail: [{ title: t('pages.consultations.title'), path: '/consultations' }, { title: lt(title), path: `/consultations/${id}` }],
      thing: { '@type': 'Legislation', text: body, publisher: theCity() },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'consultation-articles', after, ({ consultation, article }) => ({ path: `/consultations/${String(consultation)}/articles/${String(article)}` })),
};
