import { el } from '@isegoria/reports/contracts';
import { Stage } from '@isegoria/ui/web';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Component as ReportsPage } from './reports-page';

it('somebody who ends one of their reports goes on at the next one', async () => {
  const report = (id: string, title: string) => ({ id, kind: 'sitting', reportId: id, rhythm: 'after_sitting', title: { el: title, en: title }, path: `/council/sittings/${id}`, since: '2026-05-01T09:00:00Z', sentAt: null });
  let mine = [report('a', 'Τακτική <script>'), report('b', 'Έκτακτη')];
  const answer = (operation: string, variables: Record<string, unknown>) => {
    if (operation === 'Me') return { me: { id: 'm', name: 'Μαρία', email: null, roles: ['council'], departmentId: null, districtId: null, locale: 'el', confirmed: true, hasPassword: true } };
    if (operation === 'MyReports') return { myReports: mine };
    if (operation !== 'EndReport') return { reportCertificate: { subject: 'Δ', issuer: 'Δ', fingerprint: 'ab', validFrom: '2026-01-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z', isSelfSigned: true } };
    mine = mine.filter(({ id }) => id !== variables['id']);
    return { endReportSubscription: { __typename: 'ReportEnded' } };
  };
  render(<Stage words={{ reports: el }} answer={answer}><ReportsPage /></Stage>);
  await userEvent.click(await screen.findByRole('button', { name: /Τακτική/ }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /Τακτική/ })).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Έκτακτη'));
});
