import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Stage } from '@isegoria/ui/web';
import { el, en } from '@isegoria/moderation/contracts';
import type { CaseShown } from './documents';
import { QueuePage } from './queue-page';

// A busy machine draws late; a test that waits longer is not a weaker test.
configure({ asyncUtilTimeout: 6000 });

const both = (text: string) => ({ el: text, en: text });
const soon = () => new Date(Date.now() + 9 * 60_000).toISOString();

function aRow(id: string, fields: Partial<CaseShown['row']> = {}): CaseShown['row'] {
  return {
    id, kind: 'reported', item: { kind: 'comment', id: `c-${id}` }, title: both(`Πεζόδρομος <script>${id}</script>`), alignment: 'AGAINST', reports: 3, rule: 2,
    since: new Date(Date.now() - 14 * 60_000).toISOString(), coordinated: false, claimedByMe: false, claimedUntil: null, version: 4, ...fields,
  };
}

function aCase(id: string, fields: Partial<CaseShown['row']> = {}): CaseShown {
  return {
    id, row: aRow(id, { claimedByMe: true, claimedUntil: soon(), ...fields }), text: 'Δεν ξέρει να οδηγεί, ηλίθιοι.', reportedText: null, pictures: [{ id: 'p1', url: '/files/p1', width: 30, height: 20, alt: '' }], highlights: ['ηλίθιοι'], path: '/proposals/1#comment-1',
    author: { contributions: 41, decisions: 0 }, reports: [], trustedReports: 2, seenBy: 86, previous: [], passNote: null,
  };
}

const foundIn = (rows: CaseShown['row'][], id: string): Partial<CaseShown['row']> => {
  const { kind, reports, rule } = rows.find((row) => row.id === id) ?? aRow(id);
  return { kind, reports, rule };
};

/** A desk in the test's hand: what the server was asked, and what it answers. */
function aDesk() {
  let say: (payload: unknown) => void = () => undefined;
  liveOver(
    new LiveLine(() =>
      Promise.resolve({
        onOpen: () => undefined,
        onDelta: (hear) => {
          let version = 0;
          say = (payload) => hear({ room: 'moderation:queue', version: ++version, name: 'queue.changed', payload });
        },
        watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }),
        unwatch: () => undefined,
        isOpen: () => true,
      }),
    ),
  );
  const state = { silent: false, passed: 'CaseReleased', more: [] as CaseShown['row'][], rows: [aRow('a'), aRow('b', { kind: 'waiting', reports: 0, rule: null })], taken: new Set<string>() };
  const decide = vi.fn((_input: Record<string, unknown>): unknown => ({ decideCase: { __typename: 'CaseDecided', id: 'a' } }));
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    const id = String(variables['id']);
    switch (operation) {
      case 'QueueOf':
        return { moderationQueue: { items: variables['after'] ? state.more : state.rows, next: state.more.length > 0 && !variables['after'] ? 'more' : null, total: state.rows.length + state.more.length, objections: 2 } };
      case 'ClaimCase':
        if (state.silent) throw new Error('no line');
        if (state.taken.has(id)) return { claimCase: { __typename: 'CaseTaken', until: soon() } };
        return { claimCase: { __typename: 'CaseClaimed', case: aCase(id, foundIn(state.rows, id)) } };
      case 'DecideCase':
        return decide(variables['input'] as Record<string, unknown>);
      case 'Me':
        return { me: null };
      default:
        return { releaseCase: { __typename: 'CaseReleased' }, passCase: { __typename: state.passed } };
    }
  };
  return { state, decide, answer, say: (payload: unknown) => say(payload) };
}

const words = { moderation: el, ui: {} };
const show = (desk: ReturnType<typeof aDesk>) => render(<Stage words={words} path="/moderation" answer={desk.answer}><QueuePage /></Stage>);
const leave = () => window.dispatchEvent(new Event('pagehide'));
const claimed = () => screen.findByText('Την έχεις αναλάβει, 9′ ακόμη');

/** A desk at which a moderator has taken the first case and begun to write why. */
async function atWork() {
  const desk = aDesk();
  show(desk);
  await screen.findByRole('button', { name: /3 αναφορές/ });
  await userEvent.keyboard('j');
  await claimed();
  await userEvent.type(screen.getByLabelText(el.decide.reason), ' Με δικά μου λόγια.');
  return desk;
}

describe('a moderator at the queue, by keyboard alone', () => {
  beforeEach(() => localStorage.clear());

  it('walks down the list with j and up with k, and takes the case they stop at', async () => {
    const desk = aDesk();
    show(desk);
    const first = await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    await claimed();
    expect(first.getAttribute('aria-current')).toBe('true');
    expect(screen.getByText('ηλίθιοι').tagName).toBe('MARK');
    expect(screen.getByRole('img', { name: el.case.picture }).getAttribute('src')).toBe('/files/p1');
    await userEvent.keyboard('j');
    await waitFor(() => expect(screen.getByRole('button', { name: /προς δημοσίευση/ }).getAttribute('aria-current')).toBe('true'));
    await userEvent.keyboard('k');
    await waitFor(() => expect(first.getAttribute('aria-current')).toBe('true'));
  });

  it('sends back with r, with the proposed reason, and goes on with the next case', async () => {
    const desk = aDesk();
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    await claimed();
    await userEvent.keyboard('r');
    await waitFor(() => expect(screen.getByRole('button', { name: /προς δημοσίευση/ }).getAttribute('aria-current')).toBe('true'));
    expect(screen.queryByRole('button', { name: /3 αναφορές/ })).toBeNull();
    leave();
    await waitFor(() => expect(desk.decide).toHaveBeenCalledWith({ id: 'a', version: 4, decision: 'returned', rule: 2, reason: el.template['2'] }));
  });

  it('is asked for the rule and the reason before anything is hidden', async () => {
    const desk = aDesk();
    desk.state.rows = [aRow('b', { kind: 'waiting', reports: 0, rule: null })];
    show(desk);
    await screen.findByRole('button', { name: /προς δημοσίευση/ });
    await userEvent.keyboard('j');
    await claimed();
    await userEvent.keyboard('h');
    const summary = await screen.findByRole('alert');
    expect(within(summary).getAllByRole('link').map(({ textContent }) => textContent)).toEqual([el.problem.rule.required, el.problem.reason.required]);
    expect(desk.decide).not.toHaveBeenCalled();
  });

  it('writes the letters of a reason without deciding anything', async () => {
    const desk = aDesk();
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    await claimed();
    await userEvent.type(screen.getByLabelText(el.decide.reason), ' rahg?jk');
    expect(screen.getByLabelText(el.decide.reason)).toHaveProperty('value', `${el.template['2']} rahg?jk`);
    expect(desk.decide).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('switches the keys off, and they stay off', async () => {
    const desk = aDesk();
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('?');
    await userEvent.click(await screen.findByLabelText(el.keys.on));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await userEvent.keyboard('j');
    expect(screen.getByText(el.queue.choose)).toBeDefined();
    expect(localStorage.getItem('isegoria:moderation.keys')).toBe('off');
  });

  it('is told when another moderator has the case, and sees new cases come', async () => {
    const desk = aDesk();
    desk.state.taken.add('a');
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    expect(await screen.findByText(/Την έχει άλλος επόπτης/)).toBeDefined();
    desk.state.rows = [...desk.state.rows, aRow('c', { title: both('Κεραία στην πλατεία') })];
    desk.say({ caseId: 'c', what: 'opened', by: null });
    expect(await screen.findByText(/Κεραία στην πλατεία/)).toBeDefined();
  });

  it('takes back with u what was pressed by mistake: it never left the page, and what they wrote is there', async () => {
    const desk = aDesk();
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    await claimed();
    await userEvent.type(screen.getByLabelText(el.decide.reason), ' Δες και τον κανόνα.');
    await userEvent.click(screen.getByRole('button', { name: /Απόκρυψη/ }));
    await screen.findByRole('button', { name: /Αναίρεση/ });
    await userEvent.keyboard('u');
    expect(await screen.findByDisplayValue(`${el.template['2']} Δες και τον κανόνα.`)).toBeDefined();
    leave();
    expect(desk.decide).not.toHaveBeenCalled();
  });

  it('sends a decision with the next one, and the last when they leave the page', async () => {
    const desk = aDesk();
    const { unmount } = show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    await claimed();
    await userEvent.keyboard('a');
    await waitFor(() => expect(screen.getByRole('button', { name: /προς δημοσίευση/ }).getAttribute('aria-current')).toBe('true'));
    await claimed();
    expect(desk.decide).not.toHaveBeenCalled();
    await userEvent.keyboard('a');
    await waitFor(() => expect(desk.decide.mock.calls.map(([input]) => input['id'])).toEqual(['a']));
    leave();
    expect(desk.decide.mock.calls.map(([input]) => input['id'])).toEqual(['a', 'b']);
    unmount();
    expect(desk.decide).toHaveBeenCalledTimes(2);
  });

  it('is told when a decision was not taken, and finds the case again with what they wrote', async () => {
    const desk = aDesk();
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    await claimed();
    desk.decide.mockReturnValueOnce({ decideCase: { __typename: 'CaseChanged' } });
    await userEvent.type(screen.getByLabelText(el.decide.reason), ' Με δικά μου λόγια.');
    await userEvent.click(screen.getByRole('button', { name: /Απόκρυψη/ }));
    await screen.findByRole('button', { name: /Αναίρεση/ });
    leave();
    expect(await screen.findByText(el.decide.refused.changed)).toBeDefined();
    expect(await screen.findByRole('button', { name: /3 αναφορές/ })).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.decide.openAgain }));
    expect(await screen.findByDisplayValue(/Με δικά μου λόγια/)).toBeDefined();
  });

  it('reads on when a report comes in, and keeps the reason they were writing', async () => {
    const desk = await atWork();
    desk.state.rows = [aRow('a', { rule: 5, version: 5 })];
    desk.say({ caseId: 'a', what: 'changed', by: null });
    expect(await screen.findByText(el.case.changed)).toBeDefined();
    expect(screen.getByDisplayValue(/Με δικά μου λόγια/)).toBeDefined();
  });

  it('keeps what they wrote when another has taken the case meanwhile, and goes on when they have it again', async () => {
    const desk = await atWork();
    desk.state.taken.add('a');
    desk.say({ caseId: 'a', what: 'changed', by: null });
    expect(await screen.findByText(/Την έχει άλλος επόπτης/)).toBeDefined();
    expect(screen.getByText(el.case.written)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: /Απόκρυψη/ }));
    expect(await screen.findByText(el.decide.refused.not_claimed)).toBeDefined();
    expect(screen.queryByRole('button', { name: el.case.take })).toBeNull();
    desk.state.taken.delete('a');
    desk.say({ caseId: 'a', what: 'released', by: 'another' });
    await userEvent.click(await screen.findByRole('button', { name: el.case.take }));
    await claimed();
    expect(screen.getByDisplayValue(/Με δικά μου λόγια/)).toBeDefined();
  });

  it('keeps what they wrote when the line is lost while the case is theirs', async () => {
    const desk = await atWork();
    desk.state.silent = true;
    desk.say({ caseId: 'a', what: 'changed', by: null });
    expect(await screen.findByText(el.case.changed)).toBeDefined();
    expect(screen.getByDisplayValue(/Με δικά μου λόγια/)).toBeDefined();
    await claimed();
  });

  it('takes a case that another moderator gave back, without leaving it first', async () => {
    const desk = aDesk();
    desk.state.taken.add('a');
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    expect(await screen.findByText(/Την έχει άλλος επόπτης/)).toBeDefined();
    desk.state.taken.delete('a');
    desk.say({ caseId: 'a', what: 'released', by: 'another' });
    expect(await screen.findByText(el.case.freed)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.case.take }));
    await claimed();
  });

  it('stands at the case that opens, and is not told that one was passed on when it was not', async () => {
    const desk = aDesk();
    desk.state.passed = 'NotFound';
    show(desk);
    await userEvent.click(await screen.findByRole('button', { name: /3 αναφορές/ }));
    await claimed();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H2'));
    await userEvent.keyboard('g');
    await userEvent.click(await screen.findByRole('button', { name: el.pass.send }));
    expect(await screen.findByText(el.decide.refused.not_claimed)).toBeDefined();
    expect(screen.getByRole('dialog')).toBeDefined();
  });

  it('is told when the word for the next one is too long, and nothing of it is cut', async () => {
    const desk = aDesk();
    show(desk);
    await userEvent.click(await screen.findByRole('button', { name: /3 αναφορές/ }));
    await claimed();
    await userEvent.keyboard('g');
    const note = await screen.findByRole('textbox', { name: new RegExp(el.pass.note) });
    fireEvent.change(note, { target: { value: 'ω'.repeat(501) } });
    await userEvent.click(screen.getByRole('button', { name: el.pass.send }));
    await waitFor(() => expect(note.getAttribute('aria-invalid')).toBe('true'));
    expect(within(screen.getByRole('dialog')).getAllByText(el.problem.note.too_long.replace('{{limit}}', '500'), { exact: false }).length).toBeGreaterThan(0);
  });

  it('sees the next fifty when they ask, and goes on at the first of them', async () => {
    const desk = aDesk();
    desk.state.more = [aRow('c', { title: both('Κεραία στην πλατεία') })];
    show(desk);
    await userEvent.click(await screen.findByRole('button', { name: el.queue.showMore }));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Κεραία στην πλατεία'));
    expect(screen.queryByRole('button', { name: el.queue.showMore })).toBeNull();
  });
});

describe('a moderator who reads English', () => {
  it('is told what each case is in English, and a voice that reads it out knows which words are Greek', async () => {
    const desk = aDesk();
    desk.state.rows = [aRow('a'), aRow('b', { item: { kind: 'opinion', id: 'o' }, title: { el: 'Το λιμάνι που θέλουμε', en: 'The harbour we want' }, alignment: null })];
    render(<Stage words={{ ...words, moderation: en }} locale="en" path="/moderation" answer={desk.answer}><QueuePage /></Stage>);
    expect((await screen.findByText(/^Πεζόδρομος/)).lang).toBe('el');
    const titled = screen.getByText('The harbour we want');
    expect([titled.parentElement?.textContent, titled.lang]).toEqual(['Statement on “The harbour we want”', '']);
  });
});
