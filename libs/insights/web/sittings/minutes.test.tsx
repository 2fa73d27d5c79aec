import { el } from '@isegoria/insights/contracts';
import { el as ui } from '@isegoria/ui/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Sitting } from './documents';
import { Minutes } from './minutes';

const met: Sitting = {
  id: 's', title: { el: 'Τακτική', en: 'Ordinary' }, place: 'Δημαρχείο', startsAt: '2026-12-09T16:30:00.000Z', postponements: [], status: 'closed', openedAt: '2026-12-09T16:36:00.000Z', closedAt: '2026-12-09T18:30:00.000Z', minutesUrl: null,
  revision: 3, mayManage: true, items: [],
};

function show(sitting: Sitting, ...fates: object[]) {
  const sent: unknown[] = [];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation !== 'SetMinutes') return {};
    sent.push(variables);
    return { setMinutes: fates.shift() };
  };
  render(<Stage words={{ insights: el, ui }} answer={answer}><Minutes sitting={sitting} /></Stage>);
  return sent;
}

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Σύνδεσμος των πρακτικών/ });
const save = () => userEvent.click(screen.getByRole('button', { name: el.minutes.save }));

describe('the minutes of a sitting', () => {
  it('are linked by its clerk, on a safe address alone', async () => {
    const sent = show(met, { __typename: 'SittingSaved' });
    await userEvent.type(field(), 'http://city.example/minutes.pdf');
    await save();
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(sent).toEqual([]);
    await userEvent.clear(field());
    await userEvent.type(field(), 'https://city.example/minutes.pdf');
    await save();
    await waitFor(() => expect(document.getElementById('announcements')?.textContent).toBe(el.minutes.saved));
    expect(sent).toEqual([{ id: 's', url: 'https://city.example/minutes.pdf' }]);
  });

  it('have their link taken away by an empty address', async () => {
    const sent = show({ ...met, minutesUrl: 'https://city.example/minutes.pdf' }, { __typename: 'SittingSaved' });
    await userEvent.clear(field());
    await save();
    await waitFor(() => expect(sent).toEqual([{ id: 's', url: '' }]));
  });

  it('that the server refuses are asked for anew', async () => {
    show(met, { __typename: 'Invalid', problems: [{ field: 'url', code: 'invalid', limit: null }] });
    await userEvent.type(field(), 'https://city.example/minutes.pdf');
    await save();
    await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'));
  });

  it('are read by everybody, and are no matter before it has met', () => {
    show({ ...met, minutesUrl: 'https://city.example/minutes.pdf', mayManage: false });
    expect(screen.getByRole('link', { name: el.minutes.read }).getAttribute('href')).toBe('https://city.example/minutes.pdf');
    expect(screen.queryByRole('button')).toBeNull();
    show({ ...met, status: 'open' });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
