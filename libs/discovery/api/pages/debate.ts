import type { Localized } from '@isegoria/kernel/contracts';
import { counted, latest, lineOf } from '../page-maker';
import { addressesOfRows, type PageKind, word } from './page-kind';

interface Found {
  debate: { title: string; text: string; stage: string; openedAt: string | null; people: number; category: { name: Localized } | null; conclusion: { text: string; publishedAt: string | null } | null; answer: { at: string } | null } | null;
}

const QUERY = `query PageDebate($id: ID!) { debate(id: $id) { title text stage openedAt people category { name { el en } } conclusion { text publishedAt } answer { at } } }`;

export const debatePages: PageKind = {
  name: 'debates',
  pattern: new RegExp(`^/debates/(?!(?:new|mine)$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const debate = (await ask<Found>(QUERY, { id }))?.debate;
    if (!debate) return null;
    const { title, text, stage, openedAt, people, category, conclusion, answer } = debate;
    return {
      label: t('label.debate'),
      title,
      lang: 'el',
      description: lineOf(conclusion?.text ?? text),
      publishedAt: latest(openedAt),
      updatedAt: latest(openedAt, conclusion?.publishedAt, answer?.at),
      figures: [{ value: n(people), label: t('debate.people', { count: people }) }],
      act: stage === 'open' ? t('debate.act') : conclusion ? t('debate.read') : '',
      trail: [{ title: t('pages.debates.title'), path: '/debates' }],
      thing: { '@type': 'CreativeWork', name: title, text, interactionStatistic: counted('CommentAction', people), ...(category && { about: { '@type': 'Thing', name: lt(category.name) } }) },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'debates', after, ({ id, openedAt, concludedAt }) => ({
    path: `/debates/${String(id)}`, modifiedAt: latest(...[openedAt, concludedAt].filter((at) => at instanceof Date)),
  })),
};
