import { configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Failure, onSignal, Stage } from '@isegoria/ui/web';
import { el } from '@isegoria/comments/contracts';
import { el as votes } from '@isegoria/votes/contracts';
import { Arguments } from './arguments';
import type { ShownComment } from './documents';

// A busy machine draws late; a test that waits longer is not a weaker test.
configure({ asyncUtilTimeout: 6000 });

const subject = { kind: 'proposal', id: 'skiastra' };

function aComment(id: string, fields: Partial<ShownComment> = {}): ShownComment {
  return {
    id, parentId: null, alignment: 'FOR', text: `κείμενο ${id}`, html: `<p>Επιχείρημα ${id}</p>`, author: { id: 'm', name: 'Μαρία <script>Κ.' }, supports: 21, replies: 0,
    visibility: 'public', createdAt: new Date().toISOString(), editedAt: null, mine: false, editableUntil: null, decision: null, ...fields,
  };
}

/** A discussion in the test's hand. */
function aDiscussion({ me = true, next = null as string | null, waits = false, mine = [] as ShownComment[] } = {}) {
  let say: (name: string, payload: unknown) => void = () => undefined;
  liveOver(
    new LiveLine(() =>
      Promise.resolve({
        onOpen: () => undefined,
        onDelta: (hear) => {
          let version = 0;
          say = (name, payload) => hear({ room: 'proposal:skiastra', version: ++version, name, payload });
        },
        watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }),
        unwatch: () => undefined,
        isOpen: () => true,
      }),
    ),
  );
  const add = vi.fn((input: Record<string, unknown>): unknown => ({ addComment: { __typename: 'CommentSaved', comment: aComment('own', { ...(input as Partial<ShownComment>), html: '<p>Δικό μου</p>', mine: true, supports: 0 }) } }));
  const vote = vi.fn((_vote: Record<string, unknown>): unknown => ({ castVote: { __typename: 'VoteCast' } }));
  const state = { for: [aComment('1')], against: [aComment('2', { alignment: 'AGAINST', supports: 9 })], replies: ['r1', 'r2', 'r3'].map((id) => aComment(id, { parentId: '1', alignment: 'NEUTRAL' })) };
  const answer = (operation: string, variables: Record<string, unknown>): unknown => {
    switch (operation) {
      case 'DiscussionOf':
        return { discussion: { counts: { for: 38, against: 4, neutral: 0, total: 42 }, open: true, waits, mine } };
      case 'SidePage':
        return { comments: { items: variables['alignment'] === 'FOR' ? state.for : state.against, next: variables['after'] ? null : next, total: 38 } };
      case 'RepliesTo':
        return { replies: { items: state.replies.slice(variables['after'] ? 2 : 0, variables['after'] ? undefined : 2), next: variables['after'] ? null : 'more', total: state.replies.length } };
      case 'Me':
        return { me: me ? { id: 'n', name: 'Νίκος', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true } : null };
      case 'AgreementsOf':
        return { myVotes: [] };
      case 'AddComment':
        if (!me) throw new Failure('sign_in', null, 'sign in');
        return add(variables['input'] as Record<string, unknown>);
      case 'Agree':
        return vote(variables);
      default:
        return {};
    }
  };
  return { state, add, vote, answer, say: (name: string, payload: unknown) => say(name, payload) };
}

const words = { comments: el, ui: {}, identity: {}, votes };
const show = (city: ReturnType<typeof aDiscussion>) => render(<Stage words={words} answer={city.answer}><Arguments subject={subject} /></Stage>);
const column = async (name: RegExp) => {
  const section = (await screen.findByRole('heading', { name })).closest('section');
  if (!section) throw new Error('no such column');
  return section;
};

describe('a citizen before the arguments', () => {
  beforeEach(() => sessionStorage.clear());

  it('sees both sides with their counts, who says it and how many agree', async () => {
    show(aDiscussion());
    expect(await within(await column(/Υπέρ \(38\)/)).findByText('Επιχείρημα 1')).toBeDefined();
    expect(await within(await column(/Κατά \(4\)/)).findByText('9 συμφωνούν')).toBeDefined();
    expect(screen.getAllByText('Μαρία <script>Κ.')).toHaveLength(2);
  });

  it('begins with the first of each side where the page says much else, and shows the rest when asked', async () => {
    const city = aDiscussion();
    city.state.for = [aComment('1'), aComment('3')];
    render(<Stage words={words} answer={city.answer}><Arguments brief subject={subject} /></Stage>);
    const pro = await column(/Υπέρ/);
    await within(pro).findByText('Επιχείρημα 1');
    expect(within(pro).queryByText('Επιχείρημα 3')).toBeNull();
    await userEvent.click(within(pro).getByRole('button', { name: el.act.more }));
    expect(within(pro).getByText('Επιχείρημα 3')).toBeDefined();
    expect(within(await column(/Κατά/)).queryByRole('button', { name: el.act.more })).toBeNull();
  });

  it('is led to the first of those that came when the button for more has gone', async () => {
    const city = aDiscussion();
    city.state.for = [aComment('1'), aComment('3')];
    render(<Stage words={words} answer={city.answer}><Arguments brief subject={subject} /></Stage>);
    const more = await within(await column(/Υπέρ/)).findByRole('button', { name: el.act.more });
    more.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.id).toBe('comment-3'));
    expect(more.isConnected).toBe(false);
  });

  it('is told of what arrives on a shortened side, where the button for more would have hidden it', async () => {
    const city = aDiscussion();
    city.state.for = [aComment('1'), aComment('3')];
    render(<Stage words={words} answer={city.answer}><Arguments brief subject={subject} /></Stage>);
    const pro = await column(/Υπέρ/);
    await within(pro).findByRole('button', { name: el.act.more });
    city.say('comment.published', { id: '4', parentId: null, alignment: 'FOR', comment: aComment('4') });
    const notice = await within(pro).findByRole('button', { name: /1 νέο επιχείρημα/ });
    city.state.for = [aComment('1'), aComment('3'), aComment('4')];
    await userEvent.click(notice);
    expect(await within(pro).findByText('Επιχείρημα 4')).toBeDefined();
    expect(pro.contains(document.activeElement)).toBe(true);
  });

  it('sees the first that arrives on an empty side at once, however short it is kept', async () => {
    const city = aDiscussion();
    city.state.for = [];
    render(<Stage words={words} answer={city.answer}><Arguments brief subject={subject} /></Stage>);
    const pro = await column(/Υπέρ/);
    await within(pro).findByText(el.empty.FOR);
    city.say('comment.published', { id: '4', parentId: null, alignment: 'FOR', comment: aComment('4') });
    expect(await within(pro).findByText('Επιχείρημα 4')).toBeDefined();
  });

  it('unfolds a long thread by its own button, page by page, and folds it again', async () => {
    const city = aDiscussion();
    city.state.for = [aComment('1', { replies: 3 })];
    show(city);
    const pro = await column(/Υπέρ/);
    const fold = await within(pro).findByRole('button', { name: /^3 απαντήσεις/ });
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(within(pro).queryByText('Επιχείρημα r1')).toBeNull();
    await userEvent.click(fold);
    expect(await within(pro).findByText('Επιχείρημα r2')).toBeDefined();
    expect(within(pro).queryByText('Επιχείρημα r3')).toBeNull();
    await userEvent.click(within(pro).getByRole('button', { name: el.act.moreReplies }));
    await waitFor(() => expect(document.activeElement?.id).toBe('comment-r3'));
    await userEvent.click(within(pro).getByRole('button', { name: new RegExp(`^${el.act.hideReplies}`), expanded: true }));
    expect(within(pro).queryByText('Επιχείρημα r1')).toBeNull();
  });

  it('chooses a side first, then writes; finds it on the page at once', async () => {
    const city = aDiscussion();
    show(city);
    await userEvent.click(await screen.findByLabelText('Είμαι κατά'));
    await userEvent.type(await screen.findByLabelText('Γιατί είσαι κατά;'), 'Πρώτα δέντρα.');
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσε' }));
    expect(await within(await column(/Κατά/)).findByText('Δικό μου')).toBeDefined();
    expect(city.add).toHaveBeenCalledWith(expect.objectContaining({ subject, alignment: 'AGAINST', text: 'Πρώτα δέντρα.', nonce: expect.stringMatching(/.{8,}/) }));
    expect(sessionStorage.getItem('isegoria:argument:proposal:skiastra')).not.toContain('Πρώτα');
  });

  it('does not hear of their own argument as of news, whichever way it comes first', async () => {
    const city = aDiscussion({ next: 'more' });
    show(city);
    const pro = await column(/Υπέρ/);
    await within(pro).findByText('Επιχείρημα 1');
    city.say('comment.published', { id: 'own', parentId: null, alignment: 'FOR', comment: aComment('own') });
    await within(pro).findByRole('button', { name: /1 νέο επιχείρημα/ });
    await userEvent.click(screen.getByLabelText('Είμαι υπέρ'));
    await userEvent.type(await screen.findByLabelText('Γιατί είσαι υπέρ;'), 'Σκιά.');
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσε' }));
    await within(pro).findByText('Δικό μου');
    expect(within(pro).queryByRole('button', { name: /νέο επιχείρημα/ })).toBeNull();
    city.say('comment.published', { id: 'own', parentId: null, alignment: 'FOR', comment: aComment('own') });
    expect(within(pro).queryByRole('button', { name: /νέο επιχείρημα/ })).toBeNull();
  });

  it('hears of what came within some seconds at once, not piece by piece', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const city = aDiscussion();
    show(city);
    await within(await column(/Υπέρ/)).findByText('Επιχείρημα 1');
    for (const id of ['3', '4', '4']) city.say('comment.published', { id, parentId: null, alignment: 'FOR', comment: aComment(id) });
    const told = () => document.getElementById('announcements')?.textContent ?? '';
    expect(told()).not.toContain('επιχειρήματα');
    await vi.advanceTimersByTimeAsync(13_000);
    vi.useRealTimers();
    expect(told()).toBe('2 νέα επιχειρήματα');
  });

  it('corrects their own until the time that the button names, and stands again at the button when done', async () => {
    const city = aDiscussion();
    city.state.for = [aComment('1', { mine: true, editableUntil: new Date(Date.now() + 60_000).toISOString() }), aComment('3', { mine: true, editableUntil: new Date(Date.now() - 1000).toISOString() })];
    show(city);
    const pro = await column(/Υπέρ/);
    const edits = await within(pro).findAllByRole('button', { name: /^Διόρθωσε ως \d\d:\d\d: «κείμενο 1»/ });
    expect(within(pro).getAllByRole('button', { name: /^Διόρθωσε/ })).toEqual(edits);
    await userEvent.click(within(pro).getByRole('button', { name: /^Διόρθωσε/ }));
    await userEvent.click(await within(pro).findByRole('button', { name: 'Άκυρο' }));
    expect(document.activeElement).toBe(edits[0]);
  });

  it('takes their own back and goes on in the list that it stood in', async () => {
    const city = aDiscussion();
    city.state.for = [aComment('1', { mine: true }), aComment('3')];
    show(city);
    const pro = await column(/Υπέρ/);
    await userEvent.click(await within(pro).findByRole('button', { name: /^Απόσυρε/ }));
    await userEvent.click(await screen.findByRole('button', { name: el.withdraw.yes }));
    await waitFor(() => expect(within(pro).queryByText('Επιχείρημα 1')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(pro));
  });

  it('who chose no side yet is asked for that alone: what comes after is not missed before it is there', async () => {
    show(aDiscussion());
    await userEvent.click(await screen.findByRole('button', { name: 'Δημοσίευσε' }));
    expect((await screen.findByRole('alert')).querySelectorAll('a')).toHaveLength(1);
  });

  it('is told what is missing, and keeps what was typed', async () => {
    show(aDiscussion());
    await userEvent.click(await screen.findByLabelText('Είμαι υπέρ'));
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσε' }));
    expect(within(await screen.findByRole('alert')).getByText('Γράψε κάτι.')).toBeDefined();
  });

  it('is asked to sign in as a visitor, and the text waits for their return', async () => {
    const asked = vi.fn();
    const stop = onSignal('sign-in', asked);
    const city = aDiscussion({ me: false });
    const { unmount } = show(city);
    await userEvent.click(await screen.findByLabelText('Είμαι υπέρ'));
    await userEvent.type(await screen.findByLabelText('Γιατί είσαι υπέρ;'), 'Στις 14:00 ο δρόμος βράζει.');
    await userEvent.click(screen.getByRole('button', { name: 'Δημοσίευσε' }));
    await waitFor(() => expect(asked).toHaveBeenCalled());
    expect(city.add).not.toHaveBeenCalled();
    unmount();
    show(aDiscussion());
    expect(await screen.findByDisplayValue('Στις 14:00 ο δρόμος βράζει.')).toBeDefined();
    stop();
  });

  it('sees a new argument at the end of a list that is shown whole, without a reload', async () => {
    const city = aDiscussion();
    show(city);
    const pro = await column(/Υπέρ/);
    await within(pro).findByText('Επιχείρημα 1');
    city.say('comment.published', { id: '3', parentId: null, alignment: 'FOR', comment: aComment('3', { supports: 0 }) });
    await within(pro).findByText('Επιχείρημα 3');
    expect(within(pro).getAllByText(/^Επιχείρημα/).map(({ textContent }) => textContent)).toEqual(['Επιχείρημα 1', 'Επιχείρημα 3']);
    city.say('comment.agreed', { id: '3', parentId: null, supports: 1 });
    expect(await within(pro).findByText('1 συμφωνεί')).toBeDefined();
    city.say('comment.hidden', { id: '3', parentId: null });
    await waitFor(() => expect(within(pro).queryByText('Επιχείρημα 3')).toBeNull());
  });

  it('is only told of new ones where showing them would move what is being read, and sees them when they ask', async () => {
    const city = aDiscussion({ next: 'more' });
    show(city);
    const pro = await column(/Υπέρ/);
    await within(pro).findByText('Επιχείρημα 1');
    for (const id of ['3', '4']) city.say('comment.published', { id, parentId: null, alignment: 'FOR', comment: aComment(id) });
    const notice = await within(pro).findByRole('button', { name: /2 νέα επιχειρήματα/ });
    expect(within(pro).queryByText('Επιχείρημα 3')).toBeNull();
    city.state.for = [aComment('4'), aComment('3'), aComment('1')];
    await userEvent.click(notice);
    expect(await within(pro).findByText('Επιχείρημα 4')).toBeDefined();
  });

  it('agrees at once, and is told where it was not written', async () => {
    const city = aDiscussion();
    show(city);
    const pro = await column(/Υπέρ/);
    await userEvent.click(await within(pro).findByRole('button', { name: 'Συμφωνώ: «κείμενο 1»' }));
    expect(await within(pro).findByText('22 συμφωνούν')).toBeDefined();
    expect(city.vote).toHaveBeenCalledWith(expect.objectContaining({ ballotId: 'comment:1', answers: [{ questionId: 'support', optionId: 'yes' }] }));
    city.vote.mockReturnValueOnce({ castVote: { __typename: 'BallotClosed', closedAt: '2026-05-10T12:00:00Z' } });
    await userEvent.click(within(await column(/Κατά/)).getByRole('button', { name: /^Συμφωνώ/ }));
    expect(await screen.findByText('Έκλεισε 10 Μαΐου 2026.')).toBeDefined();
    expect(screen.getByText('9 συμφωνούν')).toBeDefined();
  });

  it('reads why their own comment was sent back, and how to object', async () => {
    show(aDiscussion({ mine: [aComment('x', { visibility: 'returned', mine: true, editableUntil: '9999-12-31T00:00:00.000Z', decision: { rule: 2, reason: 'Η λέξη προσβάλλει.', caseId: 'case-1' } })] }));
    expect(await screen.findByText('Κανόνας 2: Η λέξη προσβάλλει.')).toBeDefined();
    expect(screen.getByRole('link', { name: /ένσταση/ }).getAttribute('href')).toBe('/moderation/cases/case-1/objection');
  });
});
