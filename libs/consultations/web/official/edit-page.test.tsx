import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { el } from '@isegoria/consultations/contracts';
import { Page, Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { aCity, words } from '../a-consultation.builders';
import { Component as EditPage } from './edit-page';

configure({ asyncUtilTimeout: 8000 });

const official = { id: 'o1', name: 'Πέτρος', email: null, roles: ['citizen', 'official'], departmentId: 'technical', districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const text = 'Για τα πεζοδρόμια.\n\nΆρθρο 1 – Ωράριο\nΩς τις 23:00.\n\nΆρθρο 2\nΠλάτος\nΜένουν 1,50 μέτρα.\nΠαντού.';

const saved = ({ id }: Record<string, unknown>) => ({ saveConsultation: { __typename: 'ConsultationSaved', consultation: { id, revision: 1 } } });
const aDesk = (answers: Parameters<typeof aCity>[0] = {}) => aCity({ Me: () => ({ me: official }), SaveConsultation: saved, ...answers });

const show = (city: ReturnType<typeof aCity>, path = '/consultations/new') =>
  render(
    <Stage words={words} path={path} answer={city.answer}>
      <Routes>
        <Route path="consultations/new" element={<EditPage />} />
        <Route path="consultations/:id/edit" element={<EditPage />} />
        <Route path="consultations/:id" element={<Page title="Έτσι θα τη δουν" />} />
      </Routes>
    </Stage>,
  );
const paste = async () => {
  fireEvent.change(await screen.findByRole('textbox', { name: el.edit.paste }), { target: { value: text } });
  await userEvent.click(screen.getByRole('button', { name: el.edit.splitIt }));
};
const rows = () => within(screen.getByRole('list', { name: el.edit.text })).getAllByRole('button', { expanded: false }).map(({ textContent }) => textContent);

describe('an official who puts a text to the citizens', () => {
  beforeEach(() => sessionStorage.clear());

  it('pastes it whole, finds its articles, mends one and moves another, and keeps a draft that others do not see', async () => {
    const city = aDesk();
    show(city);
    await userEvent.type(await screen.findByRole('textbox', { name: el.field.title }), 'Κανονισμός πεζοδρομίων');
    await paste();
    await waitFor(() => expect(rows()).toHaveLength(3));
    expect(rows().map((row) => row?.split(' ').slice(0, 3).join(' '))).toEqual([expect.stringContaining(el.preamble), 'Άρθρο 1. Ωράριο', 'Άρθρο 2. Πλάτος']);
    await userEvent.click(screen.getByRole('button', { name: /^Άρθρο 2/ }));
    await userEvent.type(screen.getByRole('textbox', { name: el.field.body }), ' Εκτός από τις πλατείες.');
    await userEvent.click(screen.getByRole('button', { name: 'Πιο πάνω: Άρθρο 2. Πλάτος' }));
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label'), 'the focus goes with it').toBe('Πιο πάνω: Άρθρο 2. Πλάτος'));
    await userEvent.click(screen.getByRole('button', { name: el.edit.saveDraft }));
    expect(await screen.findByText(el.edit.savedDraft)).toBeDefined();
    const [sent] = city.sent('SaveConsultation');
    const input = sent?.['input'] as { articles: { id: string; label: string; body: string; isPreamble: boolean }[] };
    expect(sent).toMatchObject({ revision: null, input: { title: { el: 'Κανονισμός πεζοδρομίων' }, departmentId: 'technical', admission: 'wait' } });
    expect(input.articles.map(({ label }) => label)).toEqual(['', 'Άρθρο 2', 'Άρθρο 1']);
    expect(new Set(input.articles.map(({ id }) => id)).size).toBe(3);
    expect(input.articles[1]?.body).toContain('Εκτός από τις πλατείες.');
  });

  it('has all of it after a reload, also the one id under which it is kept', async () => {
    const city = aDesk({ SaveConsultation: () => ({ saveConsultation: { __typename: 'NotAllowed', reason: 'department' } }) });
    const page = show(city);
    await userEvent.type(await screen.findByRole('textbox', { name: el.field.title }), 'Κανονισμός πεζοδρομίων');
    await paste();
    await userEvent.click(screen.getByRole('button', { name: el.edit.saveDraft }));
    expect(await screen.findByText(el.refused.department)).toBeDefined();
    page.unmount();
    show(city);
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: el.field.title })).value).toBe('Κανονισμός πεζοδρομίων');
    expect(rows()).toHaveLength(3);
    await userEvent.click(screen.getByRole('button', { name: el.edit.saveDraft }));
    await waitFor(() => expect(city.sent('SaveConsultation')).toHaveLength(2));
    const [first, second] = city.sent('SaveConsultation');
    expect(second?.['id']).toBe(first?.['id']);
  });

  it('takes an article out and brings it back', async () => {
    show(aDesk());
    await paste();
    await waitFor(() => expect(rows()).toHaveLength(3));
    await userEvent.click(screen.getByRole('button', { name: /^Άρθρο 1/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Βγάλ’ το: Άρθρο 1. Ωράριο' }));
    await waitFor(() => expect(rows()).toHaveLength(2));
    await userEvent.click(screen.getByRole('button', { name: el.edit.undo }));
    await waitFor(() => expect(screen.getByRole('button', { name: /^Άρθρο 1/ })).toBeDefined());
  });

  it('who comes from a publication that was refused reads all that is missing, each with the way to it', async () => {
    const draft = {
      id: 'd', title: { el: 'Κανονισμός πεζοδρομίων', en: '' }, summary: { el: '', en: '' }, status: 'draft', department: { id: 'technical' }, category: null, districts: [], links: [], opensAt: null, closesAt: null, admission: 'wait', revision: 4, canEdit: true,
    };
    show(aDesk({ EditedConsultation: () => ({ consultation: draft, consultationArticles: [] }) }), '/consultations/d/edit?missing');
    await userEvent.click(await screen.findByRole('link', { name: el.problem.articles.required }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: el.edit.paste }));
    expect(screen.getByRole('link', { name: el.problem.closesAt.required })).toBeDefined();
    expect(screen.getByRole('link', { name: el.problem.summary.el.required })).toBeDefined();
  });

  it('finds the English words empty that were left empty, though the city shows the Greek ones in their place', async () => {
    const shown = { el: 'Κανονισμός πεζοδρομίων', en: 'Κανονισμός πεζοδρομίων' };
    const draft = {
      id: 'd', title: shown, summary: shown, status: 'draft', department: { id: 'technical' }, category: null, districts: [], links: [], opensAt: null, closesAt: null, admission: 'wait', revision: 4, canEdit: true,
    };
    show(aDesk({ EditedConsultation: () => ({ consultation: draft, consultationArticles: [] }) }), '/consultations/d/edit');
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: new RegExp(el.field.titleEn) })).value).toBe('');
  });

  it('is told that a colleague changed it, and saves nothing over theirs unawares', async () => {
    const draft = {
      id: 'd', title: { el: 'Κανονισμός πεζοδρομίων', en: '' }, summary: { el: '', en: '' }, status: 'draft', department: { id: 'technical' }, category: null, districts: [], links: [], opensAt: null, closesAt: null, admission: 'wait', revision: 4, canEdit: true,
    };
    const city = aDesk({ EditedConsultation: () => ({ consultation: draft, consultationArticles: [] }) });
    sessionStorage.setItem('isegoria:consultation:d', JSON.stringify({ revision: 3, title: { el: 'Δικό μου', en: '' }, summary: { el: '', en: '' }, departmentId: 'technical', categoryId: '', districtIds: [], links: [], opensAt: '', closesAt: '', admission: 'wait', articles: [] }));
    show(city, '/consultations/d/edit');
    expect(await screen.findByText(el.refused.changed)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: ui.startAnew }));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: el.field.title })).value).toBe('Κανονισμός πεζοδρομίων');
  });
});
