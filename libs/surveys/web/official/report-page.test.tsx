import { el } from '@isegoria/surveys/contracts';
import { Page, Stage } from '@isegoria/ui/web';
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, official, survey, words } from '../a-survey.builders';
import { Component as ReportPage } from './report-page';

configure({ asyncUtilTimeout: 8000 });

const over = { Me: () => ({ me: official }), Survey: () => ({ survey: { ...survey, status: 'closed', takesAnswers: false, canReport: true, reportDueAt: '2099-12-30T07:00:00.000Z' } }) };
const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path="/surveys/moving/report" answer={city.answer}>
      <Routes>
        <Route path="surveys/:id/report" element={<ReportPage />} />
        <Route path="surveys/:id" element={<Page title="Το ερωτηματολόγιο" />} />
      </Routes>
    </Stage>,
  );
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const publish = async () => {
  await press(el.write.publish);
  await press(el.write.publishYes);
};

describe('a department that says what it learned', () => {
  beforeEach(() => sessionStorage.clear());

  it('is asked once, and told what is missing, a day of a promise too', async () => {
    const city = aCity(over);
    show(city);
    await userEvent.type(await screen.findByRole('textbox', { name: new RegExp(el.field.promise) }), 'Νέα στάση στο λιμάνι');
    await publish();
    expect(await screen.findByRole('link', { name: `Λείπει: ${el.field.learned}` })).toBeDefined();
    expect(screen.getByRole('link', { name: el.problem.dueAt.required })).toBeDefined();
    expect(city.sent('ReportSurvey')).toEqual([]);
  });

  it('publishes it for good, and lands where everybody reads it', async () => {
    const city = aCity({ ...over, ReportSurvey: () => ({ reportSurvey: { __typename: 'SurveySaved' } }) });
    show(city);
    await userEvent.type(await screen.findByRole('textbox', { name: el.field.learned }), 'Θέλετε συχνότερα λεωφορεία.');
    await userEvent.type(screen.getByRole('textbox', { name: el.field.does }), 'Βάζουμε δύο ακόμη δρομολόγια.');
    await publish();
    expect(await screen.findByText(el.write.published, { selector: 'article *' })).toBeDefined();
    await waitFor(() => expect(city.sent('ReportSurvey')).toEqual([{ id: 'moving', input: { learned: 'Θέλετε συχνότερα λεωφορεία.', does: 'Βάζουμε δύο ακόμη δρομολόγια.', promise: null, dueAt: null } }]));
  });

  it('is not let write where it is not over', async () => {
    show(aCity({ Me: () => ({ me: official }) }));
    expect(await screen.findByText(el.write.none)).toBeDefined();
  });
});
