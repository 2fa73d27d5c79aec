import { el as identity } from '@isegoria/identity/contracts';
import { type DrawFile, drawn, el, listText, quotasOf, seedOf } from '@isegoria/panels/contracts';
import { digest } from '@isegoria/ledger/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Component as PanelPage } from './panel-page';

configure({ asyncUtilTimeout: 8000 });

const said = (text: string) => ({ el: text, en: text });
const nobody = { state: null, showsName: false, ticket: null, answerBy: null, refused: null, canEdit: false, canPublish: false, canWithdraw: false, canEnter: false, hasEntry: false };
const panel = {
  id: 'harbour', title: said('Το λιμάνι <script>'), text: said('Τριάντα κάτοικοι σκέφτονται.'), stage: 'open', department: { id: 'technical', name: said('Τεχνική Υπηρεσία') }, districts: [], minimumAge: 16, seats: 30, balance: ['ageBand'], source: said('Οι αριθμοί του ΤΖΟΚΕΡ.'),
  closesAt: '2099-12-01T10:00:00.000Z', drawsAt: '2099-12-03T20:00:00.000Z', answerDays: 7, offers: 12, closedAt: null, listDigest: null, numbers: null, seed: null, cells: [], accepted: 0, withdrawal: null, isDemo: false, revision: 2,
};
const maria = { id: 'c1', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };

/** The page of a panel, for somebody; answers what was sent. */
function show(wanted: object, { me = maria as object | null, ...answers }: Record<string, unknown> = {}) {
  liveOver(new LiveLine(() => Promise.resolve({ onOpen: () => undefined, onDelta: () => undefined, watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }), unwatch: () => undefined, isOpen: () => true })));
  const sent: [string, object][] = [];
  const answer = (operation: string, variables: object) => {
    sent.push([operation, variables]);
    if (operation === 'Panel') return { panel: { ...panel, mine: nobody, ...wanted } };
    if (operation === 'PanelMembers') return { panelMembers: [{ ticket: 't7', cell: 'all', state: 'accepted', rank: 1, name: 'Ελένη Σ.' }] };
    if (operation === 'Me') return { me };
    if (operation === 'WaysToVerify') return { signInWays: [{ name: 'taxisnet', label: said('κωδικούς Taxisnet'), forStaff: false, vouches: true }, { name: 'directory', label: said('λογαριασμό του δήμου'), forStaff: true, vouches: false }] };
    return answers[operation] ?? {};
  };
  const words = { panels: el, identity, ui, organisation: {}, processes: {}, notifications: {}, moderation: {}, realtime: {} };
  render(<Stage words={words} path="/panels/harbour" answer={answer}><Routes><Route path="panels/:id" element={<PanelPage />} /></Routes></Stage>);
  return (operation: string) => sent.filter(([one]) => one === operation).map(([, variables]) => variables);
}

describe('the page of a panel', () => {
  it('leads a visitor to where they become a verified person, and not by the door of the city’s own people', async () => {
    show({}, { me: null });
    expect(await screen.findByRole('button', { name: 'Με κωδικούς Taxisnet' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /λογαριασμό του δήμου/ })).toBeNull();
    expect(screen.getByRole('heading', { level: 1, name: 'Το λιμάνι <script>' })).toBeDefined();
    expect(screen.getByText(/Οι αριθμοί του ΤΖΟΚΕΡ/)).toBeDefined();
  });

  it('takes an offer by one press, and says kindly why it does not', async () => {
    const sent = show({}, { OfferForPanel: { offerForPanel: { __typename: 'NotAllowed', reason: 'not_open' } } });
    await userEvent.click(await screen.findByRole('button', { name: el.offer.act }));
    expect(sent('OfferForPanel')).toEqual([{ id: 'harbour' }]);
    expect(await screen.findByText(el.refused.not_open)).toBeDefined();
  });

  it('leads who lacks what the draw must know to their details, before they press', async () => {
    show({ mine: { ...nobody, refused: 'unknown' } });
    expect((await screen.findByRole('link', { name: el.offer.complete })).getAttribute('href')).toBe('/account');
    expect(screen.queryByRole('button', { name: el.offer.act })).toBeNull();
  });

  it('shows who is on the list their own number, and lets them leave it', async () => {
    const sent = show({ mine: { ...nobody, state: 'offered', ticket: 'abcde-12345-fghij' } }, { TakeOfferBack: { takeOfferBack: { __typename: 'PanelSaved' } } });
    expect(await screen.findByText(/abcde-12345-fghij/)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.offer.back }));
    await waitFor(() => expect(sent('TakeOfferBack')).toEqual([{ id: 'harbour' }]));
  });

  it('lets a member show their name, and hide it again', async () => {
    const sent = show({ stage: 'seated', mine: { ...nobody, state: 'accepted', ticket: 't' } }, { AnswerSeat: { answerSeat: { __typename: 'PanelSaved' } } });
    const box = await screen.findByRole('checkbox', { name: el.seat.showsName });
    await userEvent.click(box);
    expect(box).toHaveProperty('checked', true);
    await userEvent.click(box);
    await waitFor(() => expect(sent('AnswerSeat')).toEqual([{ id: 'harbour', accepts: true, showsName: true }, { id: 'harbour', accepts: true, showsName: false }]));
  });

  it('asks who was drawn; leaving the seat is asked once more', async () => {
    const sent = show({ stage: 'seating', mine: { ...nobody, state: 'drawn', ticket: 't', answerBy: '2099-12-10T20:00:00.000Z' } }, { AnswerSeat: { answerSeat: { __typename: 'PanelSaved' } } });
    await userEvent.click(await screen.findByRole('checkbox', { name: el.seat.showsName }));
    await userEvent.click(screen.getByRole('button', { name: el.seat.accept }));
    await waitFor(() => expect(sent('AnswerSeat')).toEqual([{ id: 'harbour', accepts: true, showsName: true }]));
    await userEvent.click(screen.getByRole('button', { name: el.seat.decline }));
    expect(sent('AnswerSeat')).toHaveLength(1);
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: el.seat.declineYes }));
    await waitFor(() => expect(sent('AnswerSeat')[1]).toEqual({ id: 'harbour', accepts: false, showsName: false }));
  });

  it('does not show the second official what the first one wrote, and tells them where the two differ', async () => {
    const sent = show({ stage: 'drawing', mine: { ...nobody, canEnter: true, hasEntry: true } }, { EnterPanelNumbers: { enterPanelNumbers: { __typename: 'NotAllowed', reason: 'differs' } } });
    expect(await screen.findByText(el.official.enterSecond)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.official.enterAct }));
    expect(sent('EnterPanelNumbers')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: new RegExp(el.official.enter) }), '4 11 23');
    await userEvent.click(screen.getByRole('button', { name: el.official.enterAct }));
    expect(await screen.findByText(el.refused.differs)).toBeDefined();
    expect(sent('EnterPanelNumbers')).toEqual([{ id: 'harbour', numbers: '4 11 23' }]);
  });
});

describe('the check of a draw', () => {
  afterEach(() => vi.unstubAllGlobals());

  const list = Array.from({ length: 9 }, (_, at) => ({ ticket: `t${at}`, cell: 'all' }));
  const cells = quotasOf([{ cell: 'all', offers: 9, people: null }], 3);
  const seed = seedOf(digest(listText(list)), '4 11');
  const file: DrawFile = { panel: 'harbour', seats: 3, listDigest: digest(listText(list)), list: listText(list), cells, numbers: '4 11', seed, asked: drawn(list, cells, seed).filter(({ hasSeat }) => hasSeat) };
  const over = { stage: 'seated', seed, numbers: '4 11', listDigest: file.listDigest, cells: [{ key: 'all', name: said('Όλοι'), people: null, offers: 9, seats: 3 }] };
  const check = async (answered: object) => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answered))));
    show(over);
    await userEvent.click(await screen.findByRole('button', { name: el.check.act }));
  };

  it('finds all four things right', async () => {
    await check(file);
    expect(screen.getByRole('cell', { name: 'Ελένη Σ.' })).toBeDefined();
    expect(await screen.findByText(`✓ ${el.check.seats}`)).toBeDefined();
    expect(screen.getAllByText(/^✓/)).toHaveLength(4);
  });

  it('names whoever has a seat out of turn', async () => {
    const [first, ...others] = file.asked;
    const friend = list.find(({ ticket }) => file.asked.every((one) => one.ticket !== ticket));
    await check({ ...file, asked: [...others, friend] });
    expect((await screen.findByText(/^✗/)).textContent).toContain(friend?.ticket);
    expect(screen.getByText(/^✗/).textContent).toContain(first?.ticket);
  });
});
