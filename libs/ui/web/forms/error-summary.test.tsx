import { el } from '@isegoria/ui/contracts';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Page } from '../frame/page';
import { Stage } from '../stage';
import { Form } from './form';
import type { Problem } from './form-context';
import { TextArea } from './text-area';
import { TextField } from './text-field';

const NASTY = '<script>alert(1)</script> Λεωφόρος-Κωνσταντινουπόλεως';
const WORDS = { ui: el, proposals: { problem: { title: { required: 'Γράψε έναν τίτλο' } } } };
const WRONG: Problem[] = [
  { field: 'title', code: 'required' },
  { field: 'text', code: 'too_long', limit: 2000 },
];

function Proposal() {
  const [problems, setProblems] = useState<Problem[]>([]);
  const [text, setText] = useState('');
  return (
    <Page title="Νέα πρόταση">
      <Form words="proposals" problems={problems} onSubmit={() => setProblems(WRONG)}>
        <TextField name="title" label="Τίτλος" value="" onChange={() => undefined} />
        <TextArea name="text" label="Κείμενο" value={text} onChange={setText} />
        <button>Υποβολή</button>
      </Form>
    </Page>
  );
}

async function submitted() {
  render(
    <Stage words={WORDS}>
      <Proposal />
    </Stage>,
  );
  await userEvent.type(await screen.findByLabelText('Κείμενο'), NASTY);
  await userEvent.click(screen.getByText('Υποβολή'));
  return screen.findByRole('alert', { name: 'Υπάρχει πρόβλημα' });
}

describe('a citizen whose form is not right', () => {
  it('is taken to a summary above the headline, which the browser’s title names too', async () => {
    const summary = await submitted();
    expect(document.activeElement).toBe(summary);
    expect(summary.compareDocumentPosition(screen.getByRole('heading', { level: 1 }))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(document.title).toMatch(/^Πρόβλημα: Νέα πρόταση/);
  });

  it('reads the same words in the summary and at the field: the slice’s own, else ours', async () => {
    const summary = await submitted();
    const lines = within(summary).getAllByRole('link').map(({ textContent }) => textContent);
    expect(lines).toEqual(['Γράψε έναν τίτλο', 'Κείμενο: χωρούν έως 2.000 χαρακτήρες']);
    expect(screen.getByLabelText('Τίτλος').getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(screen.getByLabelText('Κείμενο'))).toContain('χωρούν έως 2.000 χαρακτήρες');
  });

  it('comes from a line of the summary to its field, and finds what was typed', async () => {
    const summary = await submitted();
    await userEvent.click(within(summary).getByText(/Κείμενο/));
    const field = screen.getByLabelText('Κείμενο');
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty('value', NASTY);
  });
});

const describedBy = (field: HTMLElement): string =>
  (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
