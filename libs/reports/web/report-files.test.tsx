import { el } from '@isegoria/reports/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import ReportFiles from './report-files';

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
    expect(await screen.findByText(/όσες αναφορές μπορεί/)).toBeTruthy();
  });
});
