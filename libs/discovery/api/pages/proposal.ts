import type { Localized } from '@isegoria/kernel/contracts';
import { counted, latest, lineOf, placeOf, wordsOfHtml } from '../page-maker';
import { addressesOfRows, type PageKind, theCity, word } from './page-kind';

interface Found {
  proposal: {
    title: string; lang: string; html: string; status: string; supports: number; argumentsFor: number; argumentsAgainst: number;
    publishedAt: string | null; timeline: { at: string }[];
    category: { name: Localized } | null; district: { name: Localized } | null;
    place: { label: string; lat: number | null; lng: number | null } | null;
    answer: { html: string; answeredAt: string; department: { name: Localized } | null } | null;
  } | null;
}

const QUERY = `query PageProposal($id: ID!) { proposal(id: $id) {
  title lang html status supports argumentsFor argumentsAgainst publishedAt timeline { at } category { name { el en } } district { name { el en } } place { label lat lng }
  answer { html answeredAt department { name { el en } } }
} }`;

/** Where a proposal stands while the city talks about it; a withdrawn one is still read by who has its address, and found by nobody. */
const lasting = ['OPEN', 'UNDER_EVALUATION', 'ACCEPTED', 'REJECTED', 'IMPLEMENTED'];
/** One that goes on as part of another is cited at its address, and looked for there by no crawler. */
const cited = [...lasting, 'MERGED'];

export const proposalPages: PageKind = {
  name: 'proposals',
  pattern: new RegExp(`^/proposals/(?!new$|mine$|merges$)${word}$`),
  async make(maker, [id = '']) {
    const { ask, t, lt, n } = maker;
    const proposal = (await ask<Found>(QUERY, { id }))?.proposal;
    if (!proposal || !cited.includes(proposal.status)) return null;
    const { title, lang, html, status, supports, argumentsFor, argumentsAgainst, publishedAt, timeline, category, place, answer } = proposal;
    const text = wordsOfHtml(html);
    const comments = argumentsFor + argumentsAgainst;
    return {
      label: t('label.proposal'),
      title,
      lang,
      description: lineOf(text),
      publishedAt: latest(publishedAt),
      updatedAt: latest(publishedAt, ...timeline.map(({ at }) => at)),
      figures: [{ value: n(supports), label: t('proposal.supports', { count: supports }) }, { value: n(comments), label: t('proposal.arguments', { count: comments }) }],
      act: t(status === 'OPEN' ? 'proposal.act' : 'proposal.read'),
      trail: [{ title: t('pages.proposals.title'), path: '/proposals' }],
      thing: {
        '@type': 'DiscussionForumPosting',
        headline: title,
        text,
        commentCount: comments,
        interactionStatistic: [counted('LikeAction', supports), counted('CommentAction', comments)],
        ...(category && { about: { '@type': 'Thing', name: lt(category.name) } }),
        ...(place && { contentLocation: placeOf(place) }),
        ...(answer && { comment: { '@type': 'Comment', text: wordsOfHtml(answer.html), dateCreated: answer.answeredAt, author: answer.department ? { '@type': 'GovernmentOrganization', name: lt(answer.department.name), parentOrganization: theCity() } : theCity() } }),
      },
    };
  },
  addresses: (context, after) => addressesOfRows(context, 'proposals', after, ({ id, status, publishedAt, answeredAt }) =>
    lasting.includes(String(status)) ? { path: `/proposals/${String(id)}`, modifiedAt: latest(...[publishedAt, answeredAt].filter((at) => at instanceof Date)) } : null,
  ),
};
