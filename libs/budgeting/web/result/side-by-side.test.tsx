import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { el } from '@isegoria/budgeting/contracts';
import { Stage, type Words } from '@isegoria/ui/web';
import type { ShownBudget, ShownResult } from '../documents';
import { SideBySide } from './side-by-side';

const fairness = (over: Partial<ShownResult['fairness']> = {}): ShownResult['fairness'] => ({ funded: 2, spent: 90_000_00, reached: 80, voters: 100, meanMoney: 900_00, medianMoney: 700_00, districts: [], ...over });
const home = (district: string, voters: number, reached: number, meanMoney: number) => ({ district, funded: 0, spent: 0, voters, reached, meanMoney });
const area = (id: string) => ({ id, districtId: id === 'city' ? null : id, money: 100_000_00, ballotId: id, projects: 3, cost: 0, voters: 50, outcome: { funded: 1, spent: 40_000_00, reached: 0.5 } });
const aBudget = (over: Partial<ShownBudget> = {}) => ({ id: 'b', currency: 'EUR', secrecy: 'secret', areas: [area('city'), area('kentro')], ...over }) as ShownBudget;
const aResult = (over: Partial<ShownResult> = {}) => ({ id: 'b.city', areaId: 'city', projects: [], fairness: fairness(), greedy: { winners: [], fairness: fairness({ reached: 40 }) }, ...over }) as unknown as ShownResult;
const name = (text: string) => ({ el: text, en: text });
const city = { name: name('Πόλη'), population: 1, departments: [], categories: [], districts: [{ id: 'kentro', name: name('Κέντρο'), population: 1, centre: null, outline: null }, { id: 'ormos', name: name('Όρμος'), population: 1, centre: null, outline: null }] };

const show = (budget: ShownBudget, result: ShownResult) =>
  render(<Stage words={{ budgeting: el as Words, ui: {}, organisation: {} }} answer={() => ({ city })}><SideBySide budget={budget} result={result} /></Stage>);

describe('whoever compares the declared rule with votes alone', () => {
  it('reads by district, for both, how many voters have a project of theirs and how much money each', async () => {
    const districts = [home('kentro', 60, 54, 1000_00), home('ormos', 40, 26, 750_00), home('city', 0, 0, 0)];
    const byVotes = [home('kentro', 60, 36, 1200_00), home('ormos', 40, 4, 150_00)];
    show(aBudget(), aResult({ fairness: fairness({ districts }), greedy: { winners: [], fairness: fairness({ districts: byVotes }) } }));
    const table = await screen.findByRole('table', { name: 'Πού μένουν όσοι ψήφισαν' });
    await within(table).findByText('Κέντρο');
    const rows = within(table).getAllByRole('row').slice(1).map((row) => [...row.children].map(({ textContent }) => textContent.replaceAll(/\s/g, ' ')));
    expect(rows).toEqual([
      ['Κέντρο', '60', '90 %', '60 %', '1.000 €', '1.200 €'],
      ['Όρμος', '40', '65 %', '10 %', '750 €', '150 €'],
    ].map((row) => row.map((cell) => expect.stringMatching(new RegExp(`^${cell.replaceAll('.', '\\.').replace(' %', ' ?%')}$`)) as string)));
  });

  it('is told why there is nothing by district where the ballots were sealed, and reads the areas instead', async () => {
    show(aBudget({ secrecy: 'sealed' }), aResult());
    expect(await screen.findByText(/Οι ψήφοι ήταν σφραγισμένες/)).toBeTruthy();
    expect(within(screen.getByRole('table', { name: 'Περιοχή με περιοχή' })).getAllByRole('row')).toHaveLength(3);
  });

  it('is not told of seals where there were none', async () => {
    show(aBudget(), aResult());
    await screen.findByRole('table', { name: 'Περιοχή με περιοχή' });
    expect(screen.queryByText(/σφραγισμένες/)).toBeNull();
  });
});
