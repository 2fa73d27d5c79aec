import { CITY, type DeclaredRule, plainAmount, QUESTION, writePb } from '@isegoria/budgeting/contracts';
import { smallestGroup } from '@isegoria/statistics/contracts';
import type { Paper } from '@isegoria/votes/api';
import type { StoredBallot } from './budget.schema';

/** What a ballot's file says: everything that a stranger needs to count it again. */
export interface BallotsToWrite {
  title: string;
  city: string;
  area: string;
  year: number;
  currency: string;
  /** Cents. */
  money: number;
  opensAt: Date | null;
  closesAt: Date | null;
  ballot: StoredBallot;
  rule: DeclaredRule;
  projects: readonly { id: string; number: number; title: string; cost: number; districtId: string | null; categoryId: string | null }[];
  papers: readonly Paper[];
}

const voteTypes = { approval: 'approval', points: 'cumulative', ranking: 'ordinal' } as const;

/**
 * The ballots of an area as a Pabulib file. A voter's number is the place of their paper among papers ordered by what is on them, so that it says nothing
 * about anybody, and nothing here can be joined with another area, another budget or the public ledger. By which way a ballot came is told where
 * each way was that of enough people: the one who came to the desk would be known by it.
 */
export function ballotsFile(said: BallotsToWrite): string {
  const { ballot, projects, papers } = said;
  const numbers = new Map(projects.map(({ id, number }) => [id, String(number)]));
  const hasPoints = ballot.form === 'points';
  const rows = papers.map((paper) => votesOf(paper, numbers));
  const votes = countOf(rows);
  const tellsChannels = hasOnlyLargeGroups(papers.map(({ channel }) => channel));
  return writePb(
    {
      meta: metaOf(said),
      projectColumns: ['project_id', 'cost', 'votes', 'name', 'district', 'category'],
      projects: projects.map(({ number, cost, title, districtId, categoryId }) => [String(number), plainAmount(cost, 2), String(votes.get(String(number)) ?? 0), title, districtId ?? CITY, categoryId ?? '']),
      voteColumns: ['voter_id', ...(tellsChannels ? ['voting_method'] : []), 'vote', ...(hasPoints ? ['points'] : [])],
    },
    rows.map(({ chosen, points, channel }, at) => [String(at + 1), ...(tellsChannels ? [channel === 'online' ? 'internet' : channel] : []), chosen.join(','), ...(hasPoints ? [points.join(',')] : [])]),
  );
}

function votesOf({ answers, channel }: Paper, numbers: ReadonlyMap<string, string>) {
  const known = answers.filter(({ questionId, optionId }) => questionId === QUESTION && numbers.has(optionId));
  return { channel, chosen: known.map(({ optionId }) => numbers.get(optionId) ?? ''), points: known.map(({ points }) => points ?? 1) };
}

function hasOnlyLargeGroups(groups: readonly string[]): boolean {
  const sizes = new Map<string, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].every((size) => size >= smallestGroup);
}

function countOf(rows: readonly { chosen: string[] }[]): Map<string, number> {
  const votes = new Map<string, number>();
  for (const { chosen } of rows) for (const number of chosen) votes.set(number, (votes.get(number) ?? 0) + 1);
  return votes;
}

function metaOf({ title, city, area, year, currency, money, opensAt, closesAt, ballot, rule, projects, papers }: BallotsToWrite): [string, string][] {
  const meta: [string, string | number | null][] = [
    ['description', title], ['country', 'Greece'], ['unit', city], ['subunit', area], ['instance', year], ['num_projects', projects.length], ['num_votes', papers.length],
    ['budget', plainAmount(money, 2)], ['vote_type', voteTypes[ballot.form]], ['rule', rule.name], ['currency', currency], ['language', 'el'],
    ['date_begin', dayOf(opensAt)], ['date_end', dayOf(closesAt)], ['max_length', ballot.most], ['max_sum_cost', ballot.withinMoney ? plainAmount(money, 2) : null],
    ['max_sum_points', ballot.form === 'points' ? ballot.points : null], ['min_project_score_threshold', rule.threshold],
    ['utility', rule.utility ?? null], ['completion', rule.completion ?? null], ['stop', rule.stop ?? null], ['comparison', rule.comparison ?? null], ['ties', rule.ties.join(',')],
  ];
  return meta.filter((row): row is [string, string | number] => row[1] !== null).map(([key, value]) => [key, String(value)]);
}

/** The day as Pabulib writes it. */
function dayOf(at: Date | null): string | null {
  if (!at) return null;
  const [year, month, day] = at.toISOString().slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}
