import { el } from '@isegoria/surveys/contracts';
import { Stage } from '@isegoria/ui/web';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import { aCity, sections, survey, words } from '../a-survey.builders';
import { Component as ResultsPage } from './results-page';

configure({ asyncUtilTimeout: 8000 });

const chosen = (optionId: string, people: number, value: number) => ({ optionId, people, share: { value, low: value - 0.1, high: value + 0.1 }, first: null, meanPlace: null });
const placed = (optionId: string, people: number, first: number, meanPlace: number | null) => ({ optionId, people, share: null, first, meanPlace });
const none = { isHidden: false, median: null, favourable: null, writers: null };

const results = {
  survey, sections, people: 45, counted: 40, entitled: 900, at: '2026-11-10T07:00:00.000Z', isFinal: false, smallest: 10, who: null,
  questions: [
    { ...none, questionId: 'q1', answered: 40, options: [chosen('bus', 12, 0.3), chosen('car', 24, 0.6), chosen('other', 4, 0.1)] },
    { ...none, questionId: 'q3', answered: 40, options: [chosen('a', 30, 0.75), chosen('none', 35, 0.25)] },
    { ...none, questionId: 'q2', answered: 0, isHidden: true, options: [] },
    { ...none, questionId: 'q4', answered: 38, options: [placed('x', 30, 10, 1.75), placed('y', 38, 28, 1.25)] },
  ],
  channels: [] as object[],
  files: [{ name: 'questions', path: '/survey-files/moving/questions.csv?lang=el' }],
};

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path="/surveys/moving/results" answer={city.answer}>
      <Routes>
        <Route path="surveys/:id/results" element={<ResultsPage />} />
      </Routes>
    </Stage>,
  );
const told = (more: object = {}) => ({ SurveyResults: () => ({ surveyResults: { ...results, ...more }, city: { districts: [] } }) });
const barsOf = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 3, name });
  const [list] = within(heading.parentElement ?? document.body).getAllByRole('list');
  return within(list ?? document.body).getAllByRole('listitem').map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '));
};

describe('who reads what was answered', () => {
  it('sees people, share and interval of each answer, what most chose first, and «no opinion» last', async () => {
    show(aCity(told()));
    expect(await barsOf('Πώς πας στη δουλειά;')).toEqual(['Αυτοκίνητο <b>60% (50%–70%), 24 άνθρωποι', 'Λεωφορείο30% (20%–40%), 12 άνθρωποι', 'Κάτι άλλο10% (0%–20%), 4 άνθρωποι']);
    expect((await barsOf('Πότε μετακινείσαι;')).map((one) => one?.slice(0, 4))).toEqual(['Πρωί', 'Δεν ']);
    expect(screen.getByText(el.results.those)).toBeDefined();
  });

  it('sees an order by its mean places, with how many put each first', async () => {
    show(aCity(told()));
    expect(await barsOf('Τι είναι πιο επείγον;')).toEqual(['ΣτάσειςΠρώτο για 28 ανθρώπους, μέση θέση 1,3', 'ΣυχνότηταΠρώτο για 10 ανθρώπους, μέση θέση 1,8']);
  });

  it('has the same as a table with its file', async () => {
    show(aCity(told()));
    await userEvent.click((await screen.findAllByRole('button', { name: el.results.table }))[0] ?? document.body);
    expect(screen.getByRole('table', { name: 'Πώς πας στη δουλειά;' }).textContent).toContain('Λεωφορείο');
    expect(screen.getAllByRole('link', { name: el.results.csv })[0]?.getAttribute('href')).toBe('/survey-files/moving/questions.csv?lang=el');
  });

  it('is told nothing of a question that few were asked, and of whom it was asked', async () => {
    show(aCity(told()));
    expect(await screen.findByText('Απάντησαν λιγότεροι από 10, γι’ αυτό δεν λέμε τι.')).toBeDefined();
    expect(screen.getByText(/^Ρωτήθηκαν μόνο όσοι απάντησαν «Λεωφορείο»/)).toBeDefined();
  });

  it('reads that the last answers wait, and sees new figures as the room tells of them', async () => {
    const city = aCity(told());
    show(city);
    expect(await screen.findByText(/από 40 ανθρώπους/)).toBeDefined();
    act(() => city.say('tally', { ballotId: 'survey:moving', voters: 46, counts: [], seq: 4 }));
    expect(await screen.findByText('46')).toBeDefined();
    const before = city.sent('SurveyResults').length;
    act(() => city.say('changed', null));
    await waitFor(() => expect(city.sent('SurveyResults')).toHaveLength(before + 1));
  });

  it('before enough answered, reads for how many one waits', async () => {
    show(aCity(told({ at: null, counted: 0, people: 3 })));
    expect(await screen.findByText('Περιμένουμε να απαντήσουν τουλάχιστον 10 άνθρωποι')).toBeDefined();
  });

  it('reads own words only after the end, the first of them and the way to all', async () => {
    const item = (id: string) => ({ id, text: `Περισσότερες στάσεις <i>${id}</i>` });
    const city = aCity({ ...told({ isFinal: true }), SurveyWords: ({ questionId }) => ({ surveyWords: questionId === 'q6' ? { items: [item('1'), item('2')], next: 'c', total: 31 } : { items: [], next: null, total: 0 } }) });
    const page = show(city);
    expect(await screen.findByText('Περισσότερες στάσεις <i>1</i>')).toBeDefined();
    expect(screen.getByRole('link', { name: 'Διάβασε και τα 31' }).getAttribute('href')).toBe('/surveys/moving/words/q6');
    page.unmount();
    const open = aCity(told());
    show(open);
    expect((await screen.findAllByText(el.results.wordsLater)).length).toBe(2);
    expect(open.sent('SurveyWords')).toEqual([]);
  });

  it('who comes where nothing is told yet reads so', async () => {
    show(aCity({ SurveyResults: () => ({ surveyResults: null, city: { districts: [] } }) }));
    expect(await screen.findByText(el.results.missing)).toBeDefined();
  });
});
