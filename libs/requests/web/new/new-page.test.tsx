import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { el as organisation } from '@isegoria/organisation/contracts';
import { el } from '@isegoria/requests/contracts';
import { onSignal, Stage } from '@isegoria/ui/web';
import { aCity, listed, request, words } from '../a-request.builders';
import { Component as NewPage } from './new-page';

configure({ asyncUtilTimeout: 8000 });

function Address() {
  const { pathname, search } = useLocation();
  return <output data-testid="address">{pathname + search}</output>;
}

const show = (city: ReturnType<typeof aCity>, path = '/requests/new') =>
  render(
    <Stage words={words} path={path} answer={city.answer}>
      <Routes>
        <Route path="requests/new" element={<NewPage />} />
        <Route path="*" element={null} />
      </Routes>
      <Address />
    </Stage>,
  );
const button = (named: string | RegExp) => screen.findByRole('button', { name: named });
const press = async (named: string | RegExp) => userEvent.click(await button(named));
/** Where the device says that somebody stands, or the code by which it does not. */
const standing = (at: { lat: number; lng: number } | { code: number }) =>
  Object.defineProperty(navigator, 'geolocation', {
    value: { getCurrentPosition: (found: (position: unknown) => void, failed: (error: unknown) => void) => ('code' in at ? failed(at) : found({ coords: { latitude: at.lat, longitude: at.lng } })) },
    configurable: true,
  });
const submitted = { SubmitRequest: () => ({ submitRequest: { __typename: 'RequestSubmitted', request: { id: '1044' } } }) };

describe('a citizen who reports what is broken', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => void Reflect.deleteProperty(navigator, 'geolocation'));

  it('says what, stands there, looks once more, and it is sent: five presses', async () => {
    standing({ lat: 38.5, lng: 23.5 });
    const city = aCity(submitted);
    show(city);
    await userEvent.type(await screen.findByLabelText(el.new.search), 'λακκουβες');
    await press(/^Λακκούβα/);
    expect(await screen.findByText(/κάλεσε το 112/)).toBeDefined();
    await press(organisation.here.act);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('combobox', { name: el.field.place }).value).toBe('Σαλαμίνος'));
    await press(el.new.next);
    await press(el.new.next);
    await press(el.check.send);
    await waitFor(() => expect(screen.getByTestId('address').textContent).toBe('/requests/1044/sent'));
    expect(city.sent('SubmitRequest')).toMatchObject([{ input: { serviceId: 'hole', text: '', place: { label: 'Σαλαμίνος', lat: 38.5, lng: 23.5 }, districtId: 'west', answers: [], pictures: [], isNamed: false } }]);
    expect(sessionStorage.getItem('isegoria:request:new')).toBeNull();
  });

  it('is told in a sentence why we do not know where they stand, and may still write it', async () => {
    for (const [at, sentence] of [[{ code: 1 }, organisation.here.refused], [{ code: 3 }, organisation.here.unknown], [{ lat: 10, lng: 10 }, organisation.here.outside]] as const) {
      standing(at);
      const page = show(aCity(), '/requests/new?service=hole');
      await press(organisation.here.act);
      expect(await screen.findByText(sentence)).toBeDefined();
      page.unmount();
    }
  });

  it('joins one nearby instead, right there', async () => {
    standing({ lat: 38.5, lng: 23.5 });
    const city = aCity({
      RequestsNear: () => ({ requestsNear: [{ metres: 12, request: { ...listed, mine: false } }] }),
      CastVote: () => ({ castVote: { __typename: 'VoteCast', seq: 1, entry: null, receipt: null } }),
    });
    show(city, '/requests/new?service=hole');
    await press(organisation.here.act);
    expect(await screen.findByRole('heading', { name: el.near.title_one })).toBeDefined();
    expect(screen.getByText('Σε 12 μέτρα από εδώ')).toBeDefined();
    await press(el.affected.act);
    await waitFor(() => expect(city.sent('CastVote')).toMatchObject([{ ballotId: 'request:1043' }]));
  });

  it('is not let on without what the service asks for, and is told what is missing at the step where it is asked', async () => {
    show(aCity(), '/requests/new?service=lamp');
    await press(el.new.next);
    expect(await screen.findAllByText(el.problem.place.required)).not.toHaveLength(0);
    await userEvent.click(screen.getByRole('combobox', { name: el.field.place }));
    await userEvent.paste('Πίσω από τον φούρνο');
    await userEvent.tab();
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: organisation.place.district }), 'Δυτικά');
    await press(el.new.next);
    await press(el.new.next);
    expect(await screen.findAllByText('Λείπει: Αριθμός στην κολώνα')).not.toHaveLength(0);
    await userEvent.type(screen.getByRole('textbox', { name: 'Αριθμός στην κολώνα' }), 'A12');
    await press(el.new.next);
    expect(await screen.findByText('A12')).toBeDefined();
  });

  it('fills in all of it signed out, is asked to sign in at the end, and finds everything there on their return', async () => {
    standing({ lat: 38.5, lng: 23.5 });
    const asked = vi.fn();
    const stop = onSignal('sign-in', asked);
    const visitor = aCity({ Me: () => ({ me: null }) });
    const page = show(visitor, '/requests/new?service=hole');
    await press(organisation.here.act);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('combobox', { name: el.field.place }).value).toBe('Σαλαμίνος'));
    await press(el.new.next);
    // A picture that they choose now could not be kept: they are told before they choose one.
    expect(await screen.findByText(el.new.picturesSignIn)).toBeDefined();
    expect(screen.queryByRole('group', { name: new RegExp(el.field.pictures) })).toBeNull();
    await userEvent.click(screen.getByLabelText(new RegExp(el.field.text)));
    await userEvent.paste('Χωράει ρόδα <b>');
    await press(el.new.next);
    await press(el.check.signInAndSend);
    expect(asked).toHaveBeenCalledOnce();
    expect(visitor.sent('SubmitRequest')).toEqual([]);
    stop();
    page.unmount();
    const city = aCity(submitted);
    show(city, '/requests/new?step=check');
    expect(await screen.findByText('Χωράει ρόδα <b>')).toBeDefined();
    await press(el.check.send);
    await waitFor(() => expect(city.sent('SubmitRequest')).toHaveLength(1));
  });

  it('and presses twice has sent one; what the city does not take is told, and stays', async () => {
    const kept = { serviceId: 'hole', place: { label: 'Σαλαμίνος 12', districtId: 'west', lat: 38.5, lng: 23.5 }, text: '', answers: {}, pictures: [], isNamed: true, nonce: 'nonce-nonce' };
    sessionStorage.setItem('isegoria:request:new', JSON.stringify(kept));
    let answered = () => {};
    const city = aCity({ SubmitRequest: () => new Promise((done) => (answered = () => done({ submitRequest: { __typename: 'NotAllowed', reason: 'unconfirmed' } }))) });
    show(city, '/requests/new?step=check');
    const send = await button(el.check.send);
    await userEvent.dblClick(send);
    expect(city.sent('SubmitRequest')).toMatchObject([{ nonce: 'nonce-nonce', input: { isNamed: true } }]);
    answered();
    expect(await screen.findByText(el.refused.unconfirmed)).toBeDefined();
    expect(screen.getByText(/Σαλαμίνος 12, Δυτικά/)).toBeDefined();
  });

  it('is told who reads what only the department reads, and shows no name and no neighbours there', async () => {
    const kept = { serviceId: 'noise', place: { label: 'Σαλαμίνος 12', districtId: 'west', lat: 38.5, lng: 23.5 }, text: '', answers: { pole: ['of another'] }, pictures: [], isNamed: true, nonce: 'nonce-nonce' };
    sessionStorage.setItem('isegoria:request:new', JSON.stringify(kept));
    const city = aCity(submitted);
    show(city, '/requests/new?step=where');
    expect(await screen.findByText(/Το διαβάζεις εσύ και όσοι εργάζονται γι’ αυτό: Τεχνική Υπηρεσία/)).toBeDefined();
    await press(el.new.next);
    expect(screen.queryByLabelText(el.field.isNamed)).toBeNull();
    await press(el.new.next);
    await press(el.check.send);
    await waitFor(() => expect(city.sent('SubmitRequest')).toMatchObject([{ input: { isNamed: false, answers: [] } }]));
    expect(city.sent('RequestsNear')).toEqual([]);
  });

  it('who is told by the city that a field is wrong lands where it is filled in', async () => {
    const kept = { serviceId: 'hole', place: { label: 'Σαλαμίνος 12', districtId: 'west', lat: 38.5, lng: 23.5 }, text: '', answers: {}, pictures: [], isNamed: false, nonce: 'nonce-nonce' };
    sessionStorage.setItem('isegoria:request:new', JSON.stringify(kept));
    show(aCity({ SubmitRequest: () => ({ submitRequest: { __typename: 'Invalid', problems: [{ field: 'place.label', code: 'too_long', limit: 160 }] } }) }), '/requests/new?step=check');
    await press(el.check.send);
    expect(await screen.findByRole('heading', { name: el.new.where })).toBeDefined();
    expect(screen.getAllByText('Πού: χωρούν έως 160 χαρακτήρες')).not.toHaveLength(0);
  });

  it('finds what is asked for most before all the rest', async () => {
    show(aCity({ RecentServices: () => ({ requests: { items: [{ service: { id: 'lamp' } }, { service: { id: 'lamp' } }, { service: { id: request.service.id } }] } }) }));
    const common = await screen.findByRole('list', { name: el.new.common });
    expect(within(common).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Καμένος λαμπτήρας', 'Λακκούβα']);
  });
});
