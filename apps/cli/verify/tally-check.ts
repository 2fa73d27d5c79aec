import { type BallotCount, countIn, digest, type Recount } from '@isegoria/ledger/contracts';
import type { CityFiles } from './city-files';
import type { Problem } from './report';

/** A tally as the site shows it. */
export interface ShownTally {
  ballotId: string;
  voters: number;
  counts: { questionId: string; optionId: string; count: number; points?: number | null; first?: number | null }[];
}

const page = 100;
const talliesQuery = 'query Tallies($ids: [ID!]!) { tallies(ids: $ids) { ballotId voters counts { questionId optionId count points first } } }';
const entitledQuery = 'query Entitled($id: ID!) { ballot(id: $id) { electorate { entitled } } }';

/** What the site shows of these ballots. Ids that it does not know stand at nought. */
export async function shownTallies(city: CityFiles, ids: readonly string[], progress?: (done: number, total: number) => void): Promise<Map<string, ShownTally>> {
  const shown = new Map<string, ShownTally>();
  for (let at = 0; at < ids.length; at += page) {
    const answer = await city.graph<{ tallies: ShownTally[] }>(talliesQuery, { ids: ids.slice(at, at + page) });
    for (const tally of answer?.tallies ?? []) shown.set(tally.ballotId, tally);
    progress?.(Math.min(at + page, ids.length), ids.length);
  }
  return shown;
}

/** What of a tally is not what the ledger makes; empty where they agree. */
export function disagreements(ballot: string, count: BallotCount, shown: ShownTally | undefined): Problem[] {
  const voters = shown?.voters ?? 0;
  const counts = new Map((shown?.counts ?? []).flatMap(sumsOf));
  const expected = count.isSecret ? count.result : count;
  if (!expected) return secretDisagreements(ballot, count, voters);
  const problems: Problem[] = [];
  if (voters !== expected.voters) problems.push({ kind: 'voters', says: `${ballot}: the ledger holds the votes of ${expected.voters} people, the site shows ${voters}.` });
  for (const option of new Set([...expected.counts.keys(), ...counts.keys()])) {
    const [there, here] = [expected.counts.get(option) ?? 0, counts.get(option) ?? 0];
    if (there !== here) problems.push({ kind: 'tally', says: `${ballot}: the ledger makes ${there} ${namedSum(option)}, the site shows ${here}.` });
  }
  return problems;
}

/** The sums that the site shows of an option, by their names in the ledger. */
function sumsOf({ questionId, optionId, count, points, first }: ShownTally['counts'][number]): [string, number][] {
  const option = `${questionId}:${optionId}`;
  return [[option, count], [`${option}=`, points ?? 0], [`${option}#`, first ?? 0]];
}

/** What is summed under a name, for a person. */
function namedSum(name: string): string {
  if (name.endsWith('=')) return `points for ${name.slice(0, -1)}`;
  return name.endsWith('#') ? `first places for ${name.slice(0, -1)}` : `for ${name}`;
}

/** Of a ballot that stays secret the number of votes is an upper bound of the number of voters. */
function secretDisagreements(ballot: string, { leaves }: BallotCount, voters: number): Problem[] {
  return voters > leaves ? [{ kind: 'voters', says: `${ballot}: the site shows ${voters} voters, but the ledger holds only ${leaves} votes.` }] : [];
}

/** That no more people voted than were entitled, where their number was published. */
export async function checkEntitled(city: CityFiles, recount: Recount, shown: ReadonlyMap<string, ShownTally>): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [ballot, { kind }] of recount.ballots) {
    if (kind === 'support') continue;
    const answer = await city.graph<{ ballot: { electorate?: { entitled: number | null } } | null }>(entitledQuery, { id: ballot });
    const [entitled, voters] = [answer?.ballot?.electorate?.entitled ?? null, shown.get(ballot)?.voters ?? 0];
    if (entitled !== null && voters > entitled) problems.push({ kind: 'more_than_entitled', says: `${ballot}: ${voters} people voted, but only ${entitled} were entitled.` });
  }
  return problems;
}

/** Of every opened box: the published list is the one whose digest was logged, it makes the logged result, and nothing is missing. */
export async function checkBoxes(city: CityFiles, recount: Recount): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [ballot, count] of recount.ballots) {
    if (!count.opened) continue;
    const { ballots, replaced, digest: logged } = count.opened;
    if (ballots + replaced !== count.leaves) problems.push({ kind: 'box', says: `${ballot}: the ledger holds ${count.leaves} sealed votes, but ${ballots} were opened and ${replaced} had been replaced.` });
    const list = await city.page(`/boxes/${encodeURIComponent(ballot)}/ballots.jsonl`);
    if (list === null) problems.push({ kind: 'box', says: `${ballot}: the opened ballots are not published.` });
    else if (digest(list) !== logged) problems.push({ kind: 'box', says: `${ballot}: the published ballots are not those that were logged.` });
    else problems.push(...resultProblems(ballot, list, count));
  }
  return problems;
}

function resultProblems(ballot: string, list: string, { result }: BallotCount): Problem[] {
  const counts = new Map<string, number>();
  for (const line of list.split('\n').filter(Boolean)) {
    const { fate, answers } = JSON.parse(line) as { fate: string; answers: string[] };
    if (fate === 'valid') countIn(counts, answers, 1);
  }
  const options = new Set([...counts.keys(), ...(result?.counts.keys() ?? [])]);
  return [...options].flatMap((option): Problem[] => {
    const [made, logged] = [counts.get(option) ?? 0, result?.counts.get(option) ?? 0];
    return made === logged ? [] : [{ kind: 'box', says: `${ballot}: the opened ballots make ${made} ${namedSum(option)}, but ${logged} was published.` }];
  });
}
