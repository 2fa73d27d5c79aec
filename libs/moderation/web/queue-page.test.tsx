import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/moderation/contracts';
import type { CaseShown } from './documents';
import { QueuePage } from './queue-page';

// A busy machine draws late; a test that waits longer is not a weaker test.
configure({ asyncUtilTimeout: 6000 });

const soon = () => new Date(Date.now() + 9 * 60_000).toISOString();

function aRow(id: string, fields: Partial<CaseShown['row']> = {}): CaseShown['row'] {
  return {
    id, kind: 'reported', item: { kind: 'comment', id: `c-${id}` }, title: `Πεζόδρομος <script>${id}</script>`, alignment: 'AGAINST', reports: 3, rule: 2,
    since: new Date(Date.now() - 14 * 60_000).toISOString(), coordinated: false, claimedByMe: false, claimedUntil: null, version: 4, ...fields,
  };
}

function aCase(id: string, fields: Partial<CaseShown['row']> = {}): CaseShown {
  return {
    id, row: aRow(id, { claimedByMe: true, claimedUntil: soon(), ...fields }), text: 'Δεν ξέρει να οδηγεί, ηλίθιοι.', reportedText: null, highlights: ['ηλίθιοι'], path: '/proposals/1#comment-1',
    author: { contributions: 41, decisions: 0 }, reports: [], trustedReports: 2, seenBy: 86, previous: [], passNote: null,
  };
}

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
  const state = { rows: [aRow('a'), aRow('b', { kind: 'waiting', reports: 0, rule: null })], taken: new Set<string>() };
  const decide = vi.fn((_input: Record<string, unknown>): unknown => ({ decideCase: { __typename: 'CaseDecided', id: 'a' } }));
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    const id = String(variables['id']);
    switch (operation) {
      case 'QueueOf':
        return { moderationQueue: { items: state.rows, total: state.rows.length, objections: 2 } };
      case 'ClaimCase':
        if (state.taken.has(id)) return { claimCase: { __typename: 'CaseTaken', until: soon() } };
        return { claimCase: { __typename: 'CaseClaimed', case: aCase(id, state.rows.find((row) => row.id === id)?.rule === null ? { kind: 'waiting', reports: 0, rule: null } : {}) } };
      case 'DecideCase':
        return decide(variables['input'] as Record<string, unknown>);
      case 'Me':
        return { me: null };
      default:
        return { releaseCase: { __typename: 'CaseReleased' }, passCase: { __typename: 'CaseReleased' } };
    }
  };
  return { state, decide, answer, say: (payload: unknown) => say(payload) };
}

const words = { moderation: el, ui: {} };
const show = (desk: ReturnType<typeof aDesk>) => render(<Stage words={words} path="/moderation" answer={desk.answer}><QueuePage /></Stage>);
const claimed = () => screen.findByText('Την έχεις αναλάβει, 9′ ακόμη');

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
    await waitFor(() => expect(desk.decide).toHaveBeenCalledWith({ id: 'a', version: 4, decision: 'returned', rule: 2, reason: el.template['2'] }));
    await waitFor(() => expect(screen.getByRole('button', { name: /προς δημοσίευση/ }).getAttribute('aria-current')).toBe('true'));
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
    desk.state.rows = [...desk.state.rows, aRow('c', { title: 'Κεραία στην πλατεία' })];
    desk.say({ caseId: 'c', what: 'opened', by: null });
    expect(await screen.findByText(/Κεραία στην πλατεία/)).toBeDefined();
  });

  it('reads the case again before deciding on what changed meanwhile', async () => {
    const desk = aDesk();
    show(desk);
    await screen.findByRole('button', { name: /3 αναφορές/ });
    await userEvent.keyboard('j');
    await claimed();
    desk.decide.mockReturnValueOnce({ decideCase: { __typename: 'CaseChanged', case: { ...aCase('a', { version: 5 }), text: 'Άλλο κείμενο.', highlights: [] } } });
    await userEvent.keyboard('a');
    expect(await screen.findByText(el.case.changed)).toBeDefined();
    expect(screen.getByText('Άλλο κείμενο.')).toBeDefined();
    await userEvent.keyboard('a');
    await waitFor(() => expect(desk.decide).toHaveBeenLastCalledWith(expect.objectContaining({ version: 5, decision: 'approved' })));
  });
});
