import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { el } from '@isegoria/consultations/contracts';
import { Page, Stage } from '@isegoria/ui/web';
import { aCity, amendment, article, articles, body, name, words } from '../a-consultation.builders';
import { Component as AnswerPage } from './answer-page';

configure({ asyncUtilTimeout: 8000 });

const official = { id: 'o1', name: 'Πέτρος', email: null, roles: ['citizen', 'official'], departmentId: 'technical', districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const rows = articles.map((row, at) => ({
  article: { ...row, subject: { kind: 'consultation-article', id: `pavements.${row.id}` }, body: article.body }, wasDiscussed: at === 0, heard: '', outcome: null as string | null, reason: '', label: row.label, title: row.title, body, revision: 1,
}));
const amendments = [
  { amendment, outcome: null as string | null, reason: '' },
  { amendment: { ...amendment, id: 'm2', author: { id: 'c3', name: 'Ελένη' } }, outcome: null as string | null, reason: '' },
];
const draft = {
  consultation: { id: 'pavements', title: name('Κανονισμός'), status: 'closed', answerDueAt: '2099-01-01T00:00:00.000Z' }, text: '', added: [], revision: 1, articles: rows, amendments, waiting: 0,
  missing: { text: true, articles: ['a1'], amendments: ['m1', 'm2'] },
};

const aDesk = (answers: Parameters<typeof aCity>[0] = {}) => aCity({ Me: () => ({ me: official }), AnswerDraft: () => ({ answerDraft: draft }), ...answers });
const show = (city: ReturnType<typeof aCity>, query = '') =>
  render(
    <Stage words={words} path={`/consultations/pavements/answer${query}`} answer={city.answer}>
      <Routes>
        <Route path="consultations/:id/answer" element={<AnswerPage />} />
        <Route path="consultations/:id" element={<Page title="Η διαβούλευση" />} />
      </Routes>
    </Stage>,
  );

describe('an official who answers a consultation', () => {
  beforeEach(() => sessionStorage.clear());

  it('reads what is still missing, and cannot publish before it is there', async () => {
    show(aDesk());
    expect(await screen.findByText(el.write.missingText)).toBeDefined();
    expect(screen.getByText(/Λείπει η απάντηση σε 2 προτάσεις αλλαγής/)).toBeDefined();
    expect(screen.queryByRole('button', { name: el.write.publish })).toBeNull();
  });

  it('says what was heard and done, sees the difference, and goes on to the next article', async () => {
    const city = aDesk({ SaveArticleAnswer: () => ({ saveArticleAnswer: { __typename: 'AnswerDraftSaved', draft: { consultation: { id: 'pavements' } } } }) });
    show(city, '?article=a1');
    await userEvent.click(await screen.findByRole('radio', { name: el.write.outcome.changed }));
    await userEvent.click(screen.getByRole('button', { name: el.write.saveNext }));
    expect(await screen.findByRole('link', { name: el.problem.reason.required }), 'who spoke is told why').toBeDefined();
    const wording = screen.getByRole('textbox', { name: el.write.body });
    await userEvent.clear(wording);
    await userEvent.type(wording, body.replace('23:00', '24:00'));
    await waitFor(() => expect(document.querySelector('section[aria-label] p[lang=el] ins')?.textContent).toContain('24'));
    await userEvent.type(screen.getByRole('textbox', { name: new RegExp(el.field.heard) }), 'Ζητήσατε μία ώρα.');
    await userEvent.type(screen.getByRole('textbox', { name: el.field.why }), 'Δίνεται το καλοκαίρι.');
    await userEvent.click(screen.getByRole('button', { name: el.write.saveNext }));
    expect(await screen.findByRole('heading', { level: 1, name: /^Άρθρο 2/ })).toBeDefined();
    expect(city.sent('SaveArticleAnswer')).toEqual([{ input: { consultationId: 'pavements', articleId: 'a1', revision: 1, heard: 'Ζητήσατε μία ώρα.', outcome: 'changed', reason: 'Δίνεται το καλοκαίρι.', label: 'Άρθρο 1', title: 'Ωράριο', body: body.replace('23:00', '24:00') } }]);
  });

  it('answers several amendments with one reason, and none before one is marked', async () => {
    const city = aDesk({ AnswerAmendments: () => ({ answerAmendments: { __typename: 'AnswerDraftSaved', draft: { consultation: { id: 'pavements' } } } }) });
    show(city, '?article=a1');
    await userEvent.click(await screen.findByRole('radio', { name: el.amendment.outcome.partly }));
    await userEvent.type(screen.getByRole('textbox', { name: el.field.amendmentReason }), 'Μόνο το καλοκαίρι.');
    await userEvent.click(screen.getByRole('button', { name: el.write.answerMarked }));
    expect(await screen.findByRole('link', { name: el.problem.unmarked })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /^Διάλεξε και τις 2/ }));
    await userEvent.click(screen.getByRole('button', { name: el.write.answerMarked }));
    await waitFor(() => expect(city.sent('AnswerAmendments')).toEqual([{ input: { consultationId: 'pavements', amendmentIds: ['m1', 'm2'], outcome: 'partly', reason: 'Μόνο το καλοκαίρι.' } }]));
  });

  it('publishes the whole once, after one question', async () => {
    const whole = { ...draft, text: 'Σας ακούσαμε.', missing: { text: false, articles: [], amendments: [] } };
    const city = aDesk({ AnswerDraft: () => ({ answerDraft: whole }), PublishAnswer: () => ({ publishAnswer: { __typename: 'ConsultationSaved' } }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.write.publish }));
    await userEvent.click(await screen.findByRole('button', { name: el.write.publishYes }));
    expect(await screen.findByText(el.write.published)).toBeDefined();
    expect(city.sent('PublishAnswer')).toEqual([{ id: 'pavements' }]);
  });

  it('has what was typed after a reload, and is told where a colleague saved meanwhile', async () => {
    const page = show(aDesk(), '?article=a1');
    await userEvent.type(await screen.findByRole('textbox', { name: new RegExp(el.field.heard) }), 'Ζητήσατε μία ώρα.');
    page.unmount();
    show(aDesk({ AnswerDraft: () => ({ answerDraft: { ...draft, articles: rows.map((row) => ({ ...row, revision: 2 })) } }) }), '?article=a1');
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: new RegExp(el.field.heard) })).value).toBe('Ζητήσατε μία ώρα.');
    expect(screen.getByText(el.refused.changed)).toBeDefined();
  });
});
