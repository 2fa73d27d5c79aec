/** From a map and the answers to what everybody may see of it: rounded places, counts by group, what unites and what parts. */
import type { OpinionFinding, OpinionGroup } from '@isegoria/opinions/contracts';
import type { KeptMap } from './kept-map';
import { consensus, type Count, countsByGroup, representatives, share, shareTest, significant } from './method/figures';
import type { OpinionMap } from './method/opinion-map';
import { rowsOf, type Votes } from './method/votes';

export interface MapInput {
  votes: Votes;
  statements: { id: string; text: string }[];
  out: ReadonlySet<number>;
  map: OpinionMap | null;
  minimum: number;
  version: number;
  at: Date;
}

const most = 5;
const splitFrom = 0.3;

/** Where fewer than twice the minimum stand on the map nobody is drawn; where they make one group alone, no group is told. */
export function shownMap({ votes, statements, out, map, minimum, version, at }: MapInput): KeptMap['shown'] {
  const enough = map !== null && map.rows.length >= 2 * minimum;
  const names = enough && map.groups.length > 1 ? map.groups : [];
  const groupOfRow = new Int8Array(rowsOf(votes)).fill(names.length);
  if (enough && names.length > 0) map.rows.forEach((row, place) => (groupOfRow[row] = names.indexOf(map.labels[place] ?? 0)));
  const counts = countsByGroup(votes, (row) => groupOfRow[row] ?? names.length, names.length + 1);
  const findings = statements.flatMap(({ id, text }, number) => (out.has(number) ? [] : [findingOf({ id, text }, counts.map((ofGroup) => ofGroup[number] ?? none), names)]));
  const participants = groupOfRow.filter((_, row) => (votes.starts[row + 1] ?? 0) > (votes.starts[row] ?? 0)).length;
  return {
    version,
    at,
    participants,
    answers: findings.reduce((sum, { agrees, disagrees, passes }) => sum + agrees + disagrees + passes, 0),
    points: enough ? pointsOf(map, names) : [],
    groups: enough ? groupsOf(map, { counts: counts.slice(0, names.length), names, statements, out }) : [],
    agreed: findings.filter(isAgreed).sort((one, other) => strength(other) - strength(one)).slice(0, most),
    split: findings.filter((finding) => gap(finding) >= splitFrom).sort((one, other) => gap(other) - gap(one)).slice(0, most),
    findings,
  };
}

function findingOf({ id, text }: { id: string; text: string }, counts: Count[], names: number[]): OpinionFinding {
  const groups = names.map((group, at) => ({ group, ...told(counts[at] ?? none) }));
  const all = counts.reduce((sum, count) => ({ agrees: sum.agrees + count.agrees, disagrees: sum.disagrees + count.disagrees, seen: sum.seen + count.seen }), none);
  const parts = names.length > 0 ? counts.slice(0, names.length) : [all];
  return { statement: id, text, ...told(all), groups, agreement: consensus(parts, 'agree'), disagreement: consensus(parts, 'disagree') };
}

/** Every group takes the same side, each by more than chance explains. */
function isAgreed({ groups, agrees, disagrees, passes }: OpinionFinding): boolean {
  const parts = groups.length > 0 ? groups : [{ agrees, disagrees, passes }];
  const sure = (side: 'agrees' | 'disagrees') => parts.every((part) => shareTest(part[side], part.agrees + part.disagrees + part.passes) > significant);
  return sure('agrees') || sure('disagrees');
}

const strength = ({ agreement, disagreement }: OpinionFinding): number => Math.max(agreement, disagreement);

/** How far apart the groups are: between the largest and the smallest share that agrees. */
function gap({ groups }: OpinionFinding): number {
  const shares = groups.map(({ agrees, disagrees, passes }) => share(agrees, agrees + disagrees + passes));
  return shares.length > 1 ? Math.max(...shares) - Math.min(...shares) : 0;
}

function groupsOf(map: OpinionMap, { counts, names, statements, out }: { counts: Count[][]; names: number[]; statements: { id: string; text: string }[]; out: ReadonlySet<number> }): OpinionGroup[] {
  return names.map((group, own) => ({
    group,
    people: map.labels.filter((label) => label === group).length,
    holds: representatives(counts, own, { out, most }).map((held) => ({
      statement: statements[held.statement]?.id ?? '',
      text: statements[held.statement]?.text ?? '',
      agrees: held.side === 'agree',
      share: held.seen > 0 ? held.taken / held.seen : 0,
    })),
  }));
}

/** Rounded, in an order that says nothing about when anybody came. */
function pointsOf({ points }: OpinionMap, names: number[]): KeptMap['shown']['points'] {
  const drawn = [...points.x].map((x, at) => ({ x: rounded(x), y: rounded(points.y[at] ?? 0), people: points.weight[at] ?? 0, group: names.length > 0 ? (points.labels[at] ?? 0) : -1 }));
  return drawn.filter(({ people }) => people > 0).sort((one, other) => one.x - other.x || one.y - other.y);
}

const none: Count = { agrees: 0, disagrees: 0, seen: 0 };
const told = ({ agrees, disagrees, seen }: Count) => ({ agrees, disagrees, passes: seen - agrees - disagrees });
const rounded = (value: number): number => Math.round(value * 100) / 100;
