import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/proposals/contracts';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Additions } from './additions';
import { Component as InvitationPage } from './invitation-page';
import { Component as InvitePage } from './invite-page';
import { MergeQuestions } from './merge-question';
import { MergedInto } from './merged-into';
import { MergedParts } from './merged-parts';
import { SimilarCard, WaitingInvitations } from './similar-card';

const words = { ui, identity, votes, proposals: el, moderation: {}, realtime: {} };
const maria = { id: 'c1', name: 'Μαρία', email: null, roles: ['citizen'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const hostile = 'Στέγαστρα <script>alert(1)</script>';
const text = (id: string, title: string, more: object = {}) => ({ id, title, html: `<p>${id}</p>`, lang: 'el', supports: 3, mine: false, author: { name: 'Άννα' }, ...more });
const invitation = {
  id: 'i', state: 'OPEN', mySide: 'WHOLE', waitsFor: 'WHOLE', by: 'PART', message: 'Λέμε το ίδιο <b>πράγμα</b>.', addition: 'Και δύο βρύσες.', isChanged: false, reply: null, at: '2026-11-20T09:00:00.000Z', expiresAt: '2099-12-20T09:00:00.000Z', revision: 3,
  blocked: null, isHidden: false, part: text('a', hostile), whole: text('b', 'Σκιά στις στάσεις'),
};

/** A city in the test's hand, and what it was sent. */
function aCity(answers: Record<string, unknown>) {
  liveOver(new LiveLine(() => Promise.resolve({ onOpen: () => undefined, onDelta: () => undefined, watch: () => Promise.resolve({ version: 0, quietMs: 60_000 }), unwatch: () => undefined, isOpen: () => true })));
  const sent = vi.fn((_operation: string, _variables: Record<string, unknown>) => undefined);
  const answer = (operation: string, variables: Record<string, unknown>) => {
    sent(operation, variables);
    const given = { Me: { me: maria }, MyVotes: { myVotes: [{ ballotId: 'proposal:b', answers: [] }] }, TallyOf: { tallies: [] }, ...answers }[operation];
    if (given === undefined) throw new Error(`nobody answers ${operation}`);
    return given;
  };
  return { answer, sentTo: (operation: string) => sent.mock.calls.filter(([name]) => name === operation).map(([, variables]) => variables) };
}

const page = (city: ReturnType<typeof aCity>, path: string) =>
  render(
    <Stage words={words} path={path} answer={city.answer}>
      <Routes>
        <Route path="/proposals/merges/:id" element={<InvitationPage />} />
        <Route path="/proposals/:id/merge/:other" element={<InvitePage />} />
        <Route path="/proposals/:id" element={<p>η πρόταση</p>} />
      </Routes>
    </Stage>,
  );
const send = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string) => userEvent.click(await screen.findByRole('radio', { name: new RegExp(`^${name}`) }));

beforeEach(() => sessionStorage.clear());

describe('an author who was invited', () => {
  it('reads both texts and what would be added, and says yes to the very words and revision that stood before them', async () => {
    const city = aCity({ MergeInvitation: { mergeInvitation: invitation }, AnswerMerge: { answerMerge: { __typename: 'MergeAnswered', invitation: { id: 'i', state: 'MERGED', whole: { id: 'b' } } } } });
    page(city, '/proposals/merges/i');
    expect(await screen.findByText(invitation.message)).toBeDefined();
    expect([screen.getByText(hostile), screen.getByText('Σκιά στις στάσεις'), screen.getByText('Και δύο βρύσες.')]).toHaveLength(3);
    expect(document.querySelector('script')).toBeNull();
    await choose(el.merge.yes);
    await send(el.merge.answer);
    await waitFor(() => expect(city.sentTo('AnswerMerge')).toEqual([{ input: { id: 'i', revision: 3, accept: true, addition: 'Και δύο βρύσες.', reply: null } }]));
    expect(await screen.findByText('η πρόταση')).toBeDefined();
  });

  it('sends other words back, or no with the reason, and is asked where they chose nothing', async () => {
    const city = aCity({ MergeInvitation: { mergeInvitation: invitation }, AnswerMerge: { answerMerge: { __typename: 'NotAllowed', reason: 'merge_meanwhile' } } });
    page(city, '/proposals/merges/i');
    await send(el.merge.answer);
    expect((await screen.findAllByText(el.problem.answerMerge.required)).length).toBeGreaterThan(0);
    expect(city.sentTo('AnswerMerge')).toEqual([]);
    await choose(el.merge.change);
    const field = await screen.findByRole('textbox', { name: new RegExp(el.field.addition) });
    await userEvent.clear(field);
    await userEvent.type(field, 'Και μία βρύση.');
    await send(el.merge.answer);
    expect(await screen.findByText(el.refused.merge_meanwhile)).toBeDefined();
    await choose(el.merge.no);
    await userEvent.type(await screen.findByRole('textbox', { name: new RegExp(el.field.reply) }), 'Είναι άλλος δρόμος.');
    await send(el.merge.answer);
    await waitFor(() => expect(city.sentTo('AnswerMerge').map(({ input }) => input)).toMatchObject([{ accept: true, addition: 'Και μία βρύση.' }, { accept: false, reply: 'Είναι άλλος δρόμος.' }]));
  });

  it('is offered no yes where the two cannot be merged, and after a change no second one', async () => {
    const values = async () => (await screen.findAllByRole('radio')).map((radio) => radio.getAttribute('value'));
    const { unmount } = page(aCity({ MergeInvitation: { mergeInvitation: { ...invitation, blocked: 'answered' } } }), '/proposals/merges/i');
    expect(await values()).toEqual(['no']);
    expect(screen.getByText(el.refused.merge_answered)).toBeDefined();
    unmount();
    page(aCity({ MergeInvitation: { mergeInvitation: { ...invitation, mySide: 'PART', waitsFor: 'PART', isChanged: true } } }), '/proposals/merges/i');
    expect(await values()).toEqual(['yes', 'no']);
  });

  it('and whoever waits may only take it back', async () => {
    const city = aCity({ MergeInvitation: { mergeInvitation: { ...invitation, mySide: 'PART' } }, WithdrawMerge: { withdrawMerge: { __typename: 'MergeWithdrawn' } } });
    page(city, '/proposals/merges/i');
    await send(el.merge.takeBack);
    expect(screen.queryByRole('radio')).toBeNull();
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: el.merge.takeBackYes }));
    await waitFor(() => expect(city.sentTo('WithdrawMerge')).toEqual([{ id: 'i' }]));
  });
});

describe('an author who invites', () => {
  it('says which goes on, why, and what is to be added; pressed again it is the same invitation', async () => {
    const city = aCity({ ProposalPair: { one: text('a', hostile, { mine: true }), other: text('b', 'Σκιά στις στάσεις'), proposalMerging: { maySuggest: false } }, InviteToMerge: { inviteToMerge: { __typename: 'NotAllowed', reason: 'merge_asked_already' } } });
    page(city, '/proposals/a/merge/b');
    await userEvent.type(await screen.findByRole('textbox', { name: new RegExp(el.field.message) }), 'Λέμε το ίδιο.');
    await choose(el.merge.wholeMine.slice(0, 10));
    await send(el.merge.send);
    expect(await screen.findByText(el.refused.merge_asked_already)).toBeDefined();
    await send(el.merge.send);
    await waitFor(() => expect(city.sentTo('InviteToMerge')).toHaveLength(2));
    const [first, second] = city.sentTo('InviteToMerge').map(({ input }) => input as { id: string });
    expect(first).toMatchObject({ mine: 'a', other: 'b', side: 'WHOLE', message: 'Λέμε το ίδιο.', addition: '' });
    expect(second).toEqual(first);
  });

  it('is nobody but the author, or who may suggest it to both', async () => {
    const city = aCity({ ProposalPair: { one: text('a', hostile), other: text('b', 'Σκιά'), proposalMerging: { maySuggest: false } } });
    const { unmount } = page(city, '/proposals/a/merge/b');
    expect(await screen.findByRole('heading', { name: el.page.missing })).toBeDefined();
    unmount();
    const official = aCity({ ProposalPair: { one: text('a', hostile), other: text('b', 'Σκιά'), proposalMerging: { maySuggest: true } }, SuggestMerge: { suggestMerge: { __typename: 'MergeSuggested', id: 'x' } } });
    page(official, '/proposals/a/merge/b');
    await userEvent.type(await screen.findByRole('textbox', { name: new RegExp(el.field.message) }), 'Μοιάζουν.');
    await send(el.merge.suggest);
    await waitFor(() => expect(official.sentTo('SuggestMerge')).toMatchObject([{ input: { part: 'a', whole: 'b', message: 'Μοιάζουν.' } }]));
  });
});

describe('the page of a merged proposal', () => {
  const goesOn = { id: 'b', title: 'Σκιά στις στάσεις', lang: 'el', status: 'UNDER_EVALUATION' as const, answerDueAt: null, answer: null };
  const into = { proposal: goesOn, end: goesOn, at: '2026-11-20T09:00:00.000Z', supports: 20, alsoSupport: 12, separableUntil: null };

  it('says where it goes on, how that stands, and how many support both, as a fact', async () => {
    render(<Stage words={words}><MergedInto id="a" title="α" into={into} /></Stage>);
    expect((await screen.findByRole('link', { name: goesOn.title })).getAttribute('href')).toBe('/proposals/b');
    expect(screen.getByText(el.status.UNDER_EVALUATION)).toBeDefined();
    expect(screen.getByText(/^12 από όσους τη στήριζαν \(20\)/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('leads to the end of the chain, and says by which way', async () => {
    render(<Stage words={words}><MergedInto id="a" title="α" into={{ ...into, end: { ...goesOn, id: 'c', title: 'Η τελευταία' } }} /></Stage>);
    expect((await screen.findByRole('link')).getAttribute('href')).toBe('/proposals/c');
    expect(screen.getByText(/«Σκιά στις στάσεις»/)).toBeDefined();
  });

  it('lets its authors separate the two after a second thought', async () => {
    const city = aCity({ SeparateProposals: { separateProposals: { __typename: 'NotAllowed', reason: 'separate_answered' } } });
    render(<Stage words={words} answer={city.answer}><MergedParts parts={[{ proposal: { id: 'a', title: hostile, lang: 'el' }, at: into.at, supports: 20, alsoSupport: 0, separableUntil: '2099-01-01T09:00:00.000Z' }]} /></Stage>);
    await userEvent.click(await screen.findByRole('button', { name: el.merge.separateOf.replace('{{title}}', hostile) }));
    expect(city.sentTo('SeparateProposals')).toEqual([]);
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: el.merge.separateYes }));
    expect(await screen.findByText(el.refused.separate_answered)).toBeDefined();
    expect(city.sentTo('SeparateProposals')).toEqual([{ id: 'a' }]);
  });
});

describe('one who supported what was merged', () => {
  const questions = [{ proposal: { id: 'a', title: hostile }, into: { id: 'b', title: 'Σκιά στις στάσεις', supports: 30 } }];

  it('supports the other one by a press of their own', async () => {
    const city = aCity({ CastVote: { castVote: { __typename: 'VoteCast', seq: 7 } } });
    const answered = vi.fn();
    render(<Stage words={words} answer={city.answer}><MergeQuestions id="a" questions={questions} onAnswered={answered} /></Stage>);
    await send(votes.support);
    await waitFor(() => expect(city.sentTo('CastVote')).toMatchObject([{ ballotId: 'proposal:b', answers: [{ questionId: 'support', optionId: 'yes' }] }]));
    await waitFor(() => expect(answered).toHaveBeenCalled());
  });

  it('or says no, which moves nothing and ends it', async () => {
    const city = aCity({ CloseMergeQuestion: { closeMergeQuestion: { __typename: 'MergeQuestionClosed' } } });
    render(<Stage words={words} answer={city.answer}><MergeQuestions id="b" questions={questions} onAnswered={() => undefined} /></Stage>);
    await send(el.merge.questionNo);
    await waitFor(() => expect(city.sentTo('CloseMergeQuestion')).toEqual([{ proposalId: 'a' }]));
    expect(city.sentTo('CastVote')).toEqual([]);
  });
});

describe('the page of a proposal that others joined', () => {
  it('shows what they brought along below its text, dated and signed, and what holds no more as such', async () => {
    const addition = { id: 'i', fromId: 'a', fromTitle: hostile, author: null, html: '<p>Και δύο βρύσες.</p>', at: '2026-11-20T09:00:00.000Z', endedAt: '2026-11-22T09:00:00.000Z' };
    render(<Stage words={words}><Additions lang="el" additions={[addition, { ...addition, id: 'j', fromTitle: null, endedAt: null }]} /></Stage>);
    expect(await screen.findByText(el.merge.addition.replace('{{title}}', hostile))).toBeDefined();
    expect(screen.getByText(el.merge.additionOfHidden)).toBeDefined();
    expect(screen.getAllByText(new RegExp(`^${el.someone}`))).toHaveLength(2);
    expect(screen.getAllByText(/^Δεν ισχύει από/)).toHaveLength(1);
  });

  it('offers its author those that say the same, but not one that is invited already', async () => {
    const similar = ['b', 'c'].map((id) => ({ id, title: `Όμοια ${id}`, lang: 'el' }));
    const invitations = [{ id: 'i', mySide: 'PART' as const, waitsFor: 'WHOLE' as const, state: 'OPEN' as const, part: { id: 'a', title: 'α' }, whole: { id: 'b', title: 'Όμοια b' } }];
    render(<Stage words={words}><WaitingInvitations invitations={invitations} /><SimilarCard id="a" merging={{ invitations, similar, maySuggest: false }} /></Stage>);
    const links = (await screen.findAllByRole('link')).map((link) => link.getAttribute('href'));
    expect(links).toEqual(['/proposals/merges/i', '/proposals/c', '/proposals/a/merge/c']);
  });
});
