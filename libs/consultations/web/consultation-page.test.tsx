import { act, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { el } from '@isegoria/consultations/contracts';
import { Stage } from '@isegoria/ui/web';
import { aCity, articles, consultation, words } from './a-consultation.builders';
import { Component as ConsultationPage } from './consultation-page';

configure({ asyncUtilTimeout: 8000 });

const show = (city: ReturnType<typeof aCity>) =>
  render(
    <Stage words={words} path="/consultations/pavements" answer={city.answer}>
      <Routes>
        <Route path="consultations/:id" element={<ConsultationPage />} />
      </Routes>
    </Stage>,
  );
const official = { id: 'o1', name: 'Πέτρος', email: null, roles: ['citizen', 'official'], departmentId: 'technical', districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const asked = (more: object) => ({ Me: () => ({ me: official }), Consultation: () => ({ consultation: { ...consultation, ...more }, consultationArticles: articles }) });

describe('whoever opens a consultation', () => {
  beforeEach(() => sessionStorage.clear());

  it('begins with the first article, and later goes on after the last one that they read or spoke of', async () => {
    const page = show(aCity());
    expect((await screen.findByRole('link', { name: el.page.begin })).getAttribute('href')).toBe('/consultations/pavements/articles/a1');
    page.unmount();
    const votes = (ids: unknown) => (ids as string[]).map((ballotId) => ({ ballotId, answers: ballotId.endsWith('a2') ? [{ questionId: 'stance', optionId: 'disagree', points: null }] : [], isSealed: false }));
    show(aCity({ MyVotes: ({ ballotIds }) => ({ myVotes: votes(ballotIds) }) }));
    expect((await screen.findByRole('link', { name: /^Συνέχισε: Άρθρο 3/ })).getAttribute('href')).toBe('/consultations/pavements/articles/a3');
    expect(screen.getByText('Έχεις μιλήσει για 1 από τα 3 άρθρα')).toBeDefined();
    expect(screen.getByText('Είπες: Διαφωνώ')).toBeDefined();
  });

  it('reads where they argued among what they spoke of, and goes on after it', async () => {
    const city = aCity({ SpokenAbout: () => ({ spokenAbout: [{ id: 'pavements.a1' }] }) });
    show(city);
    expect((await screen.findByRole('link', { name: /^Συνέχισε: Άρθρο 2/ })).getAttribute('href')).toBe('/consultations/pavements/articles/a2');
    expect(screen.getByText('Έχεις μιλήσει για 1 από τα 3 άρθρα')).toBeDefined();
    expect(screen.getByText(el.contents.youArgued)).toBeDefined();
    expect(city.sent('SpokenAbout')[0]).toEqual({ subjects: ['a1', 'a2', 'a3'].map((id) => ({ kind: 'consultation-article', id: `pavements.${id}` })) });
  });

  it('sees what others say counted at once, without the page asking again', async () => {
    const city = aCity();
    show(city);
    expect(await screen.findByText('5 γνώμες, 1 πρόταση αλλαγής')).toBeDefined();
    const before = city.sent('Consultation').length;
    act(() => city.say('consultation:pavements', 'stances', { articleId: 'a1', agree: 4, withChanges: 1, disagree: 1, people: 6 }));
    act(() => city.say('consultation:pavements', 'arguments', { articleId: 'a1', for: 1, against: 0, neutral: 0, total: 1 }));
    act(() => city.say('consultation:pavements', 'arguments', { articleId: null, for: 9, against: 0, neutral: 0, total: 9 }));
    expect(await screen.findByText('6 γνώμες, 1 επιχείρημα, 1 πρόταση αλλαγής')).toBeDefined();
    expect(city.sent('Consultation')).toHaveLength(before);
    act(() => city.say('consultation:pavements', 'changed', null));
    await waitFor(() => expect(city.sent('Consultation')).toHaveLength(before + 1));
  });

  it('as an official whose draft lacks something is not let publish it, and is shown the way to what is missing', async () => {
    show(aCity({ ...asked({ status: 'draft', takesPart: false, canEdit: true, canPublish: true, opensAt: null }), PublishConsultation: () => ({ publishConsultation: { __typename: 'Invalid', problems: [{ field: 'summary', code: 'required', limit: null }] } }) }));
    await userEvent.click(await screen.findByRole('button', { name: el.official.publish }));
    expect(await screen.findByText(el.official.publishNow)).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: el.official.publishYes }));
    expect((await screen.findByRole('link', { name: el.official.complete })).getAttribute('href')).toBe('/consultations/pavements/edit?missing');
  });

  it('as an official gives more time with a reason that everybody reads, never less', async () => {
    const city = aCity({ ...asked({ canExtend: true }), ExtendConsultation: () => ({ extendConsultation: { __typename: 'Invalid', problems: [{ field: 'closesAt', code: 'too_small', limit: null }] } }) });
    show(city);
    await userEvent.click(await screen.findByRole('button', { name: el.official.extend }));
    await userEvent.click(screen.getByRole('button', { name: el.official.extendAct }));
    expect(await screen.findByRole('link', { name: el.problem.reason.required })).toBeDefined();
    expect(city.sent('ExtendConsultation')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: el.official.publicReason }), 'Το ζήτησαν οι γονείς.');
    await userEvent.click(screen.getByRole('button', { name: el.official.extendAct }));
    expect(await screen.findByRole('link', { name: el.problem.closesAt.too_small })).toBeDefined();
  });

  it('reads what became of it: how many amendments were adopted, and each article’s fate', async () => {
    const answer = { text: 'Σας ακούσαμε.', at: '2026-12-20T07:00:00.000Z', kept: 2, changed: 1, removed: 0, adopted: 2, partly: 1, notAdopted: 1, added: [] };
    show(aCity({ Consultation: () => ({ consultation: { ...consultation, status: 'answered', takesPart: false, answer }, consultationArticles: articles.map((one) => ({ ...one, answer: { outcome: one.id === 'a1' ? 'changed' : 'kept' } })) }) }));
    expect(await screen.findByText('Έγιναν δεκτές 3 από 4 προτάσεις αλλαγής')).toBeDefined();
    expect(screen.getByText('Σας ακούσαμε.')).toBeDefined();
    expect(screen.getAllByText(el.outcome.kept)).toHaveLength(2);
  });

  it('of the department, puts right which act it was', async () => {
    const adopted = { ada: null, title: 'Απόφαση 12/2026', url: 'https://diavgeia.gov.gr/decision/view/ABC', note: '', at: '2026-12-20T07:00:00.000Z' };
    const city = aCity({ ...asked({ status: 'adopted', takesPart: false, revision: 7, adopted, canAdopt: true }), AdoptConsultation: () => ({ adoptConsultation: { __typename: 'ConsultationSaved' } }) });
    show(city);
    const person = userEvent.setup();
    await person.click(await screen.findByRole('button', { name: el.official.adoptAgain }));
    const title = screen.getByLabelText<HTMLInputElement>(new RegExp(el.field.actTitle));
    expect(title.value).toBe('Απόφαση 12/2026');
    await person.clear(title);
    await person.type(title, 'Απόφαση 13/2026');
    await person.click(screen.getByRole('button', { name: el.official.adoptAgainAct }));
    await waitFor(() => expect(city.sent('AdoptConsultation')).toEqual([{ id: 'pavements', revision: 7, input: { ada: null, url: adopted.url, title: 'Απόφαση 13/2026', note: '' } }]));
  });
});
