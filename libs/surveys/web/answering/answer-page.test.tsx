import { el } from '@isegoria/surveys/contracts';
import { el as votes } from '@isegoria/votes/contracts';
import { Page, Stage } from '@isegoria/ui/web';
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, answered, survey, words } from '../a-survey.builders';
import { Component as AnswerPage } from './answer-page';

configure({ asyncUtilTimeout: 8000 });

function Address() {
  return <output>{useLocation().search}</output>;
}
const show = (city: ReturnType<typeof aCity>, step = '') =>
  render(
    <Stage words={words} path={`/surveys/moving/answer${step}`} answer={city.answer}>
      <Address />
      <Routes>
        <Route path="surveys/:id/answer" element={<AnswerPage />} />
        <Route path="surveys/:id" element={<Page title="Το ερωτηματολόγιο" />} />
      </Routes>
    </Stage>,
  );
const choose = async (name: string, role = 'radio') => userEvent.click(await screen.findByRole(role, { name }));
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const toCheck = async () => {
  await choose('Αυτοκίνητο <b>');
  await choose('Πρωί', 'checkbox');
  await press(el.answer.next);
  await heading('Τι να αλλάξει');
  await press(el.answer.toCheck);
  await heading(el.check.title);
};

describe('a citizen who answers a survey', () => {
  beforeEach(() => sessionStorage.clear());

  it('goes page by page, with the number of them, and is asked what follows from their answers', async () => {
    show(aCity());
    await heading('Η μετακίνηση');
    expect(screen.getByText('1 από 2')).toBeDefined();
    await choose('Λεωφορείο');
    expect(screen.getByText('1 από 3')).toBeDefined();
    await choose('Πρωί', 'checkbox');
    await press(el.answer.next);
    await heading('Το λεωφορείο');
    expect(screen.getByRole('radio', { name: '5: Πάντα' })).toBeDefined();
    await userEvent.click(screen.getByRole('link', { name: el.answer.back }));
    await heading('Η μετακίνηση');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Λεωφορείο' }).checked).toBe(true);
  });

  it('reads all that is missing on a page, each with the way to its question, and goes on only then', async () => {
    show(aCity());
    await heading('Η μετακίνηση');
    await press(el.answer.next);
    await userEvent.click(await screen.findByRole('link', { name: 'Απάντησε: Πώς πας στη δουλειά;' }));
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Λεωφορείο' }));
    for (const name of ['Πρωί', 'Μεσημέρι', 'Βράδυ']) await choose(name, 'checkbox');
    await choose('Λεωφορείο');
    await press(el.answer.next);
    expect(await screen.findByRole('link', { name: 'Διάλεξε έως 2: Πότε μετακινείσαι;' })).toBeDefined();
    await choose('Βράδυ', 'checkbox');
    await press(el.answer.next);
    await heading('Το λεωφορείο');
    expect(screen.queryByRole('alert'), 'what was wrong stays on its page').toBeNull();
  });

  it('has no opinion, or opinions, never both', async () => {
    show(aCity());
    await choose('Πρωί', 'checkbox');
    await choose(el.answer.noOpinion, 'checkbox');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Πρωί' }).checked).toBe(false);
    await choose('Βράδυ', 'checkbox');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: el.answer.noOpinion }).checked).toBe(false);
  });

  it('reads over what they answered, changes one thing and is back at once, and sends it once', async () => {
    const city = aCity({ AnswerSurvey: () => answered() });
    show(city);
    await toCheck();
    expect(screen.getAllByText(el.check.nothing)).toHaveLength(2);
    await userEvent.click(screen.getByRole('link', { name: 'Αλλαγή: Πώς πας στη δουλειά;' }));
    await choose('Κάτι άλλο');
    await userEvent.type(screen.getByRole('textbox', { name: /Τι άλλο/ }), 'Με πατίνι');
    await press(el.answer.toCheck);
    await heading(el.check.title);
    expect(screen.getByText('Με πατίνι')).toBeDefined();
    await press(el.check.send);
    await heading(el.done.yours);
    expect(screen.getByText(el.done.title, { selector: 'article *' })).toBeDefined();
    expect(screen.getByRole('link', { name: el.done.toReceipt }).getAttribute('href')).toBe('/votes/mine');
    const [sent, ...more] = city.sent('AnswerSurvey');
    expect(more).toEqual([]);
    expect(sent).toMatchObject({ input: { surveyId: 'moving', follow: true, answers: [{ questionId: 'q1', optionId: 'other' }, { questionId: 'q3', optionId: 'a' }], words: [{ questionId: 'q1', text: 'Με πατίνι' }] } });
    expect(sessionStorage.getItem('isegoria:survey-answers:moving'), 'nothing stays in the tab').toBeNull();
  });

  it('puts things in order by buttons, and writes', async () => {
    const city = aCity({ AnswerSurvey: () => answered() });
    show(city);
    await choose('Αυτοκίνητο <b>');
    await choose('Πρωί', 'checkbox');
    await press(el.answer.next);
    await press('Πρόσθεσε: Στάσεις');
    await press('Πρόσθεσε: Συχνότητα');
    await userEvent.type(screen.getByRole('textbox', { name: /κάτι ακόμη/ }), 'Ναι <script>.');
    await press(el.answer.toCheck);
    await press(el.check.send);
    await waitFor(() => expect(city.sent('AnswerSurvey')).toHaveLength(1));
    expect(city.sent('AnswerSurvey')[0]).toMatchObject({ input: { answers: [{}, {}, { questionId: 'q4', optionId: 'y' }, { questionId: 'q4', optionId: 'x' }], words: [{ questionId: 'q6', text: 'Ναι <script>.' }] } });
  });

  it('finds their answers and their page again after a reload', async () => {
    const city = aCity();
    const page = show(city);
    await choose('Αυτοκίνητο <b>');
    await choose('Πρωί', 'checkbox');
    page.unmount();
    show(city, '?step=s3');
    await heading('Τι να αλλάξει');
    await press(el.answer.toCheck);
    await heading(el.check.title);
  });

  it('who comes to the last step by its address first answers what is asked', async () => {
    show(aCity(), '?step=check-answers');
    await heading('Η μετακίνηση');
  });

  it('keeps the same nonce while nobody knows whether the answers were kept, and is told so', async () => {
    let tries = 0;
    const city = aCity({ AnswerSurvey: () => (++tries === 1 ? { answerSurvey: { __typename: 'NotKept', retryAfterSeconds: 1 } } : answered()) });
    show(city);
    await toCheck();
    await press(el.check.send);
    await screen.findByText(votes.refusal.NotKept);
    await press(el.check.send);
    await heading(el.done.yours);
    const [first, second] = city.sent('AnswerSurvey').map(({ input }) => (input as { nonce: string }).nonce);
    expect(first).toBe(second);
  });

  it('who is not asked reads why before they begin', async () => {
    show(aCity({ SurveyRight: () => ({ votingRight: { mayVote: false, reason: 'district' } }) }));
    expect(await screen.findByText(el.who.reason.district)).toBeDefined();
  });

  it('who has answered sees what, and may change it until the end', async () => {
    const mine = { answers: [{ questionId: 'q1', optionId: 'car' }, { questionId: 'q3', optionId: 'b' }], words: [{ questionId: 'q6', text: 'Περισσότερα.', state: null, reason: null }] };
    const city = aCity({ MySurveyAnswers: () => ({ mySurveyAnswers: mine }), AnswerSurvey: () => answered(true) });
    show(city);
    await heading(el.done.yours);
    expect(screen.getByText('Περισσότερα.')).toBeDefined();
    await press(el.done.change);
    await heading(el.check.title);
    await press(el.check.sendAgain);
    expect(await screen.findByText(el.done.changed, { selector: 'article *' })).toBeDefined();
    expect(city.sent('AnswerSurvey')[0]).toMatchObject({ input: { words: [{ questionId: 'q6', text: 'Περισσότερα.' }] } });
  });

  it('reads that it is over where it is', async () => {
    show(aCity({ Survey: () => ({ survey: { ...survey, status: 'closed', takesAnswers: false } }) }));
    await heading(el.shut.title);
  });

  it('as its official sees the very same before it opens, and sends nothing', async () => {
    const city = aCity({ Survey: () => ({ survey: { ...survey, status: 'draft', takesAnswers: false, canEdit: true } }) });
    show(city);
    expect(await screen.findByText(el.preview.title)).toBeDefined();
    await toCheck();
    expect(screen.getByText(el.preview.end)).toBeDefined();
    expect(screen.queryByRole('button', { name: el.check.send })).toBeNull();
    expect(sessionStorage.getItem('isegoria:survey-answers:moving'), 'a preview is no answer').toBeNull();
  });
});
