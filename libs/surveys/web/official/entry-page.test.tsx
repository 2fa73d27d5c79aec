import { el as identity } from '@isegoria/identity/contracts';
import { el } from '@isegoria/surveys/contracts';
import { Stage } from '@isegoria/ui/web';
import { el as votes } from '@isegoria/votes/contracts';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { aCity, citizen, official, survey, words } from '../a-survey.builders';
import { Component as EntryPage } from './entry-page';

configure({ asyncUtilTimeout: 8000 });

const open = { ...survey, channels: ['paper', 'phone'], entryUntil: '2099-12-08T07:00:00.000Z', canEnter: true };
const show = (answers: Parameters<typeof aCity>[0] = {}) => {
  const city = aCity({ Me: () => ({ me: official }), Survey: () => ({ survey: open }), DeskEntries: () => ({ deskEntries: [] }), ...answers });
  render(
    <Stage words={words} path="/surveys/moving/desk" answer={city.answer}>
      <Routes>
        <Route path="surveys/:id/desk" element={<EntryPage />} />
      </Routes>
    </Stage>,
  );
  return city;
};
const kept = (state: string) => () => ({ enterSurvey: { __typename: 'EntryKept', state } });
const slip = () => screen.findByLabelText<HTMLInputElement>(votes.desk.slip);

describe('an official with a pile of forms', () => {
  it('types one by the numbers on the paper; what is not asked goes away, and the next form begins empty', async () => {
    const city = show({ EnterSurvey: kept('waits') });
    await userEvent.type(await slip(), '17');
    await userEvent.type(screen.getByLabelText(votes.desk.person), '123456783');
    expect(screen.queryByRole('group', { name: /3\. Είναι στην ώρα του/ })).toBeNull();
    await userEvent.click(within(screen.getByRole('group', { name: /^1\. Πώς πας/ })).getByRole('radio', { name: 'Λεωφορείο' }));
    await userEvent.click(within(await screen.findByRole('group', { name: /3\. Είναι στην ώρα του/ })).getAllByRole('radio')[3] ?? document.body);
    await userEvent.click(within(screen.getByRole('group', { name: /^2\. Πότε/ })).getByRole('checkbox', { name: 'Πρωί' }));
    await userEvent.type(screen.getByRole('textbox', { name: /^5\. Θέλεις/ }), 'Τίποτα <b>');
    await userEvent.click(screen.getByRole('button', { name: el.entry.enter }));
    expect(await screen.findByText(el.entry.kept.waits)).toBeDefined();
    expect(city.sent('EnterSurvey')).toEqual([{
      input: {
        surveyId: 'moving', channel: 'paper', slip: '17', document: '123456783', words: [{ questionId: 'q6', text: 'Τίποτα <b>' }],
        answers: [{ questionId: 'q1', optionId: 'bus' }, { questionId: 'q3', optionId: 'a' }, { questionId: 'q2', optionId: '4' }],
      },
    }]);
    expect(document.activeElement).toBe(await slip());
    expect((await slip()).value).toBe('');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Λεωφορείο' }).checked).toBe(false);
    expect(JSON.stringify({ ...sessionStorage, ...localStorage }), 'nothing of it stays in the browser').not.toContain('123456783');
  });

  it('is told what the form lacks before anything is sent', async () => {
    const city = show();
    await userEvent.click(await screen.findByRole('button', { name: el.entry.enter }));
    expect((await screen.findAllByText(el.problem.slip.required)).length).toBeGreaterThan(0);
    expect(screen.getAllByText('Απάντησε: 1. Πώς πας στη δουλειά;').length).toBeGreaterThan(0);
    expect(city.sent('EnterSurvey')).toEqual([]);
  });

  it('keeps what was typed where the city does not take it, and reads why', async () => {
    show({ EnterSurvey: () => ({ enterSurvey: { __typename: 'Invalid', problems: [{ field: 'document', code: 'invalid', limit: null }] } }) });
    await userEvent.type(await slip(), '17');
    await userEvent.click(screen.getByRole('radio', { name: 'Λεωφορείο' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'Πρωί' }));
    await userEvent.click(screen.getByRole('button', { name: el.entry.enter }));
    expect(await screen.findByText(el.entry.refused.person)).toBeDefined();
    expect((await slip()).value).toBe('17');
  });

  it('has a sentence for each answer of the city', () => {
    for (const name of ['VotedElsewhere', 'Invalid', 'NotFound', 'NotOpenYet', 'BallotClosed', 'NotInElectorate', 'NotEntitled', 'BoxNotReady', 'Unconfirmed', 'NotKept', 'own_vote', 'third', 'person', 'slip']) expect(el.entry.refused).toHaveProperty(name);
  });

  it('sees their own entries of this survey alone', async () => {
    const entry = (ballotId: string, number: string) => ({ id: number, ballotId, slip: number, state: 'waits', readings: [{ isMine: true, channel: 'paper', answers: [{ questionId: 'q1', optionId: 'bus', points: null }] }] });
    show({ DeskEntries: () => ({ deskEntries: [entry('survey:moving', '4'), entry('poll:other', '5')] }), BallotOf: () => ({ ballot: null }), BallotWordsOf: () => ({ ballotWords: [{ questionId: 'q1', optionId: 'bus', text: { el: '1. Λεωφορείο', en: '1. Bus' }, note: null }] }) });
    expect(await screen.findByText('1. Λεωφορείο')).toBeDefined();
    expect(screen.getByText('Δελτίο 4')).toBeDefined();
    expect(screen.queryByText('Δελτίο 5')).toBeNull();
  });

  it('is told where nothing is entered now', async () => {
    show({ Survey: () => ({ survey }) });
    expect(await screen.findByText(el.entry.shutWhy)).toBeDefined();
  });

  it('is no citizen', async () => {
    show({ Me: () => ({ me: citizen }) });
    expect(await screen.findByText(identity.closed.role)).toBeDefined();
    expect(screen.queryByRole('button', { name: el.entry.enter })).toBeNull();
  });
});
