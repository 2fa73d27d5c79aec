import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { el } from '@isegoria/consultations/contracts';
import { Stage } from '@isegoria/ui/web';
import { aCity, amendment, articles, consultation, words } from '../a-consultation.builders';
import { Component as ArticlePage } from './article-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path="/consultations/pavements/articles/a1" answer={city.answer}>
      <Routes>
        <Route path="consultations/:id/articles/:articleId" element={<ArticlePage />} />
      </Routes>
    </Stage>,
  );
const button = (stance: keyof typeof el.stance.short) => screen.findByRole('button', { name: new RegExp(`^${el.stance.short[stance]}`) });

describe('a citizen who reads an article', () => {
  beforeEach(() => sessionStorage.clear());

  it('takes a stance that counts at once, and is shown the way to say which changes', async () => {
    const city = aCity({ CastVote: () => ({ castVote: { __typename: 'VoteCast', seq: 4, leaf: 'l', promise: null } }) });
    show(city);
    await userEvent.click(await button('withChanges'));
    await waitFor(async () => expect((await button('withChanges')).textContent).toContain('2'));
    expect((await button('withChanges')).getAttribute('aria-pressed')).toBe('true');
    expect(screen.getByRole('link', { name: el.stance.sayWhich }).getAttribute('href')).toBe('/consultations/pavements/amend/a1');
    expect(city.sent('CastVote')[0]).toMatchObject({ ballotId: 'consultation-article:pavements.a1', answers: [{ questionId: 'stance', optionId: 'withChanges' }] });
    await userEvent.click(await button('withChanges'));
    expect(city.sent('CastVote'), 'the same press again changes nothing').toHaveLength(1);
  });

  it('moves one voice from one stance to another, and may take it back', async () => {
    const city = aCity({
      MyVotes: ({ ballotIds }) => ({ myVotes: (ballotIds as string[]).map((ballotId) => ({ ballotId, answers: ballotId.endsWith('a1') ? [{ questionId: 'stance', optionId: 'agree', points: null }] : [], isSealed: false })) }),
      CastVote: () => ({ castVote: { __typename: 'VoteCast', seq: 4, leaf: 'l', promise: null } }),
    });
    show(city);
    await waitFor(async () => expect((await button('agree')).getAttribute('aria-pressed')).toBe('true'));
    await userEvent.click(await button('disagree'));
    await waitFor(async () => expect((await button('disagree')).textContent).toContain('2'));
    expect((await button('agree')).textContent).toContain('2');
    await userEvent.click(screen.getByRole('button', { name: el.stance.takeBack }));
    await waitFor(() => expect(city.sent('CastVote').at(-1)).toMatchObject({ answers: [] }));
    await waitFor(async () => expect((await button('disagree')).textContent).toContain('1'));
  });

  it('is led to the next article that they have not read, and only to those', async () => {
    sessionStorage.setItem('isegoria:read:pavements', JSON.stringify(['a2']));
    show(aCity());
    const onward = await screen.findByRole('navigation', { name: el.article.onward });
    const next = await within(onward).findByRole('link', { name: /^Επόμενο: Άρθρο 3/ });
    expect(next.getAttribute('href')).toBe('/consultations/pavements/articles/a3');
    expect(next.textContent, 'what somebody wrote stays text').toContain('<script>');
    expect(JSON.parse(sessionStorage.getItem('isegoria:read:pavements') ?? '[]')).toEqual(['a2', 'a1']);
  });

  it('reads other wordings as differences that are said too', async () => {
    show(aCity());
    expect(await screen.findByRole('heading', { name: 'Πρόταση αλλαγής: Νίκος' })).toBeDefined();
    expect(document.querySelector('p[lang=el] del')?.textContent).toContain('[φεύγει:]');
    expect(document.querySelector('p[lang=el] ins')?.textContent).toContain('[προστίθεται:]');
  });

  it('sees one’s own wording that waits, with what it waits for, and is not offered a second one', async () => {
    const mine = { ...amendment, id: 'm9', mine: true, canWithdraw: true, visibility: 'waiting', author: { id: 'c1', name: 'Μαρία' } };
    show(aCity({ MyAmendments: () => ({ myAmendments: [mine] }), Amendments: () => ({ amendments: { items: [], next: null, total: 0 } }) }));
    expect(await screen.findByText(el.amendment.waitingText)).toBeDefined();
    expect(screen.queryByRole('link', { name: el.amendment.write })).toBeNull();
    expect(screen.getByRole('button', { name: el.amendment.withdraw })).toBeDefined();
  });

  it('finds no buttons where it is not open', async () => {
    show(aCity({ Consultation: () => ({ consultation: { ...consultation, status: 'closed', takesPart: false }, consultationArticles: articles }) }));
    expect(await screen.findByText(/Μίλησαν 5 άνθρωποι: συμφωνούν 3, με αλλαγές 1, διαφωνούν 1/)).toBeDefined();
    expect(screen.queryByRole('group', { name: el.stance.question })).toBeNull();
    expect(screen.queryByRole('link', { name: el.amendment.write })).toBeNull();
  });
});
