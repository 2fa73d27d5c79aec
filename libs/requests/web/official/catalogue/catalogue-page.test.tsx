import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/requests/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as CataloguePage } from './catalogue-page';

const both = (text: string) => ({ el: text, en: '' });
const lamp = {
  id: 'lamp', name: both('Σβηστό φως <b>'), description: both(''), group: both('Φωτισμός'), keywords: ['λάμπα', 'στύλος'], department: { id: 'technical', name: both('Τεχνική') }, days: 7, notice: both(''),
  questions: [{ id: 'pole', text: both('Αριθμός στύλου'), hint: both(''), type: 'text', isRequired: false, choices: [] }], nearMetres: 40, isPrivate: false, waits: false, isRetired: false, revision: 3,
};
const sent: { operation: string; variables: Record<string, unknown> }[] = [];
let outcome: object;

function show() {
  const answer = (operation: string, variables: Record<string, unknown>) => {
    sent.push({ operation, variables });
    if (operation === 'Me') return { me: { id: 'a-1', name: 'Διαχείριση', roles: ['administrator'], departmentId: null } };
    if (operation === 'City') return { city: { name: both(''), population: 0, districts: [], categories: [], departments: [{ id: 'technical', name: both('Τεχνική'), email: '', answersWithinDays: 10, categoryIds: [], isRetired: false }] } };
    if (operation === 'RequestServices') return { requestServices: [lamp, { ...lamp, id: 'old', name: both('Παλιό είδος'), isRetired: true }] };
    return outcome;
  };
  return render(<Stage words={{ requests: el as Words, ui, identity: {}, organisation: {} }} answer={answer}><CataloguePage /></Stage>);
}
const acted = (operation: string) => sent.filter((one) => one.operation === operation).map(({ variables }) => variables);

beforeEach(() => {
  sent.length = 0;
  outcome = {};
});

describe('an administrator who keeps the catalogue', () => {
  it('sees each service under its heading, what is retired too, with its code', async () => {
    show();
    const section = await screen.findByRole('heading', { level: 2, name: 'Φωτισμός' });
    expect(section).toBeTruthy();
    const [first, second] = screen.getAllByRole('heading', { level: 3 });
    expect(first?.textContent).toContain('Σβηστό φως <b>');
    expect(second?.textContent).toContain(el.catalogue.retiredTag);
    expect(screen.getByText(/Τεχνική, σε 7 ημέρες, 1 ερώτηση, κωδικός lamp/)).toBeTruthy();
  });

  it('changes the days and adds a choice to answer; what was answered before keeps its kind', async () => {
    outcome = { saveRequestService: { __typename: 'RequestServiceSaved' } };
    show();
    await userEvent.click(await screen.findByRole('button', { name: /Άλλαξέ το: Σβηστό φως/ }));
    const days = screen.getByLabelText(el.catalogue.days);
    fireEvent.change(days, { target: { value: '5' } });
    expect(screen.getByText(/Απαντιέται: Με λόγια/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: el.catalogue.questionAdd }));
    const question = screen.getByRole('group', { name: 'Ερώτηση 2' });
    fireEvent.change(within(question).getByLabelText('Ερώτηση 2, στα ελληνικά'), { target: { value: 'Αναβοσβήνει;' } });
    await userEvent.click(screen.getByRole('button', { name: el.catalogue.save }));
    await waitFor(() => expect(acted('SaveRequestService')).toMatchObject([{ input: { id: 'lamp', revision: 3, days: 5, keywords: ['λάμπα', 'στύλος'], departmentId: 'technical', questions: [{ id: 'pole', type: 'text' }, { text: { el: 'Αναβοσβήνει;' }, type: 'text', choices: [] }] } }]));
    await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
  });

  it('is told at the field what a new one lacks', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: el.catalogue.add }));
    await userEvent.click(screen.getByRole('button', { name: el.catalogue.save }));
    expect((await screen.findAllByText(/Λείπει: Όνομα, στα ελληνικά|Όνομα, στα ελληνικά: γράψε/)).length).toBeGreaterThan(0);
    expect((await screen.findAllByText('Λείπει: Υπηρεσία')).length).toBeGreaterThan(0);
    expect(acted('SaveRequestService')).toEqual([]);
  });

  it('retires one after a second thought', async () => {
    outcome = { retireRequestService: { __typename: 'RequestServiceSaved' } };
    show();
    await userEvent.click(await screen.findByRole('button', { name: /Απόσυρέ το: Σβηστό φως/ }));
    expect(acted('RetireRequestService')).toEqual([]);
    await userEvent.click(await screen.findByRole('button', { name: el.catalogue.retireYes }));
    await waitFor(() => expect(acted('RetireRequestService')).toEqual([{ id: 'lamp', isRetired: true }]));
  });
});
