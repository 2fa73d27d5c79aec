import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommentsModule } from '@isegoria/comments/api';
import { Citizens } from '@isegoria/identity/api';
import { Figures, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import type { ProposalPage } from '@isegoria/proposals/contracts';
import { VotesModule } from '@isegoria/votes/api';
import { ProposalsModule } from '../proposals.module';
import { ideas } from './ideas';
import { ProposalsSeed } from './proposals.seed';

const now = new Date('2026-11-20T09:00:00Z');

describe('the demo city', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([ProposalsModule, ProcessesModule, OrganisationModule, VotesModule, CommentsModule]);
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(now);
    await city.get(Citizens).createMany(Array.from({ length: 40 }, (_, at) => ({ name: `Πολίτης ${at}`, made: true, confirmed: true })));
    let state = 7;
    const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const context = { random, now, scale: 0.1, progress: () => undefined, tell: () => undefined };
    await city.get(ProposalsSeed).run(context);
    await city.get(ProposalsSeed).run(context);
  }, 240_000);
  afterAll(() => city.stop());

  it('has at least ninety wishes and a hundred and fifty arguments in words of their own', () => {
    const all = Object.values(ideas).flat();
    const said = new Set(all.flatMap((idea) => [...idea.for, ...idea.against]));
    expect(all.length).toBeGreaterThanOrEqual(90);
    expect(said.size).toBeGreaterThanOrEqual(150);
  });

  it('reads as a city: no text twice, no gap left open, some answered', async () => {
    const { data } = await city.graph<{ proposals: ProposalPage }>('{ proposals(first: 100) { total items { title text status supports category { id } district { id } } } }');
    const { items } = data.proposals;
    expect(items.length).toBeGreaterThan(15);
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
    expect(items.filter(({ title, text }) => /[{}|]/.test(title + text))).toEqual([]);
    expect(items.every(({ category, district }) => category !== null && district !== null)).toBe(true);
    expect(items[0]?.supports).toBe(40);
  });

  it('has said yes, no and done in these days, and not only that it is looking', async () => {
    const { data } = await city.graph<{ proposals: ProposalPage }>('{ proposals(sort: ANSWERED, first: 100) { items { answer { status answeredAt } } } }');
    const lately = data.proposals.items.map(({ answer }) => answer).filter((last) => now.getTime() - Date.parse(String(last?.answeredAt)) < 4 * 86_400_000);
    expect(lately.map((last) => last?.status)).toEqual(expect.arrayContaining(['IMPLEMENTED', 'ACCEPTED', 'REJECTED']));
  });

  it('counts for the council what was asked, where, and what waits', async () => {
    const figures = city.get(Figures).inOrder().filter(({ id }) => id.startsWith('proposals.'));
    expect(figures.map(({ id }) => id)).toEqual(['proposals.by-category', 'proposals.by-district', 'proposals.by-status', 'proposals.by-week', 'proposals.waiting', 'proposals.time-to-answer']);
    const rows = await Promise.all(figures.map((figure) => figure.rows()));
    const total = (at: number) => rows[at]?.reduce((sum, row) => sum + Number(row['proposals']), 0);
    expect(total(0)).toBeGreaterThan(15);
    expect(total(0)).toBe(total(1));
    expect(total(0)).toBe(total(2));
    expect(rows[4]?.map((row) => Object.keys(row))[0]).toEqual(['name', 'onTime', 'overdue', 'lateSteps', 'waitingDays', 'answeredDays']);
  });
});
