import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/requests/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDeskRequest } from '../a-desk-request.builders';
import { Component as QueuePage } from './queue-page';

const sent: { operation: string; variables: Record<string, unknown> }[] = [];
let outcome: object = {};

function show(items: object[], path = '/requests/queue') {
  const answer = (operation: string, variables: Record<string, unknown>) => {
    sent.push({ operation, variables });
    if (operation === 'Me') return { me: { id: 'o-1', name: 'Πέτρος', roles: ['citizen', 'official'], departmentId: null } };
    if (operation === 'RequestQueue') return { requestQueue: { items, next: null, total: items.length, counts: { new: items.length, underWay: 4, overdue: 1, contested: 0 } } };
    if (operation === 'StepRequests') return { stepRequests: outcome };
    if (operation === 'RequestTemplates') return { requestTemplates: [{ id: 't', name: 'Ξεκινάμε', text: 'Ξεκινάμε: {{place}}.', step: null, departmentId: 'technical' }] };
    return { requestServices: [], city: { name: { el: '', en: '' }, population: 0, districts: [], departments: [], categories: [] } };
  };
  return render(<Stage words={{ requests: el as Words, ui, identity: {}, organisation: {}, files: {} }} path={path} answer={answer}><QueuePage /></Stage>);
}

beforeEach(() => {
  sent.length = 0;
  sessionStorage.clear();
});

describe('an official before the queue', () => {
  it('sees what waits and how much, with who has it, what is late and whom it concerns', async () => {
    show([aDeskRequest({ isOverdue: true, affected: 3 }), aDeskRequest({ id: '1002', desk: { notes: [], contact: null, takenBy: 'Σοφία', isMine: false, steps: ['update'] } })]);
    const [first, second] = within(await screen.findByRole('list', { name: 'Αιτήματα της υπηρεσίας' })).getAllByRole('listitem');
    if (!first || !second) throw new Error('two rows');
    expect(within(first).getByRole('link').getAttribute('href')).toBe('/requests/1001');
    expect(first.textContent).toMatch(/Αίτημα 1.?001, .*3/);
    expect(second.textContent).toContain('Το έχει: Σοφία');
    expect(screen.getByRole('link', { name: 'Σε εξέλιξη (4)' }).getAttribute('href')).toBe('/requests/queue?view=underWay');
    expect(screen.getByRole('link', { name: 'Νέα (2)' }).getAttribute('aria-current')).toBe('page');
  });

  it('goes from box to box by the arrows, and takes several a step on with the same words', async () => {
    outcome = { __typename: 'RequestsChanged', changed: ['1001', '1002'], left: [] };
    show([aDeskRequest(), aDeskRequest({ id: '1002', revision: 5 })]);
    const one = await screen.findByRole('checkbox', { name: /1001/ });
    const two = screen.getByRole('checkbox', { name: /1002/ });
    one.focus();
    await userEvent.keyboard(' {ArrowDown} ');
    expect(document.activeElement).toBe(two);
    await userEvent.click(await screen.findByRole('radio', { name: new RegExp(el.step.inProgress) }));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Έτοιμα λόγια/ }), 't');
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσέ το για 2' }));
    await waitFor(() => expect(sent.find(({ operation }) => operation === 'StepRequests')?.variables).toMatchObject({
      seen: [{ id: '1001', revision: 2 }, { id: '1002', revision: 5 }], input: { step: 'inProgress', text: 'Ξεκινάμε: {{place}}.', pictures: [] },
    }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Δημοσίευσέ το για 2' })).toBeNull());
  });

  it('is told which were left as they were, and why', async () => {
    outcome = { __typename: 'RequestsChanged', changed: [], left: [{ id: '1001', reason: 'overtaken' }] };
    show([aDeskRequest()]);
    await userEvent.click(await screen.findByRole('checkbox', { name: /1001/ }));
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(el.step.acknowledged) }));
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσέ το για 1' }));
    expect(await screen.findByText(/Κάποιος το άλλαξε στο μεταξύ\./)).toBeTruthy();
  });

  it('is asked for the day before anything is sent', async () => {
    show([aDeskRequest()]);
    await userEvent.click(await screen.findByRole('checkbox', { name: /1001/ }));
    await userEvent.click(screen.getByRole('radio', { name: new RegExp(el.step.planned) }));
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσέ το για 1' }));
    expect((await screen.findAllByText('Λείπει: Μέρα της εργασίας')).length).toBeGreaterThan(0);
    fireEvent.change(screen.getByLabelText(/Μέρα της εργασίας/), { target: { value: '2020-01-01' } });
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσέ το για 1' }));
    expect((await screen.findAllByText('Διάλεξε σημερινή ή επόμενη μέρα.')).length).toBeGreaterThan(0);
    expect(sent.some(({ operation }) => operation === 'StepRequests')).toBe(false);
  });

  it('has a sheet for the crew with place, words and answers, and nobody’s name', async () => {
    show([aDeskRequest({ desk: { notes: [], contact: { name: 'Ελένη', phone: '27410', email: '', link: null }, takenBy: null, isMine: false, steps: [] } })]);
    const sheet = await screen.findByRole('table', { hidden: true });
    expect(sheet.textContent).toContain('Σαλαμίνος 12 <b>');
    expect(sheet.textContent).toContain('Αριθμός στύλου 47');
    expect(sheet.textContent).not.toContain('Ελένη');
  });

  it('reads that nothing is late where nothing is', async () => {
    show([], '/requests/queue?view=overdue');
    await screen.findByText('Τίποτα δεν καθυστερεί');
    expect(sent.find(({ operation }) => operation === 'RequestQueue')?.variables).toMatchObject({ view: 'overdue' });
  });
});
