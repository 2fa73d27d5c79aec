import { randomUUID } from 'node:crypto';
import { type SignedIn, signedIn } from '@isegoria/identity/api';
import { type BenchContext, type BenchLoad as Load, newId, type TestCity } from '@isegoria/kernel/api';
import { Ballots, supportQuestions } from './ballots.service';
import { Recount } from './recount';
import { VotesJobs } from './votes.jobs';

const inFlight = 200;
const ballotCount = 20;
const rounds = 8;
const seconds = 3;

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
    for (let round = 0; round <= rounds; round++) {
      // The first round warms up, and is thrown away.
      const isWarming = round === 0;
      const first = round % 2 ? ([send.nothing, empty] as const) : ([send.cast, cast] as const);
      const second = round % 2 ? ([send.cast, cast] as const) : ([send.nothing, empty] as const);
      for (const [next, loads] of [first, second]) {
        const one = await load(server.url, { connections: inFlight, seconds, next });
        if (!isWarming) loads.push(one);
      }
      progress('cast-vote', round, rounds);
    }
    await server.stop();
    await requireRight(city, cast);
    return [
      row('castVote a second, beside an empty mutation', 'requests/s', '>= 0.8', cast, empty, 'perSecond', (ratio) => ratio >= 0.8),
      row('castVote, the slowest of a hundred (p99)', 'ms', '<= 3', cast, empty, 'p99', (ratio) => ratio <= 3),
    ];
  },
};

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
