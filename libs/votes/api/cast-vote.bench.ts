import { randomUUID } from 'node:crypto';
import { type SignedIn, signedIn } from '@isegoria/identity/api';
import { type BenchContext, type BenchLoad as Load, benchRow, newId, type TestCity } from '@isegoria/kernel/api';
import { Ledger } from '@isegoria/ledger/api';
import { mergeDelaySeconds } from '@isegoria/ledger/contracts';
import { Ballots, supportQuestions } from './ballots/ballots.service';
import { LogNumbers } from './log/log-numbers';
import { ProjectionStore } from './count/projection-store';
import { Recount } from './count/recount';
import { VotesJobs } from './votes.jobs';

const inFlight = 200;
const ballotCount = 20;
const rounds = 8;
const seconds = 3;
/** Rounds that are thrown away: a server is compiled while it runs, for some ten seconds of each kind, and then runs for months. */
const warmUp = 4;

const nothing = { query: 'mutation { nothing }' };
const castVote = `mutation CastVote($ballotId: ID!, $answers: [VoteAnswerInput!]!, $nonce: ID!) {
  castVote(ballotId: $ballotId, answers: $answers, nonce: $nonce) { __typename ... on VoteCast { seq } ... on BallotClosed { closedAt } }
}`;

/** A vote through HTTP, session, rules and the durable log, beside a mutation that does nothing, on one server, turn and turn about. */
export const bench = {
  name: 'cast-vote',
  async run({ city, startServer, load, progress }: BenchContext) {
    const citizens: SignedIn[] = [];
    while (citizens.length < inFlight) citizens.push(...(await Promise.all(Array.from({ length: 20 }, () => signedIn(city)))));
    const ballots = await openBallots(city);
    const server = await startServer();
    let turn = 0;
    const who = () => citizens[turn++ % citizens.length];
    const send = {
      nothing: () => ({ body: nothing, cookie: who()?.cookie }),
      cast: () => {
        const cookie = who()?.cookie;
        const answers = Math.random() < 0.7 ? [{ questionId: 'support', optionId: 'yes' }] : [];
        return { cookie, body: { query: castVote, variables: { ballotId: ballots[turn % ballotCount], answers, nonce: randomUUID() } } };
      },
    };

    const [empty, cast]: [Load[], Load[]] = [[], []];
    const behind: { counted: number; logged: number }[] = [];
    for (let round = 1 - warmUp; round <= rounds; round++) {
      const turns = [[send.nothing, empty], [send.cast, cast]] as const;
      for (const [next, loads] of round % 2 ? turns : turns.toReversed()) {
        const one = await load(server.url, { connections: inFlight, seconds, next });
        // Each begins with a city that has nothing left to do.
        const done = await untilDone(city);
        if (round <= 0) continue;
        loads.push(one);
        if (next === send.cast) behind.push(done);
      }
      progress('cast-vote', round + warmUp, rounds + warmUp);
    }
    await server.stop();
    await requireRight(city, cast);
    return [
      row('castVote a second, beside an empty mutation', 'requests/s', '>= 0.8', cast, empty, 'perSecond', (ratio) => ratio >= 0.8),
      row('castVote, the slowest of a hundred (p99)', 'ms', '<= 3', cast, empty, 'p99', (ratio) => ratio <= 3),
      benchRow({ name: `the count holds every vote so long after a rush of ${seconds} s, beside 5 s`, value: median(behind.map(({ counted }) => counted)), unit: 'ms', baseline: 5000, goal: { atMost: 1 } }),
      benchRow({ name: 'the ledger holds every vote so long after it, beside the time that is promised', value: median(behind.map(({ logged }) => logged)), unit: 'ms', baseline: mergeDelaySeconds * 1000, goal: { atMost: 1 } }),
    ];
  },
};

/** Waits until the server's worker has counted all that is in the log and the ledger has a leaf of each; answers how long both took, in ms. */
async function untilDone(city: TestCity): Promise<{ counted: number; logged: number }> {
  const start = performance.now();
  const head = await city.get(LogNumbers).head((await city.get(ProjectionStore).checkpoint()).at);
  const passed = async (at: () => Promise<number>) => {
    while ((await at()) < head) await new Promise((wake) => setTimeout(wake, 100));
    return performance.now() - start;
  };
  const counted = await passed(async () => (await city.get(ProjectionStore).checkpoint()).at);
  const logged = await passed(() => city.get(Ledger).drained('votes'));
  return { counted, logged };
}

async function openBallots(city: TestCity): Promise<string[]> {
  const subjects = Array.from({ length: ballotCount }, () => ({ kind: 'proposal', id: newId() }));
  const ballots = subjects.map((subject) => ({ id: `proposal:${subject.id}`, subject, kind: 'support' as const, questions: supportQuestions }));
  await city.get(Ballots).openMany(ballots);
  return ballots.map(({ id }) => id);
}

/** A fast answer that is not right is no answer. */
async function requireRight(city: TestCity, loads: Load[]): Promise<void> {
  const failures = loads.reduce((sum, load) => sum + load.failures, 0);
  if (failures > 0) throw new Error(`${failures} votes were not answered`);
  await city.get(VotesJobs).catchUp();
  const wrong = await city.get(Recount).disagreements();
  if (wrong.length > 0) throw new Error(`The count and the log disagree on ${wrong.length} ballots.`);
}

/** The ratio is the middle one of the rounds' own: what else the machine did in a round weighs on both of its halves. */
function row(name: string, unit: string, goal: string, cast: Load[], empty: Load[], figure: 'perSecond' | 'p99', isMet: (ratio: number) => boolean) {
  const ratio = median(cast.map((load, at) => load[figure] / (empty[at]?.[figure] ?? Number.NaN)));
  return { name, value: median(cast.map((load) => load[figure])), unit, baseline: median(empty.map((load) => load[figure])), ratio, goal, holds: isMet(ratio) };
}

function median(figures: number[]): number {
  const sorted = figures.sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}
