import { el } from '@isegoria/surveys/contracts';
import { Stage } from '@isegoria/ui/web';
import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, official, survey, words } from './a-survey.builders';
import { Component as SurveyPage } from './survey-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path="/surveys/moving" answer={city.answer}>
      <Routes>
        <Route path="surveys/:id" element={<SurveyPage />} />
      </Routes>
    </Stage>,
  );
const asked = (more: object) => ({ Survey: () => ({ survey: { ...survey, ...more } }) });
const begin = () => screen.findByRole('link', { name: 'Απάντησε, περίπου 3 λεπτά' });

describe('a citizen at a survey', () => {
  beforeEach(() => sessionStorage.clear());

  it('reads who asks what for, how long it takes, and begins', async () => {
    show(aCity());
    expect((await begin()).getAttribute('href')).toBe('/surveys/moving/answer');
    expect(screen.getByRole('heading', { level: 1, name: survey.title.el })).toBeDefined();
    expect(screen.getByText('Ορίζουμε τις νέες στάσεις.')).toBeDefined();
  });

  it('sees how many answered grow, and what the city changes', async () => {
    const city = aCity();
    show(city);
    await begin();
    act(() => city.say('tally', { ballotId: 'survey:moving', voters: 1208, counts: [], seq: 9 }));
    expect(await screen.findByText('1.208')).toBeDefined();
    const before = city.sent('Survey').length;
    act(() => city.say('changed', null));
    await waitFor(() => expect(city.sent('Survey')).toHaveLength(before + 1));
  });

  it('who left in the middle goes on, and who has answered is led to their answers', async () => {
    sessionStorage.setItem('isegoria:survey-answers:moving', JSON.stringify({ chosen: {}, written: {} }));
    const page = show(aCity());
    expect(await screen.findByRole('link', { name: el.page.goOn })).toBeDefined();
    page.unmount();
    sessionStorage.clear();
    show(aCity({ MySurveyAnswers: () => ({ mySurveyAnswers: { answers: [], words: [] } }) }));
    expect(await screen.findByRole('link', { name: el.page.yours })).toBeDefined();
  });

  it('reads that more time was given and why, that it was taken back, and what the department learned', async () => {
    const page = show(aCity(asked({ extensions: [{ from: '2026-11-10T07:00:00.000Z', to: '2026-11-20T07:00:00.000Z', reason: 'Το ζήτησαν <b>πολλοί</b>.', at: '2026-11-09T07:00:00.000Z' }] })));
    expect((await screen.findAllByText('Το ζήτησαν <b>πολλοί</b>.')).length).toBeGreaterThan(0);
    page.unmount();
    const report = { learned: 'Θέλετε συχνότερα λεωφορεία.', does: 'Βάζουμε δύο ακόμη.', at: '2026-12-20T07:00:00.000Z', promise: { text: 'Νέα στάση', dueAt: '2026-12-30T12:00:00.000Z', doneAt: null, isOverdue: true } };
    show(aCity(asked({ status: 'reported', takesAnswers: false, report })));
    expect(await screen.findByText('Θέλετε συχνότερα λεωφορεία.')).toBeDefined();
    expect(screen.getByText(/^Άργησε: έπρεπε έως/)).toBeDefined();
    expect(screen.queryByRole('button', { name: el.report.markKept }), 'this is the department’s').toBeNull();
  });
});

describe('an official at a survey of theirs', () => {
  it('is shown the way to what a draft lacks', async () => {
    show(aCity({ ...asked({ status: 'draft', takesAnswers: false, showsResults: false, canEdit: true, canPublish: true, opensAt: null }), Me: () => ({ me: official }), PublishSurvey: () => ({ publishSurvey: { __typename: 'Invalid', problems: [{ field: 'sections', code: 'required', limit: null }] } }) }));
    await userEvent.click(await screen.findByRole('button', { name: el.official.publish }));
    expect(await screen.findByText(el.official.publishNow)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.official.publishYes }));
    expect((await screen.findByRole('link', { name: el.official.complete })).getAttribute('href')).toBe('/surveys/moving/edit?missing');
    expect(screen.getByRole('link', { name: el.official.preview }).getAttribute('href')).toBe('/surveys/moving/answer');
  });

  it('gives more time only with a reason that everybody reads, and only more', async () => {
    const city = aCity({ ...asked({ canExtend: true }), ExtendSurvey: () => ({ extendSurvey: { __typename: 'Invalid', problems: [{ field: 'closesAt', code: 'too_small', limit: null }] } }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.official.extend }));
    await userEvent.click(screen.getByRole('button', { name: el.official.extendAct }));
    expect(await screen.findByRole('link', { name: el.problem.reason.required })).toBeDefined();
    expect(city.sent('ExtendSurvey')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: el.official.publicReason }), 'Το ζήτησαν οι γονείς.');
    await userEvent.click(screen.getByRole('button', { name: el.official.extendAct }));
    expect(await screen.findByRole('link', { name: el.problem.closesAt.too_small })).toBeDefined();
  });

  it('marks the promise of their department as kept', async () => {
    const report = { learned: 'Μάθαμε.', does: 'Κάνουμε.', at: '2026-12-20T07:00:00.000Z', promise: { text: 'Νέα στάση', dueAt: '2026-12-30T12:00:00.000Z', doneAt: null, isOverdue: false } };
    const city = aCity({ ...asked({ status: 'reported', takesAnswers: false, report }), Me: () => ({ me: official }), KeepSurveyPromise: () => ({ keepSurveyPromise: { __typename: 'SurveySaved' } }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.report.markKept }));
    await waitFor(() => expect(city.sent('KeepSurveyPromise')).toEqual([{ id: 'moving' }]));
  });
});
