import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { el } from '@isegoria/consultations/contracts';
import { Page, Stage } from '@isegoria/ui/web';
import { aCity, body, words } from '../a-consultation.builders';
import { Component as AmendPage } from './amend-page';

configure({ asyncUtilTimeout: 8000 });

const saved = (waits: boolean) => ({ amend: { __typename: 'AmendmentSaved', waits, amendment: { id: 'm2' } } });

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path="/consultations/pavements/amend/a1" answer={city.answer}>
      <Routes>
        <Route path="consultations/:id/amend/:articleId" element={<AmendPage />} />
        <Route path="consultations/:id/articles/:articleId" element={<Page title="Το άρθρο" />} />
      </Routes>
    </Stage>,
  );
const wording = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: el.amend.text });
const send = () => screen.getByRole('button', { name: el.amend.sendWaits });

describe('a citizen who writes an article anew', () => {
  beforeEach(() => sessionStorage.clear());

  it('begins with the words as they are, and sees and hears at once what they change', async () => {
    show(aCity());
    const text = await wording();
    expect(text.value).toBe(body);
    expect(screen.getByText(el.amend.unchanged)).toBeDefined();
    await userEvent.clear(text);
    await userEvent.type(text, body.replace('23:00', '24:00'));
    await waitFor(() => expect(document.querySelector('p[lang=el] ins')?.textContent).toContain('24'));
    expect(document.querySelector('p[lang=el] ins')?.textContent).toContain(el.diff.added.trim());
    expect(document.querySelector('p[lang=el] del')?.textContent).toContain(el.diff.removed.trim());
  });

  it('is not let send the same words, nor without a reason, and is told both at once', async () => {
    const city = aCity();
    show(city);
    await wording();
    await userEvent.click(send());
    expect(await screen.findByRole('link', { name: el.problem.same })).toBeDefined();
    expect(screen.getByRole('link', { name: el.problem.reason.required })).toBeDefined();
    expect(city.sent('Amend')).toEqual([]);
  });

  it('sends it once, with one nonce through a reload, and lands at the article with a word of what happens next', async () => {
    const city = aCity({ Amend: () => saved(true) });
    const page = show(city);
    await userEvent.type(await wording(), ' Εκτός από το καλοκαίρι.');
    await userEvent.type(screen.getByRole('textbox', { name: el.amend.reason }), 'Το καλοκαίρι νυχτώνει αργά.');
    const kept = sessionStorage.getItem('isegoria:amend:pavements.a1') ?? '';
    page.unmount();
    show(city);
    expect((await wording()).value).toContain('Εκτός από το καλοκαίρι.');
    await userEvent.click(send());
    expect(await screen.findByText(el.amend.sentWaits)).toBeDefined();
    const [sent, ...more] = city.sent('Amend');
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ input: { consultationId: 'pavements', articleId: 'a1', isRemoval: false } });
    expect(kept).toContain(String((sent?.['input'] as { nonce: string }).nonce));
    expect(sessionStorage.getItem('isegoria:amend:pavements.a1'), 'the draft is done').toBeNull();
  });

  it('who wants it left out is asked for the reason alone', async () => {
    const city = aCity({ Amend: () => saved(true) });
    show(city);
    await wording();
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(el.amend.removal) }));
    expect(screen.queryByRole('textbox', { name: el.amend.text })).toBeNull();
    await userEvent.type(screen.getByRole('textbox', { name: el.amend.reason }), 'Το λέει ήδη ο νόμος.');
    await userEvent.click(send());
    await waitFor(() => expect(city.sent('Amend')[0]).toMatchObject({ input: { isRemoval: true, text: '' } }));
  });

  it('reads why it was refused, and what was written is still there', async () => {
    show(aCity({ Amend: () => ({ amend: { __typename: 'NotAllowed', reason: 'not_open' } }) }));
    await userEvent.type(await wording(), ' Ναι.');
    await userEvent.type(screen.getByRole('textbox', { name: el.amend.reason }), 'Έτσι είναι καλύτερα.');
    await userEvent.click(send());
    expect(await screen.findByText(el.refused.not_open)).toBeDefined();
    expect((await wording()).value).toContain('Ναι.');
  });

  it('who has one standing already is told before they write another', async () => {
    show(aCity({ MyAmendments: () => ({ myAmendments: [{ articleId: 'a1', visibility: 'waiting' }] }) }));
    expect(await screen.findByText(el.amendment.oneOpen)).toBeDefined();
    expect(screen.queryByRole('textbox', { name: el.amend.text })).toBeNull();
  });

  it('whose first one a moderator hid may write another', async () => {
    show(aCity({ MyAmendments: () => ({ myAmendments: [{ articleId: 'a1', visibility: 'hidden' }] }) }));
    expect((await wording()).value).toBe(body);
  });
});
