import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/requests/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDeskRequest } from './a-desk-request.builders';
import { DeskPanel } from './desk-panel';
import type { DeskRequest } from './documents';

const sent: { operation: string; variables: Record<string, unknown> }[] = [];
let stands: DeskRequest | null;
let outcome: (operation: string) => object;

function show() {
  const answer = (operation: string, variables: Record<string, unknown>) => {
    sent.push({ operation, variables });
    if (operation === 'RequestDesk') return { request: stands };
    if (operation === 'RequestTemplates') return { requestTemplates: [{ id: 't', name: 'Πήγαμε', text: 'Πήγαμε στο {{place}} ({{number}}).', step: 'fixed', departmentId: 'technical' }] };
    if (operation === 'NearOnes') return { requestsNear: [{ metres: 12, request: { id: '1007', title: { el: 'Σβηστό φως, Σαλαμίνος 14', en: '' } } }] };
    if (operation === 'RequestServices') return { requestServices: [{ id: 'noise', name: { el: 'Θόρυβος', en: '' }, department: { id: 'police', name: { el: 'Αστυνομία', en: '' } }, isPrivate: true, isRetired: false }] };
    return outcome(operation);
  };
  return render(<Stage words={{ requests: el as Words, ui, files: {}, identity: {} }} answer={answer}><DeskPanel requestId="1001" onChanged={() => undefined} /></Stage>);
}
const acted = (operation: string) => sent.filter((one) => one.operation === operation).map(({ variables }) => variables);

beforeEach(() => {
  sent.length = 0;
  sessionStorage.clear();
  stands = aDeskRequest();
  outcome = () => ({});
});

describe('an official on the page of a request', () => {
  it('sees nothing of the desk where it is another department’s', async () => {
    stands = aDeskRequest({ desk: null });
    show();
    await waitFor(() => expect(acted('RequestDesk')).toHaveLength(1));
    expect(screen.queryByRole('heading')).toBeNull();
  });

  it('says that it is fixed with ready words, its place filled in', async () => {
    outcome = () => ({ stepRequest: { __typename: 'RequestChanged' } });
    show();
    await userEvent.click(await screen.findByRole('radio', { name: new RegExp(el.step.fixed) }));
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: /Έτοιμα λόγια/ }), 't');
    expect(screen.getByDisplayValue('Πήγαμε στο Σαλαμίνος 12 <b> (1001).')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: el.desk.send }));
    await waitFor(() => expect(acted('StepRequest')).toMatchObject([{ seen: { id: '1001', revision: 2 }, input: { step: 'fixed', text: 'Πήγαμε στο Σαλαμίνος 12 <b> (1001).' } }]));
    await waitFor(() => expect(sessionStorage.getItem('isegoria:request:step:1001')).toBeNull());
  });

  it('needs words to end it, and names the double by one of those nearby', async () => {
    outcome = () => ({ stepRequest: { __typename: 'Invalid', problems: [{ field: 'duplicateOf', code: 'invalid', limit: null }] } });
    show();
    await userEvent.click(await screen.findByRole('radio', { name: new RegExp(el.step.closed) }));
    await userEvent.click(screen.getByRole('radio', { name: el.closing.duplicate }));
    await userEvent.click(screen.getByRole('button', { name: el.desk.send }));
    expect((await screen.findAllByText(/Λείπει: Αριθμός του άλλου αιτήματος/)).length).toBeGreaterThan(0);
    expect(acted('StepRequest')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /1.?007: Σβηστό φως/ }));
    fireEvent.change(screen.getByLabelText(/Τι λες σε όσους/), { target: { value: 'Το ίδιο με το διπλανό.' } });
    await userEvent.click(screen.getByRole('button', { name: el.desk.send }));
    await waitFor(() => expect(acted('StepRequest')).toMatchObject([{ input: { step: 'closed', reason: 'duplicate', duplicateOf: '1007' } }]));
    expect((await screen.findAllByText(el.problem.duplicateOf.invalid)).length).toBeGreaterThan(0);
  });

  it('is shown what a colleague did meanwhile, and keeps what they wrote', async () => {
    outcome = () => {
      stands = aDeskRequest({ revision: 3, status: 'planned' });
      return { stepRequest: { __typename: 'RequestOvertaken', request: { id: '1001', status: 'planned' } } };
    };
    show();
    await userEvent.click(await screen.findByRole('radio', { name: new RegExp(el.step.update) }));
    fireEvent.change(screen.getByLabelText(/Τι λες σε όσους/), { target: { value: 'Περιμένουμε ανταλλακτικό.' } });
    await userEvent.click(screen.getByRole('button', { name: el.desk.send }));
    await screen.findByText(el.desk.overtaken);
    expect(screen.getByDisplayValue('Περιμένουμε ανταλλακτικό.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: el.desk.send }));
    await waitFor(() => expect(acted('StepRequest')[1]).toMatchObject({ seen: { revision: 3 } }));
  });

  it('is told that a colleague took it first', async () => {
    outcome = () => ({ takeRequest: { __typename: 'NotAllowed', reason: 'taken' } });
    show();
    await userEvent.click(await screen.findByRole('button', { name: el.desk.take }));
    await screen.findByText(el.desk.refused.taken);
  });

  it('sees how to reach who called, and what colleagues noted, as it was typed', async () => {
    stands = aDeskRequest({ channel: 'phone', desk: { notes: [{ id: 'n', text: 'Θέλει σκάλα <b>', by: 'Σοφία', at: new Date().toISOString() }], contact: { name: 'Ελένη', phone: '27410 12345', email: '', link: null }, takenBy: null, isMine: false, steps: ['update'] } });
    show();
    expect((await screen.findByRole('link', { name: '27410 12345' })).getAttribute('href')).toBe('tel:2741012345');
    expect(screen.getByText('Θέλει σκάλα <b>')).toBeTruthy();
  });

  it('is warned before what everybody reads is passed where nobody does', async () => {
    outcome = () => ({ passRequest: { __typename: 'RequestChanged' } });
    show();
    await userEvent.click(await screen.findByRole('button', { name: el.desk.pass }));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: el.desk.passTo }), 'noise');
    expect(screen.getByText(el.desk.passPrivate)).toBeTruthy();
    fireEvent.change(screen.getByLabelText(el.desk.passWhy), { target: { value: 'Δεν είναι φως, είναι μουσική.' } });
    await userEvent.click(screen.getByRole('button', { name: el.desk.passAct }));
    await waitFor(() => expect(acted('PassRequest')).toMatchObject([{ seen: { id: '1001', revision: 2 }, serviceId: 'noise', text: 'Δεν είναι φως, είναι μουσική.' }]));
  });
});
