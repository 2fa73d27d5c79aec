import { render, screen } from '@testing-library/react';
import { el } from '@isegoria/organisation/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import { expect, it } from 'vitest';
import { useCity } from './use-city';

const district = (id: string, name: string, isRetired: boolean) => ({ id, name: { el: name, en: id }, population: 1, centre: null, outline: [], isRetired });
const city = { name: { el: 'Πόλη', en: 'City' }, population: 1, districts: [district('port', 'Λιμάνι', false), district('hill', 'Λόφος', true), district('well', 'Πηγάδι', true)], departments: [], categories: [] };

function Lists() {
  const { current, offered, every, districtName } = useCity();
  const labels = (choices: { label: string }[]) => choices.map(({ label }) => label).join(', ');
  return current && <p>{[labels(offered('districts')), labels(offered('districts', 'hill')), labels(every('districts')), districtName('well'), current.districts.length].join(' · ')}</p>;
}

it('what is retired is offered to nothing new but what carries it, and marked where one looks for it; its name is read as before', async () => {
  render(<Stage words={{ organisation: el as Words }} answer={() => ({ city })}><Lists /></Stage>);
  expect(await screen.findByText('Λιμάνι · Λιμάνι, Λόφος (καταργημένη) · Λιμάνι, Λόφος (καταργημένη), Πηγάδι (καταργημένη) · Πηγάδι · 1')).toBeDefined();
});
