import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AreaResult, BudgetProject, ProjectMade } from '@isegoria/budgeting/contracts';
import { signedIn } from '@isegoria/identity/api';
import { Events, startCity, Subjects, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import { VotesModule } from '@isegoria/votes/api';
import { BudgetingModule } from '../budgeting.module';
import { graphOf } from '../city.builders';
import { BudgetingSeed } from './budgeting.seed';

const work = 'id title proposal { id path } work { state progress spent milestones { title doneAt } acts { ada } news { text progress pictures { url alt width height } } }';
const projects = `query ($id: ID!) { budgetProjects(budgetId: $id) { ${work} cost isFunded } }`;
const byHome = '{ budgetResult(budgetId: "last-year", areaId: "city") { voters fairness { districts { district voters reached meanMoney } } greedy { fairness { districts { district voters reached } } } } }';
const titles: Record<string, [title: string, daysAgo: number]> = {
  'demo-0003': ['Ηχητικά φανάρια στο κέντρο', 200],
  'demo-0004': ['Ανοιχτές αυλές σχολείων τα Σαββατοκύριακα στο Κέντρο', 20],
};

describe('the demo city’s budgets', { timeout: 180_000 }, () => {
  let city: TestCity;
  const made: ProjectMade[] = [];

  beforeAll(async () => {
    city = await startCity([BudgetingModule, ProcessesModule, OrganisationModule, VotesModule]);
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    await signedIn(city, { roles: ['official'], departmentId: 'technical' });
    city.get(Subjects).register('proposal', {
      cards: (ids) => Promise.resolve(ids.flatMap((id) => {
        const [title, daysAgo] = titles[id] ?? [];
        return title && daysAgo ? [{ kind: 'proposal', id, title, path: `/proposals/${id}`, excerpt: '', authorId: null, isPublic: true, acceptsComments: false, createdAt: new Date(Date.now() - daysAgo * 86_400_000) }] : [];
      })),
    });
    city.get(Events).on('project.made', 'test', (one) => void made.push(one));
    let state = 7;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    await city.get(BudgetingSeed).run({ random, now: new Date(), scale: 0.3, progress: () => undefined, tell: () => undefined });
  }, 180_000);
  afterAll(() => city.stop());

  const of = async (id: string) => (await graphOf(city)<{ budgetProjects: (BudgetProject & { isFunded: boolean })[] }>(projects, { id })).budgetProjects;

  it('have a finished work told in full: steps, money, acts, and reports with pictures', async () => {
    const boardwalk = (await of('last-year')).find(({ title }) => title.startsWith('Ξύλινος διάδρομος'));
    expect(boardwalk).toMatchObject({ isFunded: true, work: { state: 'done', progress: 100, spent: 38_700_00 } });
    expect(boardwalk?.work?.spent).toBeLessThan(boardwalk?.cost ?? 0);
    expect(boardwalk?.work?.milestones.every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(boardwalk?.work?.acts).toHaveLength(2);
    expect(boardwalk?.work?.news.map(({ progress, pictures }) => [progress, pictures.length])).toEqual([[100, 1], [60, 1], [30, 0]]);
    const [picture] = boardwalk?.work?.news[0]?.pictures ?? [];
    expect(picture).toMatchObject({ alt: expect.stringContaining('διάδρομος'), width: 900, height: 600 });
    const shown = await fetch(`${city.url}${picture?.url}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, expect.stringContaining('image/')]);
  });

  it('have a project that came from a proposal, of before the check, and the proposal hears of it', async () => {
    const fromProposals = (await of('this-year')).filter(({ proposal }) => proposal);
    expect(fromProposals.map(({ proposal }) => proposal)).toEqual([{ id: 'demo-0003', path: '/proposals/demo-0003' }]);
    expect(made).toMatchObject([{ proposalId: 'demo-0003', title: fromProposals[0]?.title, path: `/budgets/this-year/projects/${fromProposals[0]?.id}` }]);
  });

  it('tell of last year where those live whom the result reached, by both rules', async () => {
    const { budgetResult: { voters, fairness, greedy } } = await graphOf(city)<{ budgetResult: AreaResult }>(byHome);
    const homes = fairness.districts;
    expect(homes.length).toBeGreaterThan(3);
    expect(homes.reduce((sum, home) => sum + home.voters, 0)).toBe(voters);
    for (const home of homes) {
      expect(home.voters).toBeGreaterThanOrEqual(10);
      expect(home.reached / home.voters).toBeGreaterThan(0);
    }
    expect(greedy.fairness.districts.map(({ district, voters: people }) => [district, people])).toEqual(homes.map(({ district, voters: people }) => [district, people]));
    const votes = await city.get<Connection>(getConnectionToken()).collection('casts').find().toArray();
    const sealed = votes.flatMap(({ casts }) => JSON.parse(String(casts)) as { ballotId: string; district?: string }[]).filter(({ ballotId }) => ballotId.startsWith('budget:this-year'));
    expect(sealed.every(({ district }) => district === undefined)).toBe(true);
  });
});
