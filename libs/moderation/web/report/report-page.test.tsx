import { render, screen } from '@testing-library/react';
import { el } from '@isegoria/moderation/contracts';
import { Stage } from '@isegoria/ui/web';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { Component } from './report-page';

const me = { id: 'm', name: 'Μαρία', roles: ['citizen'], confirmed: true };
const visit = (path: string) => render(
  <Stage words={{ moderation: el, ui: {}, identity: {} }} path={path} answer={(operation, { item }) => (operation === 'MayBeReported' ? { mayBeReported: (item as { id: string }).id === 'there' } : { me })}>
    <Routes>
      <Route path="/report/:kind/:id" element={<Component />} />
    </Routes>
  </Stage>,
);

it('the page of a report to what is not there says so, and shows no form', async () => {
  visit('/report/proposal/unknown');
  await screen.findByRole('heading', { level: 1, name: el.report.none });
  expect(screen.queryByRole('form')).toBeNull();
});

it('the page of a report to what is there has its form', async () => {
  visit('/report/proposal/there');
  await screen.findByRole('form', { name: el.report.title });
  expect(screen.getByRole('heading', { level: 1, name: el.report.page })).toBeTruthy();
});
