import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Stage } from '@isegoria/ui/web';
import { el, en } from '@isegoria/moderation/contracts';
import type { CaseShown } from '../documents';
import { QueuePage } from './queue-page';

// A busy machine draws late; a test that waits longer is not a weaker test.
configure({ asyncUtilTimeout: 6000 });

const both = (text: string) => ({ el: text, en: text });
const soon = () => new Date(Date.now() + 9 * 60_000).toISOString();

function aRow(id: string, fields: Partial<CaseShown['row']> = {}): CaseShown['row'] {
  return {
    id, kind: 'reported', item: { kind: 'comment', id: `c-${id}` }, title: both(`Πεζόδρομος <script>${id}</script>`), excerpt: `Κείμενο <b>${id}</b>`, alignment: 'AGAINST', reports: 3, rule: 2,
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
  const decideLot = vi.fn((_input: Record<string, unknown>): unknown => ({ decideCases: { __typename: 'CasesDecided', outcomes: [] } }));
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
      case 'DecideCases':
        return decideLot(variables['input'] as Record<string, unknown>);
      case 'Me':
        return { me: null };
      default:
        return { releaseCase: { __typename: 'CaseReleased' }, passCase: { __typename: state.passed } };
    }
  };
  return { state, decide, decideLot, answer, say: (payload: unknown) => say(payload) };
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

describe('a moderator who decides several cases together', () => {
  beforeEach(() => localStorage.clear());

  const markOf = (id: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(`Σημείωσε: .*${id}</script>`) });
  const areMarked = () => screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Σημείωσε/ }).map(({ checked }) => checked);
  const decideButton = () => screen.getByRole('button', { name: new RegExp(el.lot.decide) });
  const sent = (desk: ReturnType<typeof aDesk>) => desk.decideLot.mock.calls.map(([input]) => input);
  /** A desk with so many cases, of which these are marked. */
  const marking = async (rows: CaseShown['row'][], ids: string[]) => {
    const desk = aDesk();
    desk.state.rows = rows;
    show(desk);
    await screen.findAllByRole('checkbox', { name: /^Σημείωσε/ });
    for (const id of ids) await userEvent.click(markOf(id));
    return desk;
  };

  it('reads one after the other, marks with x, and decides with d, by keyboard alone', async () => {
    const desk = aDesk();
    desk.state.rows = ['a', 'b', 'c'].map((id) => aRow(id));
    show(desk);
    await screen.findByRole('button', { name: /a<\/script>/ });
    await userEvent.keyboard('d');
    expect(screen.queryByRole('dialog'), 'nothing is marked').toBeNull();
    for (const id of ['a', 'b']) {
      await userEvent.keyboard('j');
      await waitFor(() => expect(screen.getByRole('button', { name: new RegExp(`${id}</script>`) }).getAttribute('aria-current')).toBe('true'));
      await claimed();
      await userEvent.keyboard('x');
    }
    expect(areMarked()).toEqual([true, true, false]);
    await userEvent.keyboard('d');
    const dialog = await screen.findByRole('dialog', { name: 'Απόφαση για 2 υποθέσεις' });
    expect(within(dialog).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['a', 'b'].map((id) => `Επιχείρημα κατά στο «Πεζόδρομος <script>${id}</script>»Κείμενο <b>${id}</b>`));
    await userEvent.keyboard('x');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Απόκρυψη και των 2' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(areMarked(), 'the third is left').toEqual([false]);
    expect(desk.decideLot).not.toHaveBeenCalled();
    leave();
    await waitFor(() => expect(sent(desk)).toEqual([{ cases: [{ id: 'a', version: 4 }, { id: 'b', version: 4 }], decision: 'hidden', rule: 2, reason: el.template['2'] }]));
  });

  it('marks the row that has the focus with x, also from its box, and takes the mark away with it', async () => {
    await marking([aRow('a'), aRow('b')], ['b']);
    await userEvent.keyboard('x');
    expect(areMarked()).toEqual([false, false]);
    screen.getByRole('button', { name: /a<\/script>/ }).focus();
    await userEvent.keyboard('x');
    expect(areMarked()).toEqual([true, false]);
  });

  it('is asked for a rule and a reason where they did not have one in common, and for neither where all stay', async () => {
    const desk = await marking([aRow('a'), aRow('b', { kind: 'waiting', reports: 0, rule: null })], ['a', 'b']);
    await userEvent.click(decideButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Απόκρυψη και των 2' }));
    const summary = await screen.findByRole('alert');
    expect(within(summary).getAllByRole('link').map(({ textContent }) => textContent)).toEqual([el.problem.rule.required, el.problem.reason.required]);
    await userEvent.click(screen.getByRole('button', { name: 'Μένουν ή δημοσιεύονται και οι 2' }));
    leave();
    await waitFor(() => expect(sent(desk)).toMatchObject([{ decision: 'approved' }]));
  });

  it('takes all back with u: they are marked again, with what was written, and only until they are decided', async () => {
    const desk = await marking(['a', 'b', 'c'].map((id) => aRow(id)), ['a', 'b']);
    const openAndRead = async () => {
      await userEvent.click(decideButton());
      return (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: el.decide.reason }));
    };
    await userEvent.type(await openAndRead(), ' Και τα δύο.');
    await userEvent.click(screen.getByRole('button', { name: 'Απόκρυψη και των 2' }));
    await screen.findByRole('button', { name: /Αναίρεση/ });
    await userEvent.keyboard('u');
    expect(areMarked()).toEqual([true, true, false]);
    leave();
    expect(desk.decideLot).not.toHaveBeenCalled();
    expect((await openAndRead()).value).toBe(`${el.template['2']} Και τα δύο.`);
    await userEvent.click(screen.getByRole('button', { name: 'Απόκρυψη και των 2' }));
    await waitFor(() => expect(areMarked()).toEqual([false]));
    await userEvent.click(markOf('c'));
    expect((await openAndRead()).value, 'other cases, other words').toBe(el.template['2']);
  });

  it('is told of each that was not decided, and why, and may look at those again as they are now', async () => {
    const desk = await marking(['a', 'b', 'c'].map((id) => aRow(id)), ['a', 'b', 'c']);
    desk.decideLot.mockReturnValueOnce({ decideCases: { __typename: 'CasesDecided', outcomes: [{ id: 'a', refused: null }, { id: 'b', refused: 'changed' }, { id: 'c', refused: 'taken' }] } });
    await userEvent.click(decideButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Απόκρυψη και των 3' }));
    await screen.findByRole('button', { name: /Αναίρεση/ });
    desk.state.rows = [aRow('b', { version: 5, excerpt: 'Άλλο κείμενο' }), aRow('c')];
    leave();
    expect(await screen.findByText('Για 2 υποθέσεις η απόφαση δεν πέρασε.')).toBeDefined();
    expect(screen.getByText(new RegExp(`b</script>».*${el.lot.refused.changed}`))).toBeDefined();
    expect(screen.getByText(new RegExp(`c</script>».*${el.lot.refused.taken}`))).toBeDefined();
    await screen.findByText('Άλλο κείμενο');
    await userEvent.click(screen.getByRole('button', { name: el.lot.markAgain }));
    expect(areMarked()).toEqual([true, true]);
    await userEvent.click(decideButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Απόκρυψη και των 2' }));
    leave();
    await waitFor(() => expect(sent(desk)[1]).toMatchObject({ cases: [{ id: 'b', version: 5 }, { id: 'c', version: 4 }] }));
  });

  it('finds all of them again where the line was lost', async () => {
    const desk = await marking([aRow('a'), aRow('b')], ['a', 'b']);
    desk.decideLot.mockImplementationOnce(() => {
      throw new Error('no line');
    });
    await userEvent.click(decideButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Απόκρυψη και των 2' }));
    leave();
    expect(await screen.findAllByText(new RegExp(el.lot.refused.lost))).toHaveLength(2);
    expect(areMarked()).toEqual([false, false]);
  });

  it('decides on what they read: what comes in while they write is not in it', async () => {
    const desk = await marking([aRow('a')], ['a']);
    await userEvent.click(decideButton());
    await screen.findByRole('dialog', { name: 'Απόφαση για 1 υπόθεση' });
    desk.state.rows = [aRow('a', { version: 5, reports: 4 })];
    desk.say({ caseId: 'a', what: 'changed', by: null });
    await screen.findByText('4 αναφορές');
    await userEvent.click(screen.getByRole('button', { name: 'Απόκρυψη' }));
    leave();
    await waitFor(() => expect(sent(desk)).toMatchObject([{ cases: [{ id: 'a', version: 4 }] }]));
  });

  it('marks a stretch with Shift, and all that are shown, as many as one decision may reach', async () => {
    await marking(Array.from({ length: 60 }, (_, number) => aRow(`n${number}`)), ['n2']);
    fireEvent.click(markOf('n5'), { shiftKey: true });
    expect(areMarked().flatMap((isMarked, place) => (isMarked ? [place] : []))).toEqual([2, 3, 4, 5]);
    await userEvent.click(screen.getByRole('checkbox', { name: '4 σημειωμένες' }));
    expect(areMarked().includes(true)).toBe(false);
    await userEvent.click(screen.getByRole('checkbox', { name: el.lot.all }));
    expect(areMarked().filter(Boolean)).toHaveLength(50);
    fireEvent.click(markOf('n59'));
    expect(areMarked().filter(Boolean)).toHaveLength(50);
    expect(screen.getByRole('checkbox', { name: el.lot.most.replace('{{count}}', '50') })).toBeDefined();
  });

  it('stands where they were, not at the top of the page, once the marked ones have gone', async () => {
    await marking(['a', 'b', 'c'].map((id) => aRow(id)), ['a', 'b']);
    await userEvent.click(decideButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Απόκρυψη και των 2' }));
    await waitFor(() => expect(screen.getByRole('checkbox', { name: el.lot.all }).closest('div')?.contains(document.activeElement) || document.activeElement === markOf('c')).toBe(true));
  });

  it('finds both keys in the list of keys', async () => {
    await marking([aRow('a')], []);
    await userEvent.keyboard('?');
    const help = await screen.findByRole('dialog');
    expect([el.keys.x, el.keys.d].map((said) => within(help).getByText(said).previousElementSibling?.textContent)).toEqual(['x', 'd']);
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
