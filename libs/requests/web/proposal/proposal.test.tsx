import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Stage } from '@isegoria/ui/web';
import { aCity, listed, technical, west, words } from '../a-request.builders';
import GrewFrom from './grew-from';
import { MakeProposal } from './make-proposal';

const service = { id: 'hole', name: { el: 'Λακκούβα', en: 'Pothole' } };
const desk = { notes: [], contact: null, takenBy: null, isMine: false, steps: ['fixed', 'update'] };
const row = (id: string, more: object = {}) => ({ ...listed, id, revision: 2, service: { ...service, nearMetres: 40 }, place: { label: 'Σαλαμίνος 12', lat: 38.5, lng: 23.5 }, department: technical, answers: [], channel: 'online', reopened: 0, word: { notFixed: 0 }, desk: null, ...more });
const grown = (status: string, requests: object[]) => ({ RequestsOfProposal: () => ({ proposal: { title: 'Νέα άσφαλτος <b>', status }, requestsOfProposal: requests }) });

describe('from many requests to one idea', () => {
  it('opens the form of proposals with the place, the numbers and a few words', async () => {
    const city = aCity({ RequestsAlike: () => ({ requestsAlike: [{ id: '1041' }, { id: '1043' }] }) });
    render(<Stage words={words} answer={city.answer}><MakeProposal service={service} district={west} departmentId="technical" from={{ id: '1043', place: { label: 'Σαλαμίνος 12', lat: 38.5, lng: 23.5 } }} /></Stage>);
    const href = (await screen.findByRole('link')).getAttribute('href') ?? '';
    const asked = new URL(href, 'http://city').searchParams;
    expect(href.startsWith('/proposals/new?')).toBe(true);
    expect(Object.fromEntries(asked)).toMatchObject({ requests: '1043,1041', district: 'west', place: 'Σαλαμίνος 12', lat: '38.5', lng: '23.5' });
    expect(asked.get('text')).toContain('1043, 1041');
  });

  it('offers nothing of a neighbourhood where only one waits', async () => {
    const city = aCity({ RequestsAlike: () => ({ requestsAlike: [{ id: '1041' }] }) });
    render(<Stage words={words} answer={city.answer}><MakeProposal service={service} district={west} departmentId="technical" /></Stage>);
    await waitFor(() => expect(city.sent('RequestsAlike')).toHaveLength(1));
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('asks the official, once it is carried out, and gives each of theirs its own step with one press', async () => {
    const city = aCity({ ...grown('IMPLEMENTED', [row('1043', { desk }), row('1041', { desk }), row('1040', { status: 'fixed', desk: { ...desk, steps: ['update'] } })]), StepRequests: () => ({ stepRequests: { __typename: 'RequestsChanged', changed: ['1043', '1041'], left: [] } }) });
    render(<Stage words={words} answer={city.answer}><GrewFrom subject={{ kind: 'proposal', id: 'p1' }} /></Stage>);
    await userEvent.click(await screen.findByRole('button'));
    await waitFor(() => expect(city.sent('StepRequests')).toMatchObject([{ seen: [{ id: '1043', revision: 2 }, { id: '1041', revision: 2 }], input: { step: 'fixed', text: 'Διορθώθηκε με την πρόταση «Νέα άσφαλτος <b>», που υλοποιήθηκε.' } }]));
  });

  it('asks nobody before that, and no citizen ever', async () => {
    const { unmount } = render(<Stage words={words} answer={aCity(grown('ACCEPTED', [row('1043', { desk })])).answer}><GrewFrom subject={{ kind: 'proposal', id: 'p1' }} /></Stage>);
    expect(await screen.findByRole('link')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
    unmount();
    render(<Stage words={words} answer={aCity(grown('IMPLEMENTED', [row('1043')])).answer}><GrewFrom subject={{ kind: 'proposal', id: 'p1' }} /></Stage>);
    expect(await screen.findByRole('link')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });
});
