import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Oracle, OracleRow } from '@isegoria/kernel/api';
import { type Conversation, numbered } from './format/conversation';
import { folderOf, readConversation } from './format/read-folder';
import { opinionReport } from './format/report';
import { consensus, countsByGroup, ratioTest, share, shareTest } from './method/figures';
import { dueWeight } from './method/next-statement';
import { type OpinionMap, opinionMap } from './method/opinion-map';
import { adjustedRand } from './method/rand-index';
import { alikeness, type Labels, onlyOf, samples, silhouetteOfAnswers } from './method/quality';
import { seeded } from '@isegoria/kernel/contracts';
import { distancesOf, silhouette } from './method/silhouette';
import { type Votes, votesOf } from './method/votes';

const polis = ['canadian-electoral-reform', 'vtaiwan.uberx', 'ssis.land-bank-farmland.2rumnecbeh.2021-08-01'];
const fixtures = ['150ptpt-3gp-no-strict-no-meta', '25ptpt-3gp-no-strict-with-meta', 'below-100-ptpts'];
const atLeast: Record<string, number> = { 'canadian-electoral-reform': 0.95 };
const exact = 1e-9;
/** Their weights are of an earlier recomputation than their projection: the counts are the same, the extremities of some statements are not. */
const staleWeights = new Set(['150ptpt-3gp-no-strict-no-meta', 'below-100-ptpts']);

/** Opinion groups beside what Polis published and what red-dwarf 0.4.0 finds. */
export const oracle: Oracle = {
  name: 'opinions',
  needs: ['polis', 'polis-math-fixtures'],
  run(data) {
    return Promise.resolve([...polis.flatMap((name) => ofExport(data, name)), ...fixtures.flatMap((name) => ofFixture(data, name))]);
  },
};

function json<T>(...path: string[]): T {
  return JSON.parse(gunzipSync(readFileSync(join(...path))).toString('utf8')) as T;
}

interface PublishedGroups {
  votes: number;
  group_sizes: Record<string, number>;
  statements_data: Record<string, { group_votes: Record<string, [number, number, number]>; gac_agree: number; gac_disagree: number }>;
}
interface RedDwarf {
  default: { adjusted_rand_index_vs_published: number };
}

function ofExport(data: string, name: string): OracleRow[] {
  const conversation = readConversation(folderOf(join(data, 'polis', name)));
  const published = json<PublishedGroups>(data, 'polis', 'oracle', `${name}.published-groups.json.gz`);
  const redDwarf = json<RedDwarf>(data, 'polis', 'oracle', `${name}.red-dwarf.json.gz`).default.adjusted_rand_index_vs_published;
  return [...figuresOf(conversation, published, name), ...groupsOf(conversation, name, redDwarf)];
}

/** Every count and every consensus figure of the published groups. The file gives consensus to nine digits. */
function figuresOf(conversation: Conversation, published: PublishedGroups, name: string): OracleRow[] {
  const report = opinionReport(conversation, conversation.groups);
  const byId = new Map(report.statements.map((statement) => [statement.id, statement]));
  let [cells, wrong, furthest] = [0, 0, 0];
  for (const [id, { group_votes, gac_agree, gac_disagree }] of Object.entries(published.statements_data)) {
    const statement = byId.get(id);
    for (const [group, [agrees, disagrees, seen]] of Object.entries(group_votes)) {
      const found = statement?.votes[group];
      cells += 3;
      if (found?.agrees !== agrees || found.disagrees !== disagrees || found.seen !== seen) wrong += 1;
    }
    furthest = Math.max(furthest, Math.abs((statement?.consensus.agree ?? NaN) - gac_agree), Math.abs((statement?.consensus.disagree ?? NaN) - gac_disagree));
  }
  const statements = Object.keys(published.statements_data).length;
  return [
    row(`${name}: answers`, String(report.answers), String(published.votes), report.answers === published.votes),
    row(`${name}: ${cells} counts of the published groups`, `${wrong} groups of counts differ`, '0 groups of counts differ', wrong === 0),
    row(`${name}: consensus of ${statements} statements, furthest`, furthest.toExponential(1), '<= 1e-9', furthest <= exact),
  ];
}

/** From the answers alone. Only the index against red-dwarf's is a goal; the rest is told as it is. */
function groupsOf(conversation: Conversation, name: string, redDwarf: number): OracleRow[] {
  const { votes, out } = numbered(conversation);
  const map = opinionMap(votes, { out });
  if (!map) return [row(`${name}: groups`, 'none', 'some', false)];
  const shared = [...map.rows].flatMap((who, at) => {
    const group = conversation.groups.get(conversation.participants[who] ?? '');
    return group === undefined ? [] : [{ found: map.labels[at] ?? 0, published: Number(group) }];
  });
  const index = adjustedRand(shared.map(({ found }) => found), shared.map(({ published }) => published));
  const goal = Math.max(atLeast[name] ?? 0, Math.floor(redDwarf * 1000) / 1000);
  return [
    row(`${name}: adjusted Rand index with the published groups (red-dwarf ${redDwarf})`, index.toFixed(3), `>= ${goal.toFixed(3)}`, index >= goal),
    row(`${name}: groups of (published ${sizesOf(shared.map(({ published }) => published))})`, sizesOf([...map.labels]), 'any', true),
    row(`${name}: silhouette on the map`, map.silhouette.toFixed(3), 'any', true),
    ...likeForLike(name, votes, out),
    row(`${name}: silhouette in the answers themselves`, silhouetteOfAnswers(votes, out, labelsOf(map)).toFixed(3), 'any', true),
    row(`${name}: stability, mean index over 10 samples of 80 % of the people`, stability(votes, out, map).toFixed(3), 'any', true),
  ];
}

/** What red-dwarf 0.4.0 reaches on its own map, as the bench measures it. */
const redDwarfSilhouettes: Record<string, number> = { 'canadian-electoral-reform': 0.677, 'vtaiwan.uberx': 0.476, 'ssis.land-bank-farmland.2rumnecbeh.2021-08-01': 0.498 };

/** The same places as red-dwarf's (as much doubt as statements were taken out), cut our way: like for like, to its three digits. */
function likeForLike(name: string, votes: Votes, out: ReadonlySet<number>): OracleRow[] {
  const map = opinionMap(votes, { out, doubt: out.size });
  const found = map ? silhouette(distancesOf(map), new Float64Array(map.x.length).fill(1), map.labels, Math.max(...map.labels) + 1) : 0;
  const theirs = redDwarfSilhouettes[name] ?? 0;
  return [row(`${name}: silhouette on a map of red-dwarf's scale`, found.toFixed(3), `>= ${theirs.toFixed(3)}`, Number(found.toFixed(3)) >= theirs)];
}

/** How alike the groups stay when one in five people had not come. */
function stability(votes: Votes, out: ReadonlySet<number>, whole: OpinionMap): number {
  const labels = labelsOf(whole);
  const indices = samples(votes, 10, seeded(2026)).map((came) => alikeness(labels, labelsOf(opinionMap(onlyOf(votes, came), { out }))));
  return indices.reduce((sum, index) => sum + index, 0) / indices.length;
}

const labelsOf = (map: OpinionMap | null): Labels => new Map([...(map?.rows ?? [])].map((who, at) => [who, map?.labels[at] ?? 0]));

interface Repness { tid: number; 'n-success': number; 'n-trials': number; 'p-success': number; 'p-test': number; 'repness-test': number; repness: number; 'repful-for': 'agree' | 'disagree' }
interface MathFile {
  tids: number[];
  n: number;
  'meta-tids': number[];
  'group-clusters': { id: number; members: number[] }[];
  'base-clusters': { id: number[]; members: number[][] };
  'group-votes': Record<string, { votes: Record<string, { A: number; D: number; S: number }> }>;
  'group-aware-consensus': Record<string, number>;
  'comment-priorities': Record<string, number>;
  pca: { 'comment-projection': [number[], number[]] };
  repness: Record<string, Repness[]>;
}
/** One of the files calls them otherwise. */
interface FixtureVote { participant_id?: number; pid?: number; statement_id?: number; tid?: number; vote: -1 | 0 | 1; modified: number | string }

/** What the production worker published: counts, consensus, representativeness and the weights of the next statement. */
function ofFixture(data: string, name: string): OracleRow[] {
  const math = json<MathFile>(data, 'polis-math-fixtures', name, 'math-pca2.json.gz');
  const cast = json<FixtureVote[]>(data, 'polis-math-fixtures', name, 'votes.json.gz')
    .sort((one, other) => Number(one.modified) - Number(other.modified))
    .map(({ participant_id, pid, statement_id, tid, vote }) => ({ person: participant_id ?? pid ?? -1, statement: statement_id ?? tid ?? -1, vote }));
  const people = [...new Set(cast.map(({ person }) => person))];
  const statements = [...new Set(cast.map(({ statement }) => statement))];
  const [personOf, statementOf] = [new Map(people.map((id, at) => [id, at])), new Map(statements.map((id, at) => [id, at]))];
  const answers = cast.map(({ person, statement, vote }) => ({ participant: personOf.get(person) ?? -1, statement: statementOf.get(statement) ?? -1, value: vote }));
  const votes = votesOf(answers, people.length, statements.length);
  const groupOf = new Map(math['group-clusters'].flatMap(({ id, members }) => members.flatMap((base) => (math['base-clusters'].members[math['base-clusters'].id.indexOf(base)] ?? []).map((person) => [person, id] as const))));
  const counts = countsByGroup(votes, (who) => groupOf.get(people[who] ?? -1) ?? -1, math['group-clusters'].length);
  const at = (group: number, id: number) => counts[group]?.[statementOf.get(id) ?? -1] ?? { agrees: 0, disagrees: 0, seen: 0 };
  return [...countRows(name, math, at), ...repnessRows(name, math, at), priorityRow(name, math, votes, statementOf)];
}

type At = (group: number, statement: number) => { agrees: number; disagrees: number; seen: number };

function countRows(name: string, math: MathFile, at: At): OracleRow[] {
  let [cells, wrong] = [0, 0];
  for (const [group, { votes }] of Object.entries(math['group-votes'])) {
    for (const [id, { A, D, S }] of Object.entries(votes)) {
      const found = at(Number(group), Number(id));
      cells += 1;
      if (found.agrees !== A || found.disagrees !== D || found.seen !== S) wrong += 1;
    }
  }
  const groups = math['group-clusters'].map(({ id }) => id);
  const differences = Object.entries(math['group-aware-consensus']).map(([id, value]) => Math.abs(consensus(groups.map((group) => at(group, Number(id))), 'agree') - value));
  const furthest = Math.max(...differences);
  return [
    row(`${name}: ${cells} cells of votes by group`, `${wrong} differ`, '0 differ', wrong === 0),
    row(`${name}: consensus of ${differences.length} statements, furthest`, furthest.toExponential(1), '<= 1e-9', furthest <= exact),
  ];
}

/** The file gives the tests in single precision or less, so they are compared to six digits. */
function repnessRows(name: string, math: MathFile, at: At): OracleRow[] {
  const groups = math['group-clusters'].map(({ id }) => id);
  let [rows, furthest, furthestTest] = [0, 0, 0];
  for (const [group, list] of Object.entries(math.repness)) {
    for (const one of list) {
      const side = one['repful-for'] === 'agree' ? 'agrees' : 'disagrees';
      const [mine, others] = [at(Number(group), one.tid), groups.filter((id) => id !== Number(group)).map((id) => at(id, one.tid))];
      const [taken, seen] = [others.reduce((sum, count) => sum + count[side], 0), others.reduce((sum, count) => sum + count.seen, 0)];
      rows += 1;
      furthest = Math.max(furthest, Math.abs(share(mine[side], mine.seen) - one['p-success']), Math.abs(shareTest(mine[side], mine.seen) - one['p-test']));
      furthestTest = Math.max(furthestTest, Math.abs(ratioTest(mine[side], mine.seen, taken, seen) - one['repness-test']), Math.abs(share(mine[side], mine.seen) / share(taken, seen) - one.repness));
    }
  }
  return [
    row(`${name}: share and its test of ${rows} representative statements, furthest`, furthest.toExponential(1), '<= 1e-9', furthest <= exact),
    row(`${name}: ratio of shares and its test of the same, furthest`, furthestTest.toExponential(1), '<= 1e-5', furthestTest <= 1e-5),
  ];
}

function priorityRow(name: string, math: MathFile, votes: Votes, statementOf: Map<number, number>): OracleRow {
  const all = countsByGroup(votes, () => 0, 1)[0] ?? [];
  const [xs, ys] = math.pca['comment-projection'];
  const meta = new Set(math['meta-tids']);
  let [compared, exactly] = [0, 0];
  for (const [at, id] of math.tids.entries()) {
    const count = all[statementOf.get(id) ?? -1];
    const published = math['comment-priorities'][String(id)];
    if (!count || published === undefined || meta.has(id)) continue;
    const weight = dueWeight({ agrees: count.agrees, passes: count.seen - count.agrees - count.disagrees, seen: count.seen, extremity: Math.hypot(xs[at] ?? 0, ys[at] ?? 0) });
    compared += 1;
    if (Math.abs(weight - published) / published <= exact) exactly += 1;
  }
  const isOld = staleWeights.has(name);
  return row(`${name}: weights of ${compared} next statements, the same to 1e-9`, String(exactly), isOld ? 'any: the file keeps older extremities' : String(compared), isOld || exactly === compared);
}

const sizesOf = (labels: number[]): string => [...new Set(labels)].sort().map((label) => labels.filter((other) => other === label).length).sort((one, other) => other - one).join(' + ');

function row(name: string, found: string, expected: string, holds: boolean): OracleRow {
  return { name, found, expected, holds };
}
