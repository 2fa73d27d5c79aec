import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/initiatives/contracts';
import { Stage } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, initiative, terms, words } from '../an-initiative.builders';
import { Component as WritePage } from './write-page';

configure({ asyncUtilTimeout: 8000 });

const city = (more = {}) =>
  aCity({
    Initiative: () => ({ initiative: null }), InitiativeKinds: () => ({ initiativeKinds: [{ id: 'debate', isRetired: false, revision: 1, running: 0, terms }] }),
    City: () => ({ city: { name: { el: '', en: '' }, population: 1, departments: [], districts: [], categories: [{ id: 'green', name: { el: 'Πράσινο', en: 'Green' }, departmentId: null, isRetired: false }] } }),
    SaveInitiative: () => ({ saveInitiative: { __typename: 'InitiativeDraftSaved', revision: 1, savedAt: '2026-11-27T08:00:00.000Z' } }), ...more,
  });
const show = (its: ReturnType<typeof city>) =>
  render(
    <Stage words={words} path="/initiatives/anewdraft2/write?kind=debate" answer={its.answer}>
      <Routes>
        <Route path="initiatives/:id/write" element={<WritePage />} />
        <Route path="initiatives/:id" element={<p>η σελίδα της</p>} />
      </Routes>
    </Stage>,
  );

describe('whoever writes an initiative', () => {
  beforeEach(() => sessionStorage.clear());

  it('finds the draft saved when they pause, under an id that the page made, and saved again from where it stands', async () => {
    const its = city();
    show(its);
    await userEvent.type(await screen.findByLabelText(el.field.title), 'Σκιά');
    expect(await screen.findByText(/^Σώθηκε στις/)).toBeDefined();
    await userEvent.type(screen.getByLabelText(el.field.title), ' τώρα');
    await waitFor(() => expect(its.sent('SaveInitiative').length).toBeGreaterThan(1));
    const [first, ...others] = its.sent('SaveInitiative') as { id: string; revision: number | null; input: { title: string } }[];
    expect(first).toMatchObject({ id: 'anewdraft2', revision: null });
    expect(others.at(-1)).toMatchObject({ revision: 1, input: { title: 'Σκιά τώρα', kindId: 'debate', categoryId: null } });
  });

  it('is told what is missing before the text is fixed', async () => {
    const its = city();
    show(its);
    await userEvent.click(await screen.findByRole('button', { name: el.write.next }));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(its.sent('CallPromoters')).toEqual([]);
  });

  it('says which one they mean where another page has saved something newer', async () => {
    const by = { id: 'anewdraft2', title: 'Από το κινητό', text: 'Α', why: 'Β', category: null, district: null, terms: { kindId: 'debate' }, revision: 7 };
    show(city({ SaveInitiative: () => ({ saveInitiative: { __typename: 'InitiativeDraftOvertaken', initiative: by } }) }));
    await userEvent.type(await screen.findByLabelText(el.field.title), 'Σκιά');
    await userEvent.click(await screen.findByRole('button', { name: el.write.takeTheirs }));
    expect((screen.getByLabelText(el.field.title) as HTMLInputElement).value).toBe('Από το κινητό');
  });

  it('whom no register knows is shown the way in at once', async () => {
    show(city({ SaveInitiative: () => ({ saveInitiative: { __typename: 'NotAllowed', reason: 'verified' } }) }));
    await userEvent.type(await screen.findByLabelText(el.field.title), 'Σκιά');
    expect(await screen.findByText(el.refused.verified)).toBeDefined();
    expect(await screen.findByRole('button', { name: 'Με κωδικούς Taxisnet' })).toBeDefined();
  });

  it('goes to its page where it is sent already', async () => {
    show(city({ Initiative: () => ({ initiative }) }));
    expect(await screen.findByText('η σελίδα της')).toBeDefined();
  });
});
