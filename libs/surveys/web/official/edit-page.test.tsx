import { el } from '@isegoria/surveys/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Page, Stage } from '@isegoria/ui/web';
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCity, official, sections, survey, words } from '../a-survey.builders';
import { Component as EditPage } from './edit-page';
import { blank } from './typed';

configure({ asyncUtilTimeout: 8000 });

const saved = ({ id }: Record<string, unknown>) => ({ saveSurvey: { __typename: 'SurveySaved', survey: { id, revision: 1 } } });
const aDesk = (answers: Parameters<typeof aCity>[0] = {}) => aCity({ Me: () => ({ me: official }), SaveSurvey: saved, ...answers });
const draft = { ...survey, status: 'draft', takesAnswers: false, canEdit: true, revision: 4 };

const show = (city: ReturnType<typeof aCity>, path = '/surveys/new') =>
  render(
    <Stage words={words} path={path} answer={city.answer}>
      <Routes>
        <Route path="surveys/new" element={<EditPage />} />
        <Route path="surveys/:id/edit" element={<EditPage />} />
        <Route path="surveys/:id" element={<Page title="Έτσι θα το δουν" />} />
      </Routes>
    </Stage>,
  );
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string | RegExp, text: string) => fireEvent.change(await screen.findByRole('textbox', { name }), { target: { value: text } });
interface Sent {
  sections: { id: string; questions: { id: string; form: string; showIf: unknown; options: { id: string; text: { el: string } }[] }[] }[];
}
const inputOf = (city: ReturnType<typeof aCity>) => city.sent('SaveSurvey')[0]?.['input'] as Sent;

describe('an official who makes a survey', () => {
  beforeEach(() => sessionStorage.clear());

  it('writes a question with its answers, one that hangs on it, and keeps a draft', async () => {
    const city = aDesk();
    show(city);
    await fill(el.field.title, 'Πώς μετακινείσαι;');
    await press(el.edit.addQuestion);
    await fill(el.field.text, 'Πώς πας στη δουλειά;');
    await fill('Απάντηση 1', 'Λεωφορείο');
    await fill('Απάντηση 2', 'Αυτοκίνητο');
    await press('Πιο πάνω: Αυτοκίνητο');
    await press(/^1\. Πώς πας/);
    await press(el.edit.addQuestion);
    await fill(el.field.text, 'Είναι στην ώρα του;');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: el.field.form }), 'scale');
    await fill(el.field.lowest, 'Ποτέ');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: el.field.asked }), 'q1');
    await userEvent.click(within(screen.getByRole('group', { name: el.field.showIf })).getByRole('checkbox', { name: 'Λεωφορείο' }));
    await press(el.edit.saveDraft);
    expect(await screen.findByText(el.edit.savedDraft, { selector: 'article *' })).toBeDefined();
    expect(city.sent('SaveSurvey')[0]).toMatchObject({ revision: null, input: { title: { el: 'Πώς μετακινείσαι;' }, departmentId: 'technical' } });
    const [first, second] = inputOf(city).sections[0]?.questions ?? [];
    expect(first?.options.map(({ text }) => text.el)).toEqual(['Αυτοκίνητο', 'Λεωφορείο']);
    expect(second).toMatchObject({ id: 'q2', form: 'scale', showIf: { questionId: 'q1', optionIds: [first?.options[1]?.id] }, options: [{ id: '1', text: { el: 'Ποτέ' } }, { id: '5', text: { el: '' } }] });
  });

  it('moves a question into the next section by the keyboard’s way, and takes another out, with what hung on it', async () => {
    const city = aDesk({ Survey: () => ({ survey: draft }), SurveySections: () => ({ surveySections: sections }) });
    show(city, '/surveys/moving/edit');
    await press(/^2\. Πότε μετακινείσαι/);
    await press('Πιο κάτω: 2. Πότε μετακινείσαι;');
    await press(/^1\. Πώς πας/);
    await press('Βγάλ’ το: 1. Πώς πας στη δουλειά;');
    await press(ui.move.removeYes);
    await press(el.edit.saveDraft);
    await waitFor(() => expect(city.sent('SaveSurvey')).toHaveLength(1));
    expect(inputOf(city).sections.map(({ questions }) => questions.map(({ id }) => id))).toEqual([[], ['q3', 'q2'], ['q4', 'q6']]);
    expect(inputOf(city).sections[1]?.questions[1]?.showIf).toBeNull();
  });

  it('has all of it after a reload, under the one id', async () => {
    const city = aDesk({ SaveSurvey: () => ({ saveSurvey: { __typename: 'NotAllowed', reason: 'department' } }) });
    const page = show(city);
    await fill(el.field.title, 'Πώς μετακινείσαι;');
    await press(el.edit.addQuestion);
    await press(el.edit.saveDraft);
    await waitFor(() => expect(city.sent('SaveSurvey')).toHaveLength(1));
    page.unmount();
    show(city);
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: el.field.title })).value).toBe('Πώς μετακινείσαι;');
    await press(el.edit.saveDraft);
    await waitFor(() => expect(city.sent('SaveSurvey')).toHaveLength(2));
    expect(new Set(city.sent('SaveSurvey').map(({ id }) => id)).size).toBe(1);
  });

  it('who comes from a publication that was refused reads what is missing, and is led into the question', async () => {
    const bare = [{ ...sections[0], questions: [{ ...sections[0]?.questions[0], text: { el: '', en: '' }, options: [] }] }];
    show(aDesk({ Survey: () => ({ survey: { ...draft, closesAt: null } }), SurveySections: () => ({ surveySections: bare }) }), '/surveys/moving/edit?missing');
    expect(await screen.findByRole('link', { name: el.problem.closesAt.required })).toBeDefined();
    expect(screen.getByRole('link', { name: 'Γράψε τουλάχιστον 2 απαντήσεις' })).toBeDefined();
    await userEvent.click(screen.getByRole('link', { name: `Λείπει: ${el.field.text}` }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: el.field.text }));
  });

  it('is told that a colleague changed it, and saves nothing over theirs unawares', async () => {
    sessionStorage.setItem('isegoria:survey:moving', JSON.stringify({ ...blank('technical'), revision: 3, title: { el: 'Δικό μου', en: '' } }));
    show(aDesk({ Survey: () => ({ survey: draft }) }), '/surveys/moving/edit');
    await press(ui.startAnew);
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: el.field.title })).value).toBe(survey.title.el);
  });

  it('reads that nothing changes once it is open', async () => {
    show(aDesk(), '/surveys/moving/edit');
    expect(await screen.findByText(el.edit.frozen)).toBeDefined();
  });
});
