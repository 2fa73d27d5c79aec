import type { Localized } from '@isegoria/kernel/contracts';
import { counted, latest, lineOf } from '../page-maker';
import { addressesOfRows, type PageKind, word } from './page-kind';

interface Found {
  initiative: {
    title: string; text: string; stage: string; opensAt: string | null; handedInAt: string | null; signatures: { total: number }; terms: { needed: number }; category: { name: Localized } | null;
    check: { at: string } | null; answer: { at: string } | null; withdrawal: { at: string } | null;
  } | null;
}

const QUERY = `query PageInitiative($id: ID!) { initiative(id: $id) {
  title text stage opensAt handedInAt signatures { total } terms { needed } category { name { el en } } check { at } answer { at } withdrawal { at }
} }`;

export const initiativePages: PageKind = {
  name: 'initiatives',
  pattern: new RegExp(`^/initiatives/(?!(?:new|mine|desk)$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const initiative = (await ask<Found>(QUERY, { id }))?.initiative;
    if (!initiative) return null;
    const { title, text, stage, opensAt, handedInAt, signatures: { total }, terms: { needed }, category, check, answer, withdrawal } = initiative;
    return {
      label: t('label.initiative'),
      title,
      lang: 'el',
      description: lineOf(text),
      publishedAt: latest(opensAt),
      updatedAt: latest(opensAt, handedInAt, check?.at, answer?.at, withdrawal?.at),
      figures: [{ value: n(total), label: t('initiative.signatures', { count: total, needed: n(needed) }) }],
      act: stage === 'collecting' ? t('initiative.act') : answer ? t('initiative.read') : '',
      trail: [{ title: t('pages.initiatives.title'), path: '/initiatives' }],
      thing: { '@type': 'CreativeWork', name: title, text, interactionStatistic: counted('VoteAction', total), ...(category && { about: { '@type': 'Thing', name: lt(category.name) } }) },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'initiatives', after, ({ id, opensAt, answeredAt }) => ({
    path: `/initiatives/${String(id)}`, modifiedAt: latest(...[opensAt, answeredAt].filter((at) => at instanceof Date)),
  })),
};
