import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { el as comments } from '@isegoria/comments/contracts';
import { el } from '@isegoria/requests/contracts';
import { Stage } from '@isegoria/ui/web';
import { aCity, request, technical, words } from '../a-request.builders';
import { Component as RequestPage } from './request-page';
import { Component as CorrectPage } from './correct-page';
import { Component as WithdrawPage } from './withdraw-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>, path = '/requests/1043') =>
  render(
    <Stage words={words} path={path} answer={city.answer}>
      <Routes>
        <Route path="requests/:id" element={<RequestPage />} />
        <Route path="requests/:id/correct" element={<CorrectPage />} />
        <Route path="requests/:id/correct/:momentId" element={<CorrectPage />} />
        <Route path="requests/:id/withdraw" element={<WithdrawPage />} />
      </Routes>
    </Stage>,
  );
const asked = (more: object) => ({ Request: () => ({ request: { ...request, ...more } }) });
const ended = { status: 'fixed', endedAt: '2026-11-22T09:00:00.000Z', word: { fixed: 0, notFixed: 0, mine: null, until: '2099-12-22T09:00:00.000Z' } };
const affected = { MyVotes: ({ ballotIds }: Record<string, unknown>) => ({ myVotes: (ballotIds as string[]).map((ballotId) => ({ ballotId, answers: [{ questionId: 'support', optionId: 'yes', points: null }], isSealed: false })) }) };

describe('whoever opens a request', () => {
  beforeEach(() => sessionStorage.clear());

  it('reads what it is, by when it is to be fixed and what the department said; what people wrote is text', async () => {
    const history = [...request.history, { id: 'm2', kind: 'planned', at: '2026-11-21T09:00:00.000Z', text: 'Θα έρθει συνεργείο <b>', pictures: [], department: technical, expectedAt: '2099-12-02T09:00:00.000Z', closing: null, held: null, remark: null, mine: false }];
    show(aCity(asked({ status: 'planned', expectedAt: '2099-12-02T09:00:00.000Z', history })));
    expect(await screen.findByRole('heading', { level: 1, name: 'Λακκούβα, Σαλαμίνος 12 <script>' })).toBeDefined();
    expect(screen.getAllByText(/^Θα γίνει ως .*2 Δεκεμβρίου/)).not.toHaveLength(0);
    expect(screen.getByText(/Προγραμματίστηκε, Τεχνική Υπηρεσία/)).toBeDefined();
    expect(screen.getByText('Θα έρθει συνεργείο <b>')).toBeDefined();
  });

  it('reads since when it is late', async () => {
    show(aCity(asked({ isOverdue: true, dueAt: '2026-11-21T09:00:00.000Z' })));
    expect(await screen.findAllByText(/^Καθυστερεί από 21 Νοεμβρίου 2026/)).not.toHaveLength(0);
    expect(screen.getByText('Υποβλήθηκε, καθυστερεί')).toBeDefined();
  });

  it('says that it concerns them too, and sees the step of the department at once', async () => {
    const city = aCity({ CastVote: () => ({ castVote: { __typename: 'VoteCast', seq: 1, entry: null, receipt: null } }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.affected.act }));
    expect(await screen.findByRole('button', { name: el.affected.mine })).toBeDefined();
    const looked = city.sent('IsFollowing').length;
    await waitFor(() => expect(city.sent('IsFollowing').length, 'whoever joins follows, and the button says so').toBeGreaterThan(looked));
    expect(city.sent('CastVote')).toMatchObject([{ ballotId: 'request:1043', answers: [{ questionId: 'support', optionId: 'yes' }] }]);
    await waitFor(() => expect(city.sent('Request').length).toBeGreaterThan(1));
    const before = city.sent('Request').length;
    act(() => city.say('request:1043', 'tally', { ballotId: 'request:1043', voters: 3, seq: 2 }));
    expect(city.sent('Request')).toHaveLength(before);
    act(() => city.say('request:1043', 'changed', { status: 'planned', revision: 2 }));
    await waitFor(() => expect(city.sent('Request')).toHaveLength(before + 1));
  });

  it('writes a remark, and is not asked whether they are for or against it', async () => {
    const city = aCity({ DiscussionOf: () => ({ discussion: { counts: { for: 0, against: 0, neutral: 0, total: 0 }, open: true, waits: false, mine: [] } }), SidePage: () => ({ comments: { items: [], next: null, total: 0 } }), AddComment: () => ({ addComment: { __typename: 'NotAllowed', reason: 'closed' } }) });
    show(city);
    await userEvent.type(await screen.findByRole('textbox', { name: comments.why.NEUTRAL }), 'Και πιο κάτω.');
    expect(screen.queryByRole('radio')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: comments.write.send }));
    await waitFor(() => expect(city.sent('AddComment')).toMatchObject([{ input: { subject: { kind: 'request', id: '1043' }, alignment: 'NEUTRAL', text: 'Και πιο κάτω.' } }]));
    expect(city.sent('SidePage').map(({ alignment }) => alignment)).toEqual(['NEUTRAL']);
  });

  it('that is not there, or not for them, is told so', async () => {
    show(aCity({ Request: () => ({ request: null }) }));
    expect(await screen.findByRole('heading', { level: 1, name: el.page.missing })).toBeDefined();
  });

  it('that goes on elsewhere is led there', async () => {
    const duplicateOf = { id: '1001', title: { el: 'Λακκούβα, Σαλαμίνος 10', en: 'Pothole' }, path: '/requests/1001', status: 'planned' };
    show(aCity(asked({ status: 'closed', closing: { reason: 'duplicate', duplicateOf } })));
    expect((await screen.findByRole('link', { name: /Λακκούβα, Σαλαμίνος 10 \(αίτημα 1001\)/ })).getAttribute('href')).toBe('/requests/1001');
  });
});

describe('the last word', () => {
  beforeEach(() => sessionStorage.clear());

  it('of a passer-by is not asked', async () => {
    show(aCity(asked(ended)));
    await screen.findByRole('heading', { level: 1 });
    await screen.findByRole('button', { name: el.affected.act });
    expect(screen.queryByRole('button', { name: el.word.yes })).toBeNull();
  });

  it('of somebody whom it concerns too is one press, where it is fixed', async () => {
    const city = aCity({ ...asked(ended), ...affected, SayWhetherFixed: () => ({ sayWhetherFixed: { __typename: 'RequestChanged', request: { id: '1043', status: 'fixed' } } }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.word.yes }));
    await waitFor(() => expect(city.sent('SayWhetherFixed')).toEqual([{ id: '1043', isFixed: true, text: '', pictures: [] }]));
  });

  it('of the reporter that it is not fixed needs words, which a reload does not lose', async () => {
    const city = aCity({ ...asked({ ...ended, mine: true }), SayWhetherFixed: () => ({ sayWhetherFixed: { __typename: 'RequestChanged', request: { id: '1043', status: 'received' } } }) });
    const page = show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.word.no }));
    expect(await screen.findByText(el.word.opensAgain)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.word.sendNot }));
    expect(await screen.findAllByText(`Λείπει: ${el.word.what}`)).not.toHaveLength(0);
    await userEvent.type(screen.getByRole('textbox', { name: el.word.what }), 'Ξαναβούλιαξε με τη βροχή.');
    page.unmount();
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.word.sendNot }));
    await waitFor(() => expect(city.sent('SayWhetherFixed')).toEqual([{ id: '1043', isFixed: false, text: 'Ξαναβούλιαξε με τη βροχή.', pictures: [] }]));
  });
});

describe('whoever reported it', () => {
  beforeEach(() => sessionStorage.clear());

  it('does not join themselves, and takes it back, with a reason or without', async () => {
    const city = aCity({ ...asked({ mine: true, canWithdraw: true }), WithdrawRequest: () => ({ withdrawRequest: { __typename: 'RequestChanged' } }) });
    const page = show(city);
    expect((await screen.findByRole('link', { name: el.page.withdraw })).getAttribute('href')).toBe('/requests/1043/withdraw');
    expect(screen.queryByRole('button', { name: el.affected.act })).toBeNull();
    page.unmount();
    show(city, '/requests/1043/withdraw');
    await userEvent.click(await screen.findByRole('button', { name: el.withdraw.act }));
    await waitFor(() => expect(city.sent('WithdrawRequest')).toEqual([{ id: '1043', text: '' }]));
  });

  it('puts right what a moderator sent back: the words are there, and go to the moderators again', async () => {
    const remark = { rule: 3, reason: 'Γράφεις το όνομα του γείτονα.', caseId: 'case', at: '2026-11-20T09:00:00.000Z' };
    const city = aCity({ ...asked({ mine: true, status: 'returned', canCorrect: true, remark }), CorrectRequest: () => ({ correctRequest: { __typename: 'RequestChanged' } }) });
    const page = show(city);
    expect((await screen.findByRole('link', { name: el.correct.title })).getAttribute('href')).toBe('/requests/1043/correct');
    page.unmount();
    show(city, '/requests/1043/correct');
    expect(await screen.findByText(remark.reason)).toBeDefined();
    const words = screen.getByRole<HTMLTextAreaElement>('textbox');
    expect(words.value).not.toBe('');
    await userEvent.clear(words);
    await userEvent.click(words);
    await userEvent.paste('Χωρίς όνομα.');
    await userEvent.click(screen.getByRole('button', { name: el.correct.act }));
    await waitFor(() => expect(city.sent('CorrectRequest')).toEqual([{ id: '1043', text: 'Χωρίς όνομα.', pictures: [] }]));
  });

  it('reads why a moderator sent it back; a private one says who reads it', async () => {
    const page = show(aCity(asked({ mine: true, status: 'returned', remark: { rule: 3, reason: 'Φαίνεται πινακίδα.', caseId: 'case', at: '2026-11-20T09:00:00.000Z' } })));
    expect(await screen.findByText('Φαίνεται πινακίδα.')).toBeDefined();
    page.unmount();
    show(aCity(asked({ mine: true, isPrivate: true })));
    expect(await screen.findByText('Το διαβάζεις εσύ και όσοι εργάζονται γι’ αυτό: Τεχνική Υπηρεσία.')).toBeDefined();
    expect(screen.queryByRole('heading', { name: el.page.remarks })).toBeNull();
  });

  it('said in words that a moderator has before them: others are told why they read nothing, and everybody may report what they read', async () => {
    const no = { id: 'm2', kind: 'contested', at: '2026-11-23T09:00:00.000Z', text: '', pictures: [], department: null, expectedAt: null, closing: null, held: 'waiting', remark: null, mine: false };
    show(aCity(asked({ history: [...request.history, no, { ...no, id: 'm3', text: 'Είναι ακόμη εκεί <i>', held: null }] })));
    expect(await screen.findByText(el.words.waiting)).toBeDefined();
    expect(screen.getByText('Είναι ακόμη εκεί <i>')).toBeDefined();
    // One for the request itself, and one for the words that can be read.
    expect(document.querySelectorAll('button[aria-haspopup="dialog"]')).toHaveLength(2);
  });

  it('that a moderator sent back is put right where it was said', async () => {
    const remark = { rule: 1, reason: 'Βρίζει το συνεργείο.', caseId: 'c1', at: '2026-11-24T09:00:00.000Z' };
    const no = { id: 'm2', kind: 'contested', at: '2026-11-23T09:00:00.000Z', text: 'Άσχετοι', pictures: [], department: null, expectedAt: null, closing: null, held: 'returned', remark, mine: true };
    const city = aCity({ ...asked({ history: [...request.history, no] }), CorrectRequestWord: () => ({ correctRequestWord: { __typename: 'RequestChanged' } }) });
    show(city);
    await userEvent.click(await screen.findByRole('link', { name: el.correct.title }));
    expect(await screen.findByText('Βρίζει το συνεργείο.')).toBeDefined();
    await userEvent.clear(screen.getByRole('textbox', { name: el.words.field }));
    await userEvent.type(screen.getByRole('textbox', { name: el.words.field }), 'Η τρύπα μένει εκεί.');
    await userEvent.click(screen.getByRole('button', { name: el.correct.act }));
    await waitFor(() => expect(city.sent('CorrectRequestWord')).toEqual([{ id: '1043', momentId: 'm2', text: 'Η τρύπα μένει εκεί.', pictures: [] }]));
  });
});
