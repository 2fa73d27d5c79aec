import { el } from '@isegoria/ui/contracts';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stage } from '../stage';
import { TextArea } from './text-area';

const WORDS = { ui: el };

function Field() {
  const [text, setText] = useState('');
  return <TextArea name="text" label="Κείμενο" limit={10} value={text} onChange={setText} />;
}

async function write(text: string): Promise<void> {
  fireEvent.change(screen.getByLabelText('Κείμενο'), { target: { value: text } });
  await act(() => vi.advanceTimersByTimeAsync(100));
}

describe('a citizen who writes in a field with a limit', () => {
  beforeEach(async () => {
    vi.useFakeTimers();
    render(
      <Stage words={WORDS}>
        <Field />
      </Stage>,
    );
    await act(() => vi.advanceTimersByTimeAsync(10));
  });
  afterEach(() => vi.useRealTimers());

  it('sees at once how much is left, in letters as people count them', async () => {
    await write('ναι 🏛️');
    expect(screen.getByText('Απομένουν 4 χαρακτήρες', { selector: '[aria-hidden]' })).toBeTruthy();
  });

  it('may write more and shorten it; a book pasted by mistake does not stop the page', () => {
    expect((screen.getByLabelText('Κείμενο') as HTMLTextAreaElement).maxLength).toBe(100);
  });

  it('hears it only when the typing stops', async () => {
    await write('καλημέρα');
    expect(screen.getByRole('status').textContent).toBe('');
    await act(() => vi.advanceTimersByTimeAsync(1000));
    expect(screen.getByRole('status').textContent).toBe('Απομένουν 2 χαρακτήρες');
  });

  it('may write more than fits, and is told by how much', async () => {
    await write('καλημέρα σας');
    expect(screen.getByText('2 χαρακτήρες παραπάνω', { selector: '[aria-hidden]' })).toBeTruthy();
    expect(screen.getByLabelText('Κείμενο')).toHaveProperty('value', 'καλημέρα σας');
  });
});
