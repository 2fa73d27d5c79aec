import { el } from '@isegoria/reports/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { nameIn } from './file-link';
import ReportFiles from './report-files';

afterEach(() => vi.unstubAllGlobals());

function aPage(roles: string[] | null, reason: string | null = null) {
  const asked: unknown[] = [];
  const answer = (operation: string, variables: unknown) => {
    if (operation === 'Me') return { me: roles && { id: 'maria', name: 'Μαρία', email: null, roles, departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true } };
    asked.push(variables);
    return { subscribeToReport: reason ? { __typename: 'NotAllowed', reason } : { __typename: 'ReportSubscription', id: 'r1' } };
  };
  render(
    <Stage words={{ reports: el }} answer={answer}>
      <ReportFiles subject={{ kind: 'sitting', id: 's 1' }} />
    </Stage>,
  );
  return asked;
}

describe('who looks at a sitting', () => {
  it('takes its files, and is offered no mail as a visitor', async () => {
    aPage(null);
    expect((await screen.findByRole('link', { name: 'PDF, υπογεγραμμένο' })).getAttribute('href')).toBe('/reports/sitting/s%201.pdf?lang=el');
    expect(screen.getAllByRole('link')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Με e-mail' })).toBeNull();
  });

  it('asks as a council member for every sitting, in the way that they choose', async () => {
    const asked = aPage(['council']);
    await userEvent.click(await screen.findByRole('button', { name: 'Με e-mail' }));
    await userEvent.selectOptions(screen.getByLabelText('Πότε'), 'όταν λήγει μια συνεδρίαση');
    await userEvent.click(screen.getByRole('button', { name: 'Να μου έρχεται' }));
    expect(await screen.findByText('Θα έρχεται με e-mail.')).toBeTruthy();
    expect(asked).toEqual([{ kind: 'sitting', reportId: 'each', rhythm: 'after_sitting' }]);
  });

  it('is told why it is not kept', async () => {
    aPage(['council'], 'too_many');
    await userEvent.click(await screen.findByRole('button', { name: 'Με e-mail' }));
    await userEvent.click(screen.getByRole('button', { name: 'Να μου έρχεται' }));
    expect(await screen.findByText(/όσες εκθέσεις μπορεί/)).toBeTruthy();
  });

  it('reads in the page why a file does not come, and has it at the next press, once for two presses', async () => {
    const answers = [
      new Response('Αυτή τη στιγμή ετοιμάζονται πολλά αρχεία.\n', { status: 503, headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '4' } }),
      new Response('<h1>502</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
      new Response('%PDF', { headers: { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename=\"isegoria.pdf\"; filename*=UTF-8''%CE%A4%CE%B1.pdf" } }),
    ];
    let open: () => void = () => undefined;
    const made = new Promise<void>((resolve) => (open = resolve));
    const fetching = vi.fn(() => (answers.length > 1 ? Promise.resolve(answers.shift()) : made.then(() => answers.shift())));
    vi.stubGlobal('fetch', fetching);
    const saved: string[] = [];
    Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined });
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) { saved.push(this.download); });
    aPage(null);
    const link = await screen.findByRole('link', { name: 'PDF, υπογεγραμμένο' });
    await userEvent.click(link);
    expect(await screen.findByText('Αυτή τη στιγμή ετοιμάζονται πολλά αρχεία.')).toBeTruthy();
    await userEvent.click(link);
    expect(await screen.findByText(/δεν μπόρεσε να ετοιμαστεί/), 'no page of a machine in between').toBeTruthy();
    await userEvent.dblClick(link);
    expect(link.textContent).toContain('ετοιμάζεται');
    open();
    await vi.waitFor(() => expect(saved).toEqual(['Τα.pdf']));
    expect(screen.queryByText(/δεν μπόρεσε να ετοιμαστεί/)).toBeNull();
    expect(fetching).toHaveBeenCalledTimes(3);
    click.mockRestore();
  });
});

describe('the name of a file', () => {
  it.each([["attachment; filename=\"a.pdf\"; filename*=UTF-8''%CE%B1.pdf", 'α.pdf'], ['attachment; filename="a b.csv"', 'a b.csv'], ['', 'isegoria']])('of %j is %j', (disposition, name) => {
    expect(nameIn(disposition)).toBe(name);
  });
});
