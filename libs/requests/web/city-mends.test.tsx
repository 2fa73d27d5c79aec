import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { el } from '@isegoria/requests/contracts';
import { Stage } from '@isegoria/ui/web';
import { aCity, words } from './a-request.builders';
import CityMends from './city-mends';

it('the home page says what was mended of late, and leads to reporting more', async () => {
  render(<Stage words={words} answer={aCity().answer}><CityMends /></Stage>);
  expect(await screen.findByText('Σε 30 ημέρες: 40 αιτήματα, 31 διορθώθηκαν.')).toBeDefined();
  expect(screen.getByRole('link', { name: el.act.report }).getAttribute('href')).toBe('/requests/new');
});

it('and a city where nothing was reported yet names what one could', async () => {
  render(<Stage words={words} answer={aCity({ RequestTotals: () => ({ requestTotals: { open: 0, overdue: 0, submitted: 0, fixed: 0, medianDays: null } }) }).answer}><CityMends /></Stage>);
  expect(await screen.findByText(el.home.lead)).toBeDefined();
});
