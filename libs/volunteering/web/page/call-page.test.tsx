import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/volunteering/contracts';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, call, callWith, shift, words } from '../a-call.builders';
import { Component as CallPage } from './call-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path={`/volunteering/${call.id}`} answer={city.answer}>
      <Routes><Route path="volunteering/:id" element={<CallPage />} /></Routes>
    </Stage>,
  );
const standing = (volunteerCall: object) => ({ VolunteerCall: () => ({ volunteerCall }) });

describe('whoever opens a call for volunteers', () => {
  beforeEach(() => sessionStorage.clear());

  it('reads what is done and who will see their name, and takes part with one press, also where they press twice', async () => {
    let answer: () => void = () => undefined;
    const city = aCity({ OfferVolunteering: () => new Promise((done) => (answer = () => done({ offerVolunteering: { __typename: 'VolunteerCallSaved' } }))) });
    show(city);
    expect(await screen.findByText('Μαζεύουμε <script>alert(1)</script>')).toBeDefined();
    expect(screen.getByText(el.offer.whoSees)).toBeDefined();
    expect(screen.getByText('λείπει ακόμη 1 άτομο')).toBeDefined();
    await userEvent.dblClick(await screen.findByRole('button', { name: new RegExp(el.offer.act) }));
    answer();
    expect(city.sent('OfferVolunteering')).toEqual([{ shiftId: shift.id, isNamed: false }]);
  });

  it('is told that all places are taken, and where they stand in the waiting list', async () => {
    const full = show(aCity(standing(callWith({ registered: 3, waiting: 1 }))));
    expect(await screen.findByRole('button', { name: new RegExp(el.offer.wait) })).toBeDefined();
    full.unmount();
    show(aCity(standing(callWith({ registered: 3, waiting: 2 }, { place: 'waiting', queue: 2, mayOffer: false }))));
    expect(await screen.findByText('Είσαι στη θέση 2 της αναμονής')).toBeDefined();
  });

  it('says that they come to a place that is held for them', async () => {
    const city = aCity(standing(callWith({ registered: 3 }, { place: 'registered', confirmBy: '2099-04-30T06:00:00.000Z', mayOffer: false })));
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.offer.confirm }));
    expect(city.sent('ConfirmVolunteering')).toEqual([{ shiftId: shift.id }]);
  });

  it('sees who takes a place meanwhile, and nothing that comes late', async () => {
    const city = aCity();
    show(city);
    expect((await screen.findAllByText('1 από 3')).length).toBeGreaterThan(0);
    act(() => city.say('places', { shiftId: shift.id, registered: 3, waiting: 0, seq: 9 }));
    expect(await screen.findByText('3 από 3')).toBeDefined();
    act(() => city.say('places', { shiftId: shift.id, registered: 2, waiting: 0, seq: 8 }));
    expect(screen.queryByText('2 από 3')).toBeNull();
    expect(screen.getByRole('button', { name: new RegExp(el.offer.wait) })).toBeDefined();
  });

  it('as the department answers only the text that they say they read, where it changes under their eyes', async () => {
    let revision = 1;
    const city = aCity({
      VolunteerCall: () => ({ volunteerCall: { ...call, stage: 'proposed', isByCitizen: true, revision, title: { el: `Μορφή ${revision}`, en: '' }, mine: { ...call.mine, leads: true, canDecide: true } } }),
      AcceptVolunteerCall: ({ revision: read }) => ({ acceptVolunteerCall: read === revision ? { __typename: 'VolunteerCallSaved' } : { __typename: 'NotAllowed', reason: 'rewritten' } }),
    });
    show(city);
    await userEvent.type(await screen.findByLabelText(new RegExp(el.field.responsible)), 'Όλγα, 27410 00000');
    revision = 2;
    await userEvent.click(screen.getByRole('button', { name: el.official.acceptAct }));
    expect(await screen.findByText(el.refused.rewritten)).toBeDefined();
    expect(await screen.findByRole('heading', { level: 1, name: 'Μορφή 2' })).toBeDefined();
    await userEvent.click(await screen.findByRole('button', { name: el.official.rewrittenRead }));
    await userEvent.click(screen.getByRole('button', { name: el.official.acceptAct }));
    expect(city.sent('AcceptVolunteerCall').map(({ revision: read, responsible }) => [read, responsible])).toEqual([[1, 'Όλγα, 27410 00000'], [2, 'Όλγα, 27410 00000']]);
  });

  it('as its author corrects it while it waits, and not after that', async () => {
    const mine = { ...call.mine, isAuthor: true, canCorrect: true, canDiscard: true };
    const waits = show(aCity(standing({ ...call, stage: 'proposed', isByCitizen: true, mine })));
    expect((await screen.findByRole('link', { name: el.author.correct })).getAttribute('href')).toBe(`/volunteering/${call.id}/correct`);
    waits.unmount();
    show(aCity(standing({ ...call, isByCitizen: true, mine: { ...mine, canCorrect: false, canDiscard: false } })));
    expect(await screen.findByRole('heading', { level: 1, name: call.title.el })).toBeDefined();
    expect(screen.queryByRole('link', { name: el.author.correct })).toBeNull();
  });

  it('as the department is told that a shift which is near lacks people, and cancels it with a reason; the only one goes with its call', async () => {
    const led = { ...call.mine, leads: true, canCancel: true };
    const short = { ...shift, isShort: true };
    const city = aCity({ ...standing({ ...call, shifts: [short, { ...shift, id: 'k7m2p9x4qd.two', task: 'Άλλη' }], mine: led }), CancelVolunteerShift: () => ({ cancelVolunteerShift: { __typename: 'VolunteerCallSaved' } }) });
    const two = show(city);
    expect(await screen.findByText('Πλησιάζει και λείπει 1 άτομο')).toBeDefined();
    await userEvent.click(screen.getAllByText(el.official.cancelShift)[0] ?? document.body);
    await userEvent.type(screen.getAllByLabelText(new RegExp(el.field.reason))[0] ?? document.body, 'Δεν μαζευτήκαμε αρκετοί.');
    await userEvent.click(screen.getAllByRole('button', { name: el.official.cancelShiftAct })[0] ?? document.body);
    expect(city.sent('CancelVolunteerShift')).toEqual([{ shiftId: shift.id, reason: 'Δεν μαζευτήκαμε αρκετοί.' }]);
    two.unmount();
    show(aCity(standing({ ...call, shifts: [short], mine: led })));
    expect(await screen.findByText(el.official.onlyShift)).toBeDefined();
    expect(screen.queryByText(el.official.cancelShift)).toBeNull();
  });

  it('reads why a shift was cancelled, and is offered nothing there', async () => {
    show(aCity(standing(callWith({ cancellation: { reason: 'Θα βρέχει.', at: '2026-01-01T00:00:00.000Z' } }, { mayOffer: false }))));
    expect(await screen.findByText('Θα βρέχει.')).toBeDefined();
    expect(screen.queryByRole('button', { name: new RegExp(el.offer.act) })).toBeNull();
  });
});
