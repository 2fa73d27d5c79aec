import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Stage } from '@isegoria/ui/web';
import { el as processes } from '@isegoria/processes/contracts';
import { Component as PhasePage } from './making/phase-page';
import { Component as ProcessPage } from './process-page';
import { Component as ProcessesPage } from './processes-page';

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
const settings = { contributions: 'wait', comments: 'public', supports: true, districts: ['ormos'], answerWithinDays: 30, criteria: [] };
const phase = (id: string, el: string, from: number, until: number) => ({
  id, name: { el, en: id }, summary: { el: `${el} <script>alert(1)</script>`, en: id }, opensAt: days(from), closesAt: days(until), hasBegun: from < 0, settings,
});
const ideas = {
  id: 'ideas', kind: 'proposals', title: { el: 'Ιδέες για την πόλη', en: 'Ideas' }, summary: { el: 'Γράψε.', en: 'Write.' }, currentPhaseId: 'collection', revision: 3, isDraft: false,
  phases: [phase('collection', 'Συλλογή', -10, 5.1), phase('answering', 'Απαντήσεις', 5.1, 20)],
};
const past = { ...ideas, id: 'past', title: { el: 'Παιδικές χαρές', en: 'Playgrounds' }, currentPhaseId: null, phases: [phase('collection', 'Συλλογή', -90, -60)] };
const change = {
  id: 'c1', at: '2026-05-01T09:00:00.000Z', byName: 'Χριστίνα', act: 'phase_changed', phaseName: { el: 'Συλλογή', en: 'c' },
  items: [{ field: 'contributions', before: 'public', after: 'wait' }, { field: 'districts', before: '', after: 'ormos' }],
};
const city = { name: { el: 'Δήμος', en: 'City' }, population: 1, departments: [], categories: [], districts: [{ id: 'ormos', name: { el: 'Όρμος', en: 'Ormos' }, population: 1, centre: null, outline: [] }] };
const words = { processes, ui: { problem: { heading: 'Υπάρχει πρόβλημα', prefix: 'Πρόβλημα: ', required: 'Λείπει: {{label}}' } } };
const administrator = { id: 'a', name: 'Χριστίνα', email: null, roles: ['citizen', 'administrator'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const sent: Record<string, unknown>[] = [];
let me: typeof administrator | null = null;
let refusal: object = { __typename: 'Process' };
let standing: Omit<typeof ideas, 'currentPhaseId'> & { currentPhaseId: string | null } = ideas;

function answer(operation: string, variables: Record<string, unknown>): unknown {
  if (operation === 'UpdatePhase') sent.push(variables);
  const answers: Record<string, unknown> = {
    Me: { me }, City: { city }, Processes: { processes: [ideas, past] }, Process: { process: standing, phaseChanges: [change] },
    UpdatePhase: { updatePhase: refusal }, IsFollowing: { isFollowing: false },
  };
  return answers[operation];
}

function renderAt(path: string) {
  return render(
    <Stage words={words} answer={answer} path={path}>
      <Routes>
        <Route path="/processes" element={<ProcessesPage />} />
        <Route path="/processes/:id" element={<ProcessPage />} />
        <Route path="/processes/:id/phases/:phaseId" element={<PhasePage />} />
      </Routes>
    </Stage>,
  );
}

beforeEach(() => {
  sessionStorage.clear();
  me = null;
  refusal = { __typename: 'Process' };
  standing = ideas;
  sent.length = 0;
  // A line that never comes up: the page must be whole without it.
  liveOver(new LiveLine(() => new Promise<never>(() => undefined)));
});

describe('a process of budgets', () => {
  it('leads an administrator, and nobody else, to its new budget', async () => {
    standing = { ...ideas, id: 'spring', kind: 'budgets' };
    const { unmount } = renderAt('/processes/spring');
    await screen.findByRole('heading', { level: 1, name: 'Ιδέες για την πόλη' });
    expect(screen.queryByRole('link', { name: 'Νέος προϋπολογισμός' })).toBeNull();
    unmount();
    me = administrator;
    renderAt('/processes/spring');
    expect((await screen.findByRole('link', { name: 'Νέος προϋπολογισμός' })).getAttribute('href')).toBe('/budgets/new?process=spring');
  });

  it('says of its draft that the budget comes once it is published', async () => {
    me = administrator;
    standing = { ...ideas, id: 'spring', kind: 'budgets', isDraft: true };
    renderAt('/processes/spring');
    await screen.findByText(processes.make.thingLater.budgets);
  });
});

describe('a visitor of the processes', () => {
  it('sees what is open with the days that are left, and what is past', async () => {
    renderAt('/processes');
    expect(await screen.findByRole('heading', { name: 'Ανοιχτά τώρα' })).toBeTruthy();
    expect(screen.getByText('5 ημέρες').parentElement?.textContent).toContain('κλείνει σε 5 ημέρες');
    expect(screen.getByRole('link', { name: 'Γράψε την ιδέα σου' }).getAttribute('href')).toBe('/proposals/new?process=ideas');
    expect(screen.getByRole('link', { name: 'Παιδικές χαρές' })).toBeTruthy();
  });

  it('reads on a process what can be done now, where it stands and who changed what', async () => {
    renderAt('/processes/ideas');
    expect(await screen.findByText('Γράφεις την πρότασή σου. Τη διαβάζει πρώτα επόπτης και μετά φαίνεται σε όλους.')).toBeTruthy();
    expect(await screen.findByText('Συμμετέχουν οι κάτοικοι: Όρμος.')).toBeTruthy();
    expect(document.querySelector('[aria-current=step]')?.textContent).toMatch(/Συλλογή.* έως .*\d\d:\d\d/s);
    expect(screen.getByText('Νέες συμβολές: από «Φαίνονται αμέσως» σε «Περιμένουν επόπτη»')).toBeTruthy();
    expect(screen.getByText('Ποιοι συμμετέχουν: από «όλη η πόλη» σε «Όρμος»')).toBeTruthy();
    expect(document.querySelector('script')).toBeNull();
    expect(screen.queryByRole('link', { name: /Άλλαξε τη φάση/ })).toBeNull();
  });

  it('reads of one that has not opened yet when it will, not that it is over', async () => {
    standing = { ...ideas, currentPhaseId: null, phases: [phase('collection', 'Συλλογή', 3.1, 20)] };
    renderAt('/processes/ideas');
    expect(await screen.findByRole('heading', { name: 'Δεν έχει ανοίξει ακόμη' })).toBeTruthy();
    expect(screen.getByText('3 ημέρες').parentElement?.textContent).toContain('Συλλογή, ανοίγει σε 3 ημέρες');
    expect(screen.queryByText(/Όσα γράφτηκαν/)).toBeNull();
  });

  it('reads the process at the address of one of its phases, which shared links may name', async () => {
    renderAt('/processes/ideas/phases/collection');
    expect(await screen.findByRole('heading', { level: 1, name: 'Ιδέες για την πόλη' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('an administrator of a phase', () => {
  beforeEach(() => void (me = administrator));

  it('changes its dates and its rules', async () => {
    renderAt('/processes/ideas/phases/collection');
    await userEvent.click(await screen.findByRole('radio', { name: 'Φαίνονται αμέσως', checked: false }));
    await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.['input']).toMatchObject({ processId: 'ideas', phaseId: 'collection', settings: { contributions: 'public', districts: ['ormos'], answerWithinDays: 30 } });
  });

  it('who changes nothing sends the phase exactly as it stands', async () => {
    renderAt('/processes/ideas/phases/collection');
    await userEvent.click(await screen.findByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const { name, opensAt, closesAt } = ideas.phases[0] ?? {};
    expect(sent[0]?.['input']).toMatchObject({ name, opensAt, closesAt, settings: { ...settings, evaluation: null } });
  });

  it('finds what they typed when the page is loaded anew, and lets it go by the way back', async () => {
    const { unmount } = renderAt('/processes/ideas/phases/collection');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Όνομα φάσης στα αγγλικά' }), ' of ideas');
    unmount();
    renderAt('/processes/ideas/phases/collection');
    expect(await screen.findByDisplayValue('collection of ideas')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /όπως ήταν/ }));
    expect(sessionStorage).toHaveLength(0);
  });

  it('is told beside the field what is missing, before anything is sent', async () => {
    renderAt('/processes/ideas/phases/collection');
    await userEvent.clear(await screen.findByRole('textbox', { name: 'Όνομα φάσης στα αγγλικά' }));
    await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Λείπει: Όνομα φάσης στα αγγλικά');
    expect(sent).toHaveLength(0);
  });

  it('is told that a colleague was faster, keeps what they typed, and saves it over what they have seen by then', async () => {
    refusal = { __typename: 'NotAllowed', reason: 'changed_meanwhile' };
    renderAt('/processes/ideas/phases/collection');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Όνομα φάσης στα αγγλικά' }), ' of ideas');
    const [collection, answering] = ideas.phases;
    if (collection && answering) standing = { ...ideas, revision: 4, phases: [{ ...collection, settings: { ...settings, answerWithinDays: 45 } }, answering] };
    await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }));
    expect((await screen.findByRole('alert')).textContent).toContain('όσα έγραψες έμειναν');
    expect(screen.getByRole('link', { name: 'Δες τι άλλαξε' }).getAttribute('href')).toBe('/processes/ideas');
    expect(await screen.findByDisplayValue('45')).toBeTruthy();
    refusal = { __typename: 'Process' };
    await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ input }) => input)).toMatchObject([{ revision: 3 }, { revision: 4, name: { en: 'collection of ideas' }, settings: { answerWithinDays: 45 } }]);
  });

  it('is told which phase it would coincide with, and keeps what was typed', async () => {
    refusal = { __typename: 'PhasesOverlap', name: { el: 'Απαντήσεις', en: 'Answers' }, opensAt: days(5), closesAt: days(20) };
    renderAt('/processes/ideas/phases/collection');
    const days30 = await screen.findByRole('textbox', { name: 'Ημέρες για απάντηση' });
    await userEvent.clear(days30);
    await userEvent.type(days30, '21');
    await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Θα συνέπιπτε με τη φάση «Απαντήσεις»');
    expect(screen.getByDisplayValue('21')).toBeTruthy();
  });
});
