import { type BallotCount, countIn, digest, type Recount } from '@isegoria/ledger/contracts';
import { z } from 'zod';
import type { CityFiles } from './city-files';
import type { Problem } from './report';

const shownTally = z.object({
  ballotId: z.string(),
  voters: z.number(),
  counts: z.array(z.object({ questionId: z.string(), optionId: z.string(), count: z.number(), points: z.number().nullish(), first: z.number().nullish() })),
});

/** A tally as the site shows it. */
export type ShownTally = z.infer<typeof shownTally>;

const tallies = z.object({ tallies: z.array(shownTally) });
const entitledVoters = z.object({ ballot: z.object({ electorate: z.object({ entitled: z.number().nullable() }).optional() }).nullable() });
const talliesFile = '/data/tallies.jsonl';
const tallyLine = z.object({ ballot: z.string() });
const openedLine = z.object({ fate: z.string(), answers: z.array(z.string()) });

const page = 100;
/** More rows than any city has; what goes on without end is not read to it. */
const mostRows = 2_000_000;
const talliesQuery = 'query Tallies($ids: [ID!]!) { tallies(ids: $ids) { ballotId voters counts { questionId optionId count points first } } }';
const entitledQuery = 'query Entitled($id: ID!) { ballot(id: $id) { electorate { entitled } } }';

/** What the site shows of these ballots. Ids that it does not know stand at nought. */
export async function shownTallies(city: CityFiles, ids: readonly string[], progress?: (done: number, total: number) => void): Promise<Map<string, ShownTally>> {
  const shown = new Map<string, ShownTally>();
  for (let at = 0; at < ids.length; at += page) {
    const answer = await city.graph(talliesQuery, { ids: ids.slice(at, at + page) }, tallies);
    for (const tally of answer?.tallies ?? []) shown.set(tally.ballotId, tally);
    progress?.(Math.min(at + page, ids.length), ids.length);
  }
  return shown;
}

/** The ballots of which the city publishes tallies as data, whether or not the ledger knows them, and the lines there that tell none; neither where it publishes no data. */
export async function ballotsInData(city: CityFiles): Promise<{ ballots: Set<string>; problems: Problem[] }> {
  const ballots = new Set<string>();
  const unread = new Set<number>();
  await city.lines(talliesFile, mostRows, (text, number) => {
    const line = readLine(tallyLine, text);
    if (line) ballots.add(line.ballot);
    else unread.add(number);
  });
  return { ballots, problems: unreadLines(talliesFile, [...unread], 'tally') };
}

/** What a line of JSON says; null where it is no such line. */
function readLine<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** The first one is named: a file that is broken throughout is one thing that is wrong, not a thousand. */
function unreadLines(path: string, [first, ...more]: readonly number[], what: string): Problem[] {
  if (first === undefined) return [];
  return [{ kind: 'file', says: `${path}: line ${first} is no ${what} that can be read${more.length > 0 ? `, nor are ${more.length} more` : ''}.` }];
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
    const voters = shown.get(ballot)?.voters ?? 0;
    // Supports and signatures are also of people who came to the city after the opening.
    if (kind === 'support' || kind === 'initiative' || voters === 0) continue;
    const answer = await city.graph(entitledQuery, { id: ballot }, entitledVoters);
    const entitled = answer?.ballot?.electorate?.entitled ?? null;
    if (entitled !== null && voters > entitled) problems.push({ kind: 'more_than_entitled', says: `${ballot}: ${voters} people voted, but only ${entitled} were entitled.` });
  }
  return problems;
}

/** Of every opened box: the published list is the one whose digest was logged, it makes the logged result, and nothing is missing. */
export async function checkBoxes(city: CityFiles, recount: Recount): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [ballot, count] of recount.ballots) {
    if (!count.opened) continue;
    const { valid, invalid, blank, replaced, digest: logged } = count.opened;
    const ballots = valid + invalid + blank;
    if (ballots + replaced !== count.leaves) problems.push({ kind: 'box', says: `${ballot}: the ledger holds ${count.leaves} sealed votes, but ${ballots} were opened and ${replaced} had been replaced.` });
    const path = `/boxes/${encodeURIComponent(ballot)}/ballots.jsonl`;
    const list = await city.page(path);
    if (list === null) problems.push({ kind: 'box', says: `${ballot}: the opened ballots are not published.` });
    else if (digest(list) !== logged) problems.push({ kind: 'box', says: `${ballot}: the published ballots are not those that were logged.` });
    else problems.push(...resultProblems(ballot, { path, list }, count));
  }
  return problems;
}

/** Of every fate there are as many ballots as was logged, those that count are the voters of the result, and they make its counts. */
function resultProblems(ballot: string, { path, list }: { path: string; list: string }, { opened, result }: Pick<BallotCount, 'opened' | 'result'>): Problem[] {
  const counts = new Map<string, number>();
  const fates = new Map<string, number>();
  const unread: number[] = [];
  const lines = list.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const [at, text] of lines.entries()) {
    const line = readLine(openedLine, text);
    if (!line) unread.push(at + 1);
    else fates.set(line.fate, (fates.get(line.fate) ?? 0) + 1);
    if (line?.fate === 'valid') countIn(counts, line.answers, 1);
  }
  const compared = (what: string, made: number, logged: number): Problem[] => (made === logged ? [] : [{ kind: 'box', says: `${ballot}: the opened ballots make ${made} ${what}, but ${logged} was published.` }]);
  const options = new Set([...counts.keys(), ...(result?.counts.keys() ?? [])]);
  return [
    ...unreadLines(path, unread, 'opened ballot'),
    ...(['valid', 'invalid', 'blank'] as const).flatMap((fate) => compared(`${fate} ones`, fates.get(fate) ?? 0, opened?.[fate] ?? 0)),
    ...(result ? compared('voters', fates.get('valid') ?? 0, result.voters) : []),
    ...[...options].flatMap((option) => compared(namedSum(option), counts.get(option) ?? 0, result?.counts.get(option) ?? 0)),
  ];
}
