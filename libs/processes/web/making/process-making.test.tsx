import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes, useLocation } from 'react-router';
import { beforeEach, describe, expect, it } from 'vitest';
import { LiveLine, liveOver } from '@isegoria/realtime/web';
import { Stage } from '@isegoria/ui/web';
import { el as processes } from '@isegoria/processes/contracts';
import { Component as EditPage } from './edit-process-page';
import { Component as NewPhasePage } from './new-phase-page';
import { Component as NewProcessPage } from './new-process-page';
import { Component as PhasePage } from './phase-page';
import { Component as ProcessPage } from '../process-page';
import { Component as ProcessesPage } from '../processes-page';

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
const settings = { contributions: 'wait', comments: 'public', supports: true, districts: null, answerWithinDays: 30, criteria: [], evaluation: null };
const collection = { id: 'collection', name: { el: 'Συλλογή', en: 'Collection' }, summary: { el: 'Γράφεις.', en: 'You write.' }, opensAt: days(3), closesAt: days(30), hasBegun: false, settings };
const draft = {
  id: 'square', kind: 'proposals', title: { el: 'Η πλατεία', en: 'The square' }, summary: { el: 'Πες <script>alert(1)</script>', en: 'Say' }, currentPhaseId: null, revision: 2, isDraft: true, phases: [collection],
};
const city = { name: { el: 'Δήμος', en: 'City' }, population: 1, departments: [], categories: [], districts: [] };
const words = { processes, ui: { problem: { heading: 'Υπάρχει πρόβλημα', prefix: 'Πρόβλημα: ', required: 'Λείπει: {{label}}' } }, identity: { closed: { role: 'Κλειστή σελίδα' } } };
const administrator = { id: 'a', name: 'Χριστίνα', email: null, roles: ['citizen', 'administrator'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true };
const sent: [operation: string, variables: Record<string, unknown>][] = [];
let me: typeof administrator | null = administrator;
let standing: object | null = draft;
let fate: object = { __typename: 'Process', id: 'square' };

function answer(operation: string, variables: Record<string, unknown>): unknown {
  const asked: Record<string, unknown> = {
    Me: { me }, City: { city }, Processes: { processes: [] }, Process: { process: standing, phaseChanges: [] }, IsFollowing: { isFollowing: false },
    ProcessDrafts: { draftProcesses: [draft, { ...draft, id: 'empty', title: { el: 'Κενό', en: 'Empty' }, phases: [] }] },
  };
  if (operation in asked) return asked[operation];
  sent.push([operation, variables]);
  return { [operation.charAt(0).toLowerCase() + operation.slice(1)]: fate };
}

function Where() {
  return <output aria-label="address">{useLocation().pathname}</output>;
}

function renderAt(path: string) {
  return render(
    <Stage words={words} answer={answer} path={path}>
      <Where />
      <Routes>
        <Route path="/processes" element={<ProcessesPage />} />
        <Route path="/processes/new" element={<NewProcessPage />} />
        <Route path="/processes/:id" element={<ProcessPage />} />
        <Route path="/processes/:id/edit" element={<EditPage />} />
        <Route path="/processes/:id/phases/new" element={<NewPhasePage />} />
        <Route path="/processes/:id/phases/:phaseId" element={<PhasePage />} />
      </Routes>
    </Stage>,
  );
}

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));
const fill = async (name: string, text: string) => {
  const field = await screen.findByRole('textbox', { name });
  await userEvent.clear(field);
  await userEvent.click(field);
  await userEvent.paste(text);
};

beforeEach(() => {
  sessionStorage.clear();
  me = administrator;
  standing = draft;
  fate = { __typename: 'Process', id: 'square' };
  sent.length = 0;
  liveOver(new LiveLine(() => new Promise<never>(() => undefined)));
});

describe('an administrator who makes a process', () => {
  it('finds the drafts and the way to a new one among the processes; a visitor finds neither', async () => {
    const { unmount } = renderAt('/processes');
    expect((await screen.findByRole('link', { name: 'Νέα διαδικασία' })).getAttribute('href')).toBe('/processes/new');
    expect((await screen.findByRole('link', { name: 'Η πλατεία' })).getAttribute('href')).toBe('/processes/square');
    expect(screen.getByText('χωρίς φάσεις ακόμη')).toBeTruthy();
    unmount();
    me = null;
    renderAt('/processes');
    await screen.findByRole('heading', { name: 'Ανοιχτά τώρα' });
    expect(screen.queryByRole('link', { name: 'Νέα διαδικασία' })).toBeNull();
    expect(screen.queryByText('Προσχέδια')).toBeNull();
  });

  it('says what it collects and what it is called in both languages, and is told what is missing', async () => {
    renderAt('/processes/new');
    await userEvent.click(await screen.findByRole('radio', { name: 'Συμμετοχικός προϋπολογισμός' }));
    await fill('Τίτλος στα ελληνικά', 'Το πάρκο');
    await press('Φτιάξε το προσχέδιο');
    const told = (await screen.findByRole('alert')).textContent;
    for (const missing of ['Τίτλος στα αγγλικά', 'Περιγραφή στα ελληνικά', 'Περιγραφή στα αγγλικά']) expect(told).toContain(`Λείπει: ${missing}`);
    expect(sent).toHaveLength(0);
    await fill('Τίτλος στα αγγλικά', 'The park');
    await fill('Περιγραφή στα ελληνικά', 'Πες');
    await fill('Περιγραφή στα αγγλικά', 'Say');
    await press('Φτιάξε το προσχέδιο');
    await waitFor(() => expect(sent).toEqual([['CreateProcess', { input: { kind: 'budgets', title: { el: 'Το πάρκο', en: 'The park' }, summary: { el: 'Πες', en: 'Say' } } }]]));
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/processes/square'));
    expect(sessionStorage).toHaveLength(0);
  });

  it('adds a phase of a sort, with what usually fits', async () => {
    renderAt('/processes/square/phases/new');
    expect(await screen.findByRole('radio', { name: /^Απαντήσεις του δήμου/, checked: true })).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /^Ιδέες και στήριξη/ }));
    expect(await screen.findByDisplayValue('Ideas and support')).toBeTruthy();
    await press('Αποθήκευσε');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.[0]).toBe('AddPhase');
    expect(sent[0]?.[1]['input']).toMatchObject({ processId: 'square', revision: 2, pattern: 'collection', opensAt: collection.closesAt, settings: { contributions: 'wait', supports: true, evaluation: null } });
  });

  it('takes a phase out again after a second thought, but not one that has been open', async () => {
    const { unmount } = renderAt('/processes/square/phases/collection');
    await press('Βγάλε τη φάση');
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ναι, να βγει' }));
    await waitFor(() => expect(sent).toEqual([['RemovePhase', { processId: 'square', phaseId: 'collection', revision: 2 }]]));
    unmount();
    standing = { ...draft, isDraft: false, phases: [{ ...collection, hasBegun: true }, { ...collection, id: 'answering', opensAt: days(30), closesAt: days(40) }] };
    renderAt('/processes/square/phases/collection');
    await screen.findByRole('button', { name: 'Αποθήκευσε και δημοσίευσε' });
    expect(screen.queryByRole('button', { name: 'Βγάλε τη φάση' })).toBeNull();
  });

  it('publishes a draft once it has phases, and is told why where it may not be', async () => {
    fate = { __typename: 'PhasesOverlap', name: { el: 'Άλλη', en: 'Other' }, opensAt: days(1), closesAt: days(9) };
    renderAt('/processes/square');
    expect(await screen.findByText('Είναι προσχέδιο: το βλέπουν μόνο διαχειριστές')).toBeTruthy();
    await press('Δημοσίευσε');
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ναι, δημοσίευσέ την' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Θα συνέπιπτε με τη φάση «Άλλη»');
    expect(sent).toEqual([['PublishProcess', { processId: 'square', revision: 2 }]]);
    expect(document.querySelector('script')).toBeNull();
  });

  it('throws a draft away', async () => {
    standing = { ...draft, phases: [] };
    fate = { __typename: 'ProcessRemoved' };
    renderAt('/processes/square');
    expect(await screen.findByText('Δεν έχει φάσεις ακόμη.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Δημοσίευσε' })).toBeNull();
    await press('Πέταξε το προσχέδιο');
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Ναι, πέταξέ το' }));
    await waitFor(() => expect(screen.getByLabelText('address').textContent).toBe('/processes'));
    expect(sent).toEqual([['RemoveProcess', { processId: 'square', revision: 2 }]]);
  });

  it('changes what a process says of itself, over the revision that they read', async () => {
    renderAt('/processes/square/edit');
    await fill('Τίτλος στα ελληνικά', 'Η πλατεία που θέλουμε');
    fate = { __typename: 'NotAllowed', reason: 'changed_meanwhile' };
    standing = { ...draft, revision: 3, summary: { el: 'Άλλη περιγραφή', en: 'Say' } };
    await press('Αποθήκευσε');
    expect((await screen.findByRole('alert')).textContent).toContain('όσα έγραψες έμειναν');
    expect(await screen.findByDisplayValue('Άλλη περιγραφή')).toBeTruthy();
    fate = { __typename: 'Process', id: 'square' };
    await press('Αποθήκευσε');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(([, { input }]) => input)).toMatchObject([{ revision: 2 }, { revision: 3, title: { el: 'Η πλατεία που θέλουμε' }, summary: { el: 'Άλλη περιγραφή' } }]);
  });

  it('is the only one who may: others find the pages closed', async () => {
    me = { ...administrator, roles: ['citizen', 'moderator'] };
    for (const path of ['/processes/new', '/processes/square/edit', '/processes/square/phases/new']) {
      const { unmount } = renderAt(path);
      expect(await screen.findByRole('heading', { name: 'Κλειστή σελίδα' })).toBeTruthy();
      unmount();
    }
  });
});
