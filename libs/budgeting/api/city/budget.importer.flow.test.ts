import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaResult, Budget } from '@isegoria/budgeting/contracts';
import { Importers, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { BudgetingModule } from './budgeting.module';
import { graphOf } from './city.builders';

const election = `META
key;value
description;Municipal PB in <script>alert(1)</script>
country;Poland
unit;Wieliczka
instance;2023
num_projects;3
num_votes;4
budget;1000.50
vote_type;approval
rule;greedy
date_begin;02.05.2023
date_end;20.05.2023
currency;PLN
PROJECTS
project_id;cost;votes;name;selected
A7;800.50;3;Park;1
B2;300;2;Library;0
C9;200;2;Benches;1
VOTES
voter_id;vote
1;A7,B2
2;A7,C9
3;A7,C9
4;B2
`;

describe('a clerk who imports an election', () => {
  let city: TestCity;
  beforeAll(async () => void (city = await startCity([BudgetingModule])), 90_000);
  afterAll(() => city.stop());

  const bring = async (text: string) => {
    const told = { added: 0, unchanged: 0, refused: [] as string[] };
    await city.get(Importers).named('budget')?.run(text, { total: () => undefined, added: () => void told.added++, unchanged: () => void told.unchanged++, changed: () => undefined, refused: (record, why) => void told.refused.push(`${record}: ${why}`) });
    return told;
  };

  it('finds a past budget with its result, and the file as it came', async () => {
    expect(await bring(election)).toEqual({ added: 1, unchanged: 0, refused: [] });
    const { budgets } = await graphOf(city)<{ budgets: Budget[] }>('{ budgets { id stage title { el } currency money rule { name } areas { voters outcome { funded spent } } } }');
    expect(budgets).toMatchObject([{ stage: 'decided', title: { el: 'Wieliczka, 2023' }, currency: 'PLN', money: 100_050, rule: { name: 'greedy' }, areas: [{ voters: 4, outcome: { funded: 2, spent: 100_050 } }] }]);
    const { budgetResult: result } = await graphOf(city)<{ budgetResult: AreaResult }>('query ($id: ID!) { budgetResult(budgetId: $id, areaId: "city") { otherwise pbUrl projects { title votes cost isFunded } } }', { id: budgets[0]?.id });
    expect(result.otherwise).toBe(0);
    expect((await city.get(Subjects).findOf('project', 'a bench', 5)).map(({ title }) => title), 'its projects are found as any other').toEqual(['Benches']);
    expect(result.projects).toEqual([{ title: 'Park', votes: 3, cost: 80_050, isFunded: true }, { title: 'Library', votes: 2, cost: 30_000, isFunded: false }, { title: 'Benches', votes: 2, cost: 20_000, isFunded: true }]);
    expect(await (await fetch(`${city.url}${result.pbUrl}`)).text()).toBe(election);
  });

  it('may do it twice', async () => {
    expect(await bring(election)).toEqual({ added: 0, unchanged: 1, refused: [] });
  });

  it('reads every defect with its line, and nothing comes in', async () => {
    const wrong = await bring(election.replace('B2;300;', 'B2;-300;').replace('4;B2', '4;B2,Z1').replace('unit;Wieliczka', 'unit;Elsewhere'));
    expect(wrong).toMatchObject({ added: 0, unchanged: 0 });
    expect(wrong.refused.join('\n')).toMatch(/line 18: .*-300.*B2[\s\S]*line 25: .*Z1/);
    expect((await graphOf(city)<{ budgets: Budget[] }>('{ budgets { id } }')).budgets).toHaveLength(1);
  });
});
