import type { Localized } from '@isegoria/kernel/contracts';
import { latest, lineOf } from '../page-maker';
import { addressesOfRows, type PageKind, theCity, word } from './page-kind';

interface Found {
  panel: { title: Localized; text: Localized; stage: string; publishedAt: string; drawnAt: string | null; seatedAt: string | null; offers: number; seats: number } | null;
}

const QUERY = `query PagePanel($id: ID!) { panel(id: $id) { title { el en } text { el en } stage publishedAt drawnAt seatedAt offers seats } }`;

/** A panel by lot, for who finds it elsewhere. */
export const panelPages: PageKind = {
  name: 'panels',
  pattern: new RegExp(`^/panels/(?!new$)${word}$`),
  async make({ ask, t, lt, n }, [id = '']) {
    const panel = (await ask<Found>(QUERY, { id }))?.panel;
    if (!panel) return null;
    const { title, text, stage, publishedAt, drawnAt, seatedAt, offers, seats } = panel;
    return {
      label: t('label.panel'),
      title: lt(title),
      description: lineOf(lt(text)),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt, drawnAt, seatedAt),
      figures: [{ value: n(offers), label: t('panel.offers', { count: offers }) }, { value: n(seats), label: t('panel.seats', { count: seats }) }],
      act: stage === 'open' ? t('panel.act') : '',
      trail: [{ title: t('pages.panels.title'), path: '/panels' }],
      thing: { '@type': 'CreativeWork', name: lt(title), abstract: lt(text), publisher: theCity() },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'panels', after, ({ id, drawnAt }) => ({ path: `/panels/${String(id)}`, modifiedAt: latest(...(drawnAt instanceof Date ? [drawnAt] : [])) })),
};
