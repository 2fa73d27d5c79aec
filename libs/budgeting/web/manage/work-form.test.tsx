import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ShownProject, ShownWork } from '../documents';
import { WorkForm } from './work-form';

interface Sent {
  progress: number;
  text: string;
  milestones: { title: string; doneAt: string | null }[];
}

/** A desk with the works of one project; what is sent, and the works as they stand afterwards. */
function aDesk(work: ShownWork) {
  const sent: Sent[] = [];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation !== 'ReportWork') return {};
    sent.push(variables['input'] as Sent);
    return { reportWork: { __typename: 'BudgetProject' } };
  };
  const stage = (now: ShownWork) => <Stage words={words} answer={answer}><WorkForm project={project} work={now} /></Stage>;
  const { rerender, unmount } = render(stage(work));
  return { sent, unmount, becomes: (now: ShownWork) => rerender(stage(now)) };
}

const words = { budgeting: el as Words, ui, files: {} };
const project = { id: 'p' } as ShownProject;
const aWork = (part: object = {}) => ({ state: 'building', progress: 40, spent: 0, acts: [], milestones: [], ...part }) as unknown as ShownWork;
const save = () => userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε και πες το' }));

beforeEach(() => sessionStorage.clear());

it('news of a project goes out once: what was told is not sent again with the next change, and the official sees that it is saved', async () => {
  const { sent } = aDesk(aWork());
  await userEvent.type(await screen.findByLabelText(/Τι να μάθουν/), 'Μπήκαν τα θεμέλια.');
  await save();
  expect(await screen.findByText('Αποθηκεύτηκε.')).toBeDefined();
  await save();
  expect(sent.map(({ text }) => text)).toEqual(['Μπήκαν τα θεμέλια.', '']);
});

it('what an official typed outlives a reload; what they did not touch is as a colleague left it meanwhile', async () => {
  const { unmount } = aDesk(aWork());
  await userEvent.type(await screen.findByLabelText(/Τι να μάθουν/), 'Μπήκαν τα θεμέλια.');
  unmount();
  const { sent, becomes } = aDesk(aWork());
  expect(await screen.findByDisplayValue('Μπήκαν τα θεμέλια.')).toBeDefined();
  becomes(aWork({ progress: 60 }));
  await save();
  expect(sent).toMatchObject([{ progress: 60, text: 'Μπήκαν τα θεμέλια.' }]);
});

it('a step that is done shortly after midnight is done today', async () => {
  vi.useFakeTimers({ now: new Date('2026-12-01T22:30:00Z'), toFake: ['Date'] });
  const { sent } = aDesk(aWork({ milestones: [{ title: 'Θεμέλια', dueAt: null, doneAt: null }] }));
  await userEvent.click(await screen.findByRole('checkbox', { name: 'Το βήμα 1 έγινε' }));
  await save();
  vi.useRealTimers();
  expect(sent[0]?.milestones[0]?.doneAt).toBe('2026-12-02T12:00:00.000Z');
});

it('a step that lost its title is asked for, and never drops out by itself; one that is wholly empty goes', async () => {
  const { sent } = aDesk(aWork({ milestones: [{ title: 'Θεμέλια', dueAt: '2026-12-01T12:00:00Z', doneAt: null }, { title: 'Στέγη', dueAt: null, doneAt: null }] }));
  await userEvent.clear(await screen.findByLabelText('Βήμα 1'));
  await userEvent.clear(screen.getByLabelText('Βήμα 2'));
  await userEvent.clear(screen.getByLabelText('Δαπανήθηκαν, σε ευρώ'));
  await save();
  const told = within(await screen.findByRole('alert')).getAllByRole('link').map(({ textContent }) => textContent);
  expect(told).toEqual(['Γράψε το ποσό με ψηφία, όπως 12.500', 'Λείπει: Βήμα 1']);
  expect(sent).toEqual([]);
  await userEvent.type(screen.getByLabelText('Βήμα 1'), 'Βάθρα');
  await userEvent.type(screen.getByLabelText('Δαπανήθηκαν, σε ευρώ'), '0');
  await save();
  expect(sent).toMatchObject([{ milestones: [{ title: 'Βάθρα' }] }]);
  expect(sent[0]?.milestones).toHaveLength(1);
});
