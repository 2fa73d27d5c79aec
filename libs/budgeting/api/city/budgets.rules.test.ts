import { type DeclaredRule, drawnOrder, QUESTION } from '@isegoria/budgeting/contracts';
import type { Phase } from '@isegoria/processes/contracts';
import { describe, expect, it } from 'vitest';
import { ballotsFile } from './ballots-file';
import type { StoredBallot } from './budget.schema';
import { centsOf, centsText } from './cents';
import { inOrder, notReady, stageOf } from './budgets.rules';

const day = (date: number) => new Date(Date.UTC(2027, 4, date));
const dates = { announcedAt: day(1), opensAt: day(5), closesAt: day(20), decidedAt: null };
const voting = { id: 'voting', opensAt: day(5), closesAt: day(20) } as Phase;

describe('a budget', () => {
  it('says how far it is at each moment', () => {
    expect(stageOf({ ...dates, announcedAt: null }, day(6))).toBe('preparing');
    expect([day(2), day(5), day(19), day(20)].map((now) => stageOf(dates, now))).toEqual(['announced', 'voting', 'voting', 'counting']);
    expect(stageOf({ ...dates, decidedAt: day(21) }, day(2))).toBe('decided');
  });

  it('is voted on when every project was looked at and every area has something to choose', () => {
    const budget = { areas: [{ id: 'city', money: 1, projects: [] }, { id: 'ormos', money: 1, projects: [] }] };
    const city = { areaId: 'city', feasibility: 'feasible' as const };
    const ormos = { areaId: 'ormos', feasibility: 'feasible' as const };
    expect(notReady(budget, [city, ormos], voting, day(2))).toBeNull();
    expect(notReady(budget, [city, { ...ormos, feasibility: 'unfeasible' }], voting, day(2))).toMatchObject({ reason: 'noProjects' });
    expect(notReady(budget, [city, ormos, { ...ormos, feasibility: 'undecided' }], voting, day(2))).toMatchObject({ reason: 'undecided' });
    expect(notReady(budget, [city, ormos], voting, day(20))).toMatchObject({ reason: 'noPhase' });
    expect(notReady(budget, [city, ormos], null, day(2))).toMatchObject({ reason: 'noPhase' });
  });

  it('shows the whole city first, then its districts as the city orders them', () => {
    expect(inOrder([{ id: 'pefka' }, { id: 'city' }, { id: 'kentro' }], ['kentro', 'pefka']).map(({ id }) => id)).toEqual(['city', 'kentro', 'pefka']);
  });

  it('tells every amount in cents, whatever its file counts in', () => {
    expect([centsOf(5, 0), centsOf(5, 2), centsOf(5000, 3)]).toEqual([500, 5, 500]);
    expect([centsText('12.345678', 0), centsText('12.3', 2), centsText('1234.5', 3), centsText('0.004', 0), centsText('7', 0)]).toEqual(['1234.5678', '12.3', '123.45', '0.4', '700']);
  });
});

describe('the published ballots', () => {
  const votesOf = (online: number, desk: number) => {
    const papers = (channel: 'online' | 'desk', many: number) => Array.from({ length: many }, () => ({ answers: [{ questionId: QUESTION, optionId: 'p1' }], channel, district: null }));
    const said = { title: 'Κυψέλη', city: 'Κυψέλη', area: 'city', year: 2027, currency: 'EUR', money: 1000, opensAt: day(5), closesAt: day(20), projects: [{ id: 'p1', number: 1, title: 'Βρύση', cost: 500, districtId: null, categoryId: null }] };
    const ballot = { form: 'approval', most: 5 } as StoredBallot;
    const rule = { name: 'greedy', threshold: 0, ties: [] } as unknown as DeclaredRule;
    return ballotsFile({ ...said, ballot, rule, papers: [...papers('online', online), ...papers('desk', desk)] }).split('VOTES\n')[1] ?? '';
  };

  it('tell by which way each came where each way was that of enough people, for who came alone would be known by it', () => {
    expect(votesOf(30, 1)).toMatch(/^voter_id;vote\n1;1\n/);
    expect(votesOf(30, 1)).not.toContain('desk');
    expect(votesOf(30, 12)).toMatch(/^voter_id;voting_method;vote\n1;internet;1\n/);
    expect(votesOf(30, 12).match(/;desk;/g)).toHaveLength(12);
    expect(votesOf(9, 0)).not.toContain('internet');
  });
});

describe('a visitor', () => {
  const projects = Array.from({ length: 20 }, (_, at) => ({ id: `p${at}` }));
  const firstOf = (lot: number) => drawnOrder(projects, lot)[0]?.id ?? '';

  it('finds the projects in the order of their last visit', () => {
    expect(drawnOrder([...projects].reverse(), 7)).toEqual(drawnOrder(projects, 7));
  });

  it('finds another project on top than others do, and each about as often', () => {
    const firsts = new Map<string, number>();
    for (let lot = 0; lot < 20_000; lot += 1) firsts.set(firstOf(lot), (firsts.get(firstOf(lot)) ?? 0) + 1);
    expect(firsts.size).toBe(20);
    for (const count of firsts.values()) expect(Math.abs(count - 1000)).toBeLessThan(160);
  });
});
