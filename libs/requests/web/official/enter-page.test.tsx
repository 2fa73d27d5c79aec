import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/requests/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { beforeEach, describe, expect, it } from 'vitest';
import { Component as EnterPage } from './enter-page';

const both = (text: string) => ({ el: text, en: '' });
const lamp = {
  id: 'lamp', name: both('Σβηστό φως'), description: both(''), group: both('Φωτισμός'), keywords: [], department: { id: 'technical', name: both('Τεχνική') }, days: 7, notice: both('Για καλώδιο κάτω καλέστε το 112.'),
  questions: [{ id: 'pole', text: both('Αριθμός στύλου'), hint: both(''), type: 'text', isRequired: true, choices: [] }], nearMetres: 40, isPrivate: false, waits: false, isRetired: false,
};
const sent: { operation: string; variables: Record<string, unknown> }[] = [];
const draft = (more: object) => sessionStorage.setItem('isegoria:request:enter', JSON.stringify({
  serviceId: 'lamp', place: { label: 'Σαλαμίνος 12', districtId: 'kentro', lat: 37.944, lng: 23.03 }, text: '', answers: {}, pictures: [], isNamed: false, nonce: 'nonce-12345', channel: 'phone', contact: { name: '', phone: '', email: '' }, ...more,
}));

function show() {
  const answer = (operation: string, variables: Record<string, unknown>) => {
    sent.push({ operation, variables });
    if (operation === 'Me') return { me: { id: 'o-1', name: 'Πέτρος', roles: ['official'], departmentId: 'technical', confirmed: true } };
    if (operation === 'City') return { city: { name: both(''), population: 0, districts: [], categories: [], departments: [] } };
    if (operation === 'RequestServices') return { requestServices: [lamp] };
    if (operation === 'NearOnes') return { requestsNear: [{ metres: 12, request: { id: '1007', title: both('Σβηστό φως, Σαλαμίνος 14') } }] };
    if (operation === 'EnterRequest') return { enterRequest: { __typename: 'RequestSubmitted', request: { id: '1042', title: both('Σβηστό φως, Σαλαμίνος 12'), dueAt: '2026-12-10T10:00:00Z', department: lamp.department } } };
    return {};
  };
  return render(<Stage words={{ requests: el as Words, ui, identity: {}, organisation: {}, files: {} }} answer={answer}><EnterPage /></Stage>);
}

beforeEach(() => {
  sent.length = 0;
  sessionStorage.clear();
});

describe('an official on the phone', () => {
  it('reads what cannot wait and what is known nearby, and is asked for what the crew must know', async () => {
    draft({});
    show();
    await screen.findByText('Για καλώδιο κάτω καλέστε το 112.');
    expect((await screen.findByRole('link', { name: /1.?007: Σβηστό φως, Σαλαμίνος 14, 12 μέτρα/ })).getAttribute('href')).toBe('/requests/1007');
    await userEvent.click(screen.getByRole('button', { name: el.enter.act }));
    expect((await screen.findAllByText('Λείπει: Αριθμός στύλου')).length).toBeGreaterThan(0);
    expect(sent.some(({ operation }) => operation === 'EnterRequest')).toBe(false);
  });

  it('gives the number at the end, and begins anew with nothing of the one before', async () => {
    draft({ answers: { pole: ['47'] }, contact: { name: 'Ελένη', phone: '27410 12345', email: '' } });
    show();
    await userEvent.click(await screen.findByRole('button', { name: el.enter.act }));
    await screen.findByText(/Καταγράφηκε: αριθμός 1042/);
    expect(sent.find(({ operation }) => operation === 'EnterRequest')?.variables).toMatchObject({ channel: 'phone', nonce: 'nonce-12345', contact: { name: 'Ελένη', phone: '27410 12345' }, input: { serviceId: 'lamp', answers: [{ questionId: 'pole', values: ['47'] }], isNamed: false } });
    await userEvent.click(screen.getByRole('button', { name: el.enter.another }));
    expect((await screen.findByLabelText<HTMLInputElement>(/^Όνομα/)).value).toBe('');
    await waitFor(() => expect(sessionStorage.getItem('isegoria:request:enter')).toBeNull());
  });

  it('is told at the field that a phone number is none', async () => {
    draft({ answers: { pole: ['47'] }, contact: { name: '', phone: 'κινητό', email: '' } });
    show();
    await userEvent.click(await screen.findByRole('button', { name: el.enter.act }));
    expect((await screen.findAllByText(/Τηλέφωνο: κάτι δεν ταιριάζει/)).length).toBeGreaterThan(0);
  });
});
