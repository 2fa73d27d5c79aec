import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { el } from '@isegoria/newsletters/contracts';
import { Stage } from '@isegoria/ui/web';
import { el as ui } from '@isegoria/ui/contracts';
import { Component as EditPage } from './edit-page';

const clerk = { id: 'c', name: 'Μαρίνα', email: 'clerk@example.org', roles: ['citizen', 'clerk'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const city = { name: { el: '', en: '' }, population: 0, districts: [], departments: [], categories: [] };
const draft = {
  id: 'd', stage: 'draft', title: { el: 'Τα νέα του μήνα', en: '' }, text: { el: 'Αυτόν τον μήνα ψηφίζουμε τον προϋπολογισμό.', en: '' }, paths: [], audience: { districtIds: [], categoryIds: [] }, sendAt: null, revision: 3, figures: { people: 0, sent: 0, failed: 0, left: 0 },
};

function open(path: string, answers: Record<string, (variables: Record<string, unknown>) => object> = {}) {
  const sent = vi.fn();
  const known: typeof answers = { Me: () => ({ me: clerk }), City: () => ({ city }), NewsletterDraft: () => ({ newsletterDraft: draft }), NewsletterReach: () => ({ newsletterReach: 41 }), ...answers };
  const answer = (name: string, variables: Record<string, unknown>) => {
    sent(name, variables);
    return known[name]?.(variables) ?? {};
  };
  render(
    <Stage words={{ newsletters: el, identity: {}, organisation: {}, ui }} path={path} answer={answer}>
      <Routes>
        <Route path="newsletters/desk/new" element={<EditPage />} />
        <Route path="newsletters/desk/:id" element={<EditPage />} />
      </Routes>
    </Stage>,
  );
  return (name: string) => sent.mock.calls.filter(([called]) => called === name).map(([, variables]) => variables as Record<string, unknown>);
}

describe('a clerk who writes to the city', () => {
  beforeEach(() => sessionStorage.clear());

  it('is told what is missing before anything is sent, and pastes whole addresses of this platform', async () => {
    const sent = open('/newsletters/desk/new', { SaveNewsletter: () => ({ saveNewsletter: { __typename: 'NotAllowed', reason: 'changed' } }) });
    await userEvent.click(await screen.findByRole('button', { name: el.edit.save }));
    expect((await screen.findAllByText(el.problem.title.el.required)).length).toBeGreaterThan(0);
    expect(sent('SaveNewsletter')).toEqual([]);
    await userEvent.type(screen.getByLabelText(el.field.title.el), 'Τα νέα');
    await userEvent.type(screen.getByRole('textbox', { name: new RegExp(el.field.paths) }), `${location.origin}/budgets/this-year?x=1\nhttps://evil.example/`);
    await userEvent.click(screen.getByRole('button', { name: el.edit.save }));
    expect((await screen.findAllByText(el.problem.paths.invalid)).length).toBeGreaterThan(0);
    await userEvent.clear(screen.getByRole('textbox', { name: new RegExp(el.field.paths) }));
    await userEvent.type(screen.getByRole('textbox', { name: new RegExp(el.field.paths) }), `${location.origin}/budgets/this-year?x=1`);
    await userEvent.click(screen.getByRole('button', { name: el.edit.save }));
    await screen.findByText(el.refused.changed);
    expect(sent('SaveNewsletter')).toMatchObject([{ revision: null, input: { paths: ['/budgets/this-year'] } }]);
  });

  it('reads to how many it goes, is asked once more, and sends the revision that they saw', async () => {
    const sent = open('/newsletters/desk/d', { SendNewsletter: () => ({ sendNewsletter: { __typename: 'NotAllowed', reason: 'changed' } }) });
    expect(await screen.findByText('Θα σταλεί σε 41 ανθρώπους.')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.edit.send }));
    expect(sent('SendNewsletter')).toEqual([]);
    const sure = await screen.findByRole('dialog', { name: el.edit.sendSure });
    await userEvent.click([...sure.querySelectorAll('button')].find(({ textContent }) => textContent === el.edit.send) ?? sure);
    await waitFor(() => expect(sent('SendNewsletter')).toEqual([{ id: 'd', revision: 3, at: null }]));
    expect(await screen.findByText(el.refused.changed)).toBeDefined();
  });

  it('does not send what is not saved', async () => {
    const sent = open('/newsletters/desk/d');
    await userEvent.type(await screen.findByLabelText(el.field.title.el), ' και κάτι ακόμη');
    await userEvent.click(screen.getByRole('button', { name: el.edit.send }));
    expect(await screen.findByText(el.edit.saveFirst)).toBeDefined();
    expect(sent('SendNewsletter')).toEqual([]);
  });

  it('reads that a colleague changed it meanwhile, and keeps what they typed until they let it go', async () => {
    let stands = draft;
    const sent = open('/newsletters/desk/d', {
      NewsletterDraft: () => ({ newsletterDraft: stands }),
      SaveNewsletter: () => {
        stands = { ...draft, revision: 4, title: { el: 'Ο τίτλος της συναδέλφου', en: '' } };
        return { saveNewsletter: { __typename: 'NotAllowed', reason: 'changed' } };
      },
    });
    await userEvent.type(await screen.findByLabelText(el.field.title.el), ' και του χρόνου');
    await userEvent.click(screen.getByRole('button', { name: el.edit.save }));
    const anew = await screen.findByRole('button', { name: ui.startAnew });
    expect(screen.getByText(el.refused.changed)).toBeDefined();
    expect((screen.getByLabelText(el.field.title.el) as HTMLInputElement).value).toBe('Τα νέα του μήνα και του χρόνου');
    expect(sent('SaveNewsletter')).toMatchObject([{ revision: 3 }]);
    await userEvent.click(anew);
    expect((screen.getByLabelText(el.field.title.el) as HTMLInputElement).value).toBe('Ο τίτλος της συναδέλφου');
  });

  it('sees how far it came, and may stop it on its way', async () => {
    const sent = open('/newsletters/desk/d', { NewsletterDraft: () => ({ newsletterDraft: { ...draft, stage: 'sending', sendAt: '2026-03-01T10:00:00Z', figures: { people: 41, sent: 12, failed: 1, left: 0 } } }), StopNewsletter: () => ({ stopNewsletter: { __typename: 'NewsletterSaved' } }) });
    expect(await screen.findByText('41')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.edit.stop }));
    await waitFor(() => expect(sent('StopNewsletter')).toEqual([{ id: 'd' }]));
  });
});
