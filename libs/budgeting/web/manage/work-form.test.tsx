import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { el } from '@isegoria/budgeting/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import type { ShownProject, ShownWork } from '../documents';
import { WorkForm } from './work-form';

const work = { state: 'building', progress: 40, spent: 0, acts: [], milestones: [] } as unknown as ShownWork;

it('news of a project goes out once: what was told is not sent again with the next change', async () => {
  const told: string[] = [];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation !== 'ReportWork') return {};
    told.push((variables['input'] as { text: string }).text);
    return { reportWork: { __typename: 'BudgetProject' } };
  };
  render(<Stage words={{ budgeting: el as Words, ui, files: {} }} answer={answer}><WorkForm project={{ id: 'p' } as ShownProject} work={work} /></Stage>);
  await userEvent.type(await screen.findByLabelText(/Τι να μάθουν/), 'Μπήκαν τα θεμέλια.');
  for (let press = 0; press < 2; press++) await userEvent.click(screen.getByRole('button', { name: 'Αποθήκευσε και πες το' }));
  expect(told).toEqual(['Μπήκαν τα θεμέλια.', '']);
});
