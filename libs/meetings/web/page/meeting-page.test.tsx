import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/meetings/contracts';
import { Stage } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, meeting, open, poll, question, words } from '../a-meeting.builders';
import { Component as ScreenPage } from '../room/screen-page';
import { Component as MeetingPage } from './meeting-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>, path = `/meetings/${meeting.id}`) =>
  render(
    <Stage words={words} path={path} answer={city.answer}>
      <Routes>
        <Route path="meetings/:id" element={<MeetingPage />} />
        <Route path="meetings/:id/screen" element={<ScreenPage />} />
      </Routes>
    </Stage>,
  );
const meets = (more: object = {}) => ({ Meeting: () => ({ meeting: { ...open, ...more } }) });

describe('whoever opens a meeting that is announced', () => {
  beforeEach(() => sessionStorage.clear());

  it('reads when and where it is, and registers with one press, also where they press twice', async () => {
    let answer: () => void = () => undefined;
    const city = aCity({ RegisterForMeeting: () => new Promise((done) => (answer = () => done({ registerForMeeting: { __typename: 'MeetingSaved', meeting: { id: meeting.id, mine: { place: 'registered', queue: null } } } }))) });
    show(city);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Συνέλευση <script>alert(1)</script>');
    expect(screen.getByText('2 από 3')).toBeDefined();
    expect(screen.getByText(el.facts.remoteHint)).toBeDefined();
    expect(screen.getByRole('link', { name: 'Σκιά στην πλατεία' }).getAttribute('href')).toBe('/proposals/p1');
    await userEvent.dblClick(await screen.findByRole('button', { name: el.register.act }));
    answer();
    expect(city.sent('RegisterForMeeting')).toEqual([{ id: meeting.id, needs: '' }]);
  });

  it('is told that all places are taken, and where they stand in the waiting list', async () => {
    show(aCity({ Meeting: () => ({ meeting: { ...meeting, registered: 3, waiting: 2 } }) }));
    expect(await screen.findByRole('button', { name: el.register.wait })).toBeDefined();
    show(aCity({ Meeting: () => ({ meeting: { ...meeting, registered: 3, waiting: 2, mine: { ...meeting.mine, mayRegister: false, place: 'waiting', queue: 2 } } }) }));
    expect(await screen.findByText('Είσαι στη θέση 2 της αναμονής')).toBeDefined();
  });

  it('as a visitor is shown the way in', async () => {
    show(aCity({ Me: () => ({ me: null }) }));
    expect(await screen.findByRole('link', { name: el.register.signIn })).toBeDefined();
    expect(screen.queryByRole('button', { name: el.register.act })).toBeNull();
  });

  it('says in private what they need, once they have a place', async () => {
    const city = aCity({ Meeting: () => ({ meeting: { ...meeting, mine: { ...meeting.mine, mayRegister: false, place: 'registered' } } }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.register.needs }));
    await userEvent.type(await screen.findByLabelText(new RegExp(el.field.needs)), 'Αμαξίδιο');
    await userEvent.click(screen.getByRole('button', { name: el.register.needsAct }));
    expect(city.sent('RegisterForMeeting')).toEqual([{ id: meeting.id, needs: 'Αμαξίδιο' }]);
  });
});

describe('whoever is in the room while it meets', () => {
  beforeEach(() => sessionStorage.clear());

  it('sees what is on now, and asks; a press that got lost is sent again as the same', async () => {
    let tries = 0;
    const asked = { ...question, id: 'q2', text: 'Πότε αρχίζουν τα έργα;', isMine: true };
    const city = aCity({ ...meets(), AskAtMeeting: () => ({ askAtMeeting: (tries += 1) > 1 ? { __typename: 'MeetingQuestionSaved', question: asked } : { __typename: 'TooMany', retryAfterSeconds: 9 } }) });
    show(city);
    const form = within(await screen.findByRole('form', { name: el.ask.title }));
    expect(within(screen.getByRole('heading', { name: el.room.now }).closest('section') ?? document.body).getByText('Δέντρα')).toBeDefined();
    await userEvent.click(form.getByRole('button', { name: el.ask.act }));
    expect(city.sent('AskAtMeeting'), 'nothing is asked without words').toEqual([]);
    await userEvent.type(form.getByLabelText(new RegExp(el.field.text)), 'Πότε αρχίζουν τα έργα;');
    await userEvent.click(form.getByRole('button', { name: el.ask.act }));
    expect(await form.findByText(el.refused.tooMany)).toBeDefined();
    await userEvent.click(form.getByRole('button', { name: el.ask.act }));
    expect(await form.findByText(el.ask.done)).toBeDefined();
    const nonces = city.sent('AskAtMeeting').map(({ input }) => (input as { nonce: string }).nonce);
    expect(nonces).toHaveLength(2);
    expect(new Set(nonces).size).toBe(1);
  });

  it('hears a new question, how many support one, and that one is gone', async () => {
    const city = aCity(meets());
    show(city);
    expect(await screen.findByText(question.text)).toBeDefined();
    await new Promise((wake) => setTimeout(wake, 20));
    act(() => city.say('question', { ...question, id: 'q2', text: 'Και η βρύση;', supports: 0 }));
    expect(await screen.findByText('Και η βρύση;')).toBeDefined();
    act(() => city.say('supported', { id: 'q2', supports: 31, seq: 20 }));
    expect(await screen.findByText('31')).toBeDefined();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '').filter((text) => /βρύση|ποτίζει/.test(text))[0]).toContain('βρύση');
    act(() => city.say('supported', { id: 'q2', supports: 2, seq: 15 }));
    act(() => city.say('gone', { id: question.id }));
    await waitFor(() => expect(screen.queryByText(question.text)).toBeNull());
    expect(screen.getByText('31'), 'an older count that comes late changes nothing').toBeDefined();
  });

  it('reads of every straw poll that it binds nobody, and how many of how many answered', async () => {
    show(aCity({ ...meets(), MeetingPolls: () => ({ meetingPolls: [poll] }) }));
    expect(await screen.findByText(/Απάντησαν 12 από περίπου 30 παρόντες/)).toBeDefined();
    expect(screen.getAllByText(new RegExp(el.poll.claim)).length).toBeGreaterThan(0);
    expect(screen.getByText(/9 · 75/)).toBeDefined();
  });

  it('leads it as its organiser alone: takes a question up, and answers it', async () => {
    const answers = { TakeUpMeetingQuestion: () => ({ takeUpMeetingQuestion: { __typename: 'MeetingSaved' } }), AnswerMeetingQuestion: () => ({ answerMeetingQuestion: { __typename: 'MeetingQuestionSaved' } }) };
    show(aCity(meets()));
    expect(await screen.findByText(question.text)).toBeDefined();
    expect(screen.queryByRole('button', { name: el.question.takeUp })).toBeNull();
    document.body.innerHTML = '';
    const city = aCity({ ...meets({ mine: { ...open.mine, organises: true, canClose: true } }), ...answers });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.question.takeUp }));
    expect(city.sent('TakeUpMeetingQuestion')).toEqual([{ id: meeting.id, questionId: 'q1' }]);
    await userEvent.click(screen.getByRole('button', { name: el.question.answer }));
    await userEvent.type(await screen.findByLabelText(new RegExp(el.field.answer)), 'Ο εργολάβος.');
    await userEvent.click(screen.getByRole('button', { name: el.question.answerAct }));
    expect(city.sent('AnswerMeetingQuestion')).toEqual([{ id: 'q1', text: 'Ο εργολάβος.' }]);
  });
});

describe('the hall', () => {
  it('reads what is on, what most people ask, and where to ask: no names', async () => {
    show(aCity({ ...meets({ currentQuestionId: 'q1' }), MeetingQuestions: () => ({ meetingQuestions: { items: [question, { ...question, id: 'q2', text: 'Και η βρύση;', supports: 9 }, { ...question, id: 'q3', text: 'Κρυφή', isPublic: false }], next: null, total: 3 } }) }), `/meetings/${meeting.id}/screen`);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Δέντρα');
    expect(await screen.findByText('Και η βρύση;')).toBeDefined();
    expect(screen.getByText(question.text)).toBeDefined();
    expect(screen.queryByText('Κρυφή')).toBeNull();
    expect(screen.queryByText('Νίκος')).toBeNull();
    expect(screen.getByRole('img', { name: el.screen.code }).querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(500);
  });
});
