import { publicUrl } from '@isegoria/kernel/api';
import type { Localized } from '@isegoria/kernel/contracts';
import { counted, latest } from '../page-maker';
import { addressesOfRows, type PageKind, word } from './page-kind';

interface Found {
  opinions: { title: Localized; path: string; open: boolean; statements: number; map: { participants: number; at: string } | null } | null;
}

const QUERY = 'query PageOpinions($subject: SubjectInput!) { opinions(subject: $subject) { title { el en } path open statements map { participants at } } }';

export const opinionPages: PageKind = {
  name: 'opinions',
  pattern: new RegExp(`^/opinions/([a-z-]{1,40})/${word}$`),
  async make({ ask, t, lt, n }, [kind = '', id = '']) {
    const opinions = (await ask<Found>(QUERY, { subject: { kind, id } }))?.opinions;
    if (!opinions) return null;
    const { path, open, statements, map } = opinions;
    const title = lt(opinions.title);
    const participants = map?.participants ?? 0;
    return {
      label: t('label.opinions'),
      title: t('opinions.title', { title }),
      headline: { title },
      description: t('opinions.about', { title }),
      updatedAt: latest(map?.at),
      figures: [{ value: n(participants), label: t('opinions.people', { count: participants }) }, { value: n(statements), label: t('opinions.statements', { count: statements }) }],
      act: open ? t('opinions.act') : '',
      trail: path.startsWith('/opinions/') ? [] : [{ title, path }],
      thing: { '@type': 'CreativeWork', about: { '@id': `${publicUrl()}${path}#thing` }, interactionStatistic: counted('VoteAction', participants) },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'opinions', after, ({ subjectKind, subject }) => ({ path: `/opinions/${String(subjectKind)}/${String(subject)}` })),
};
