import { type SignedIn, signedIn } from '@isegoria/identity/api';
import { type Bench, type BenchContext, benchRow, Events, Importers } from '@isegoria/kernel/api';
import type { Subject } from '@isegoria/kernel/contracts';
import { Cartographer } from './cartographer';
import { seeded } from '@isegoria/kernel/contracts';

const crowd = { people: 2000, statements: 100, each: 25 };
const pace = { perSecond: 20, seconds: 25, citizens: 60 };

const asked = 'query ($subject: SubjectInput!) { opinions(subject: $subject) { next { id } map { version answers } } }';
const say = `mutation ($id: ID!, $answer: OpinionAnswer!) { answerOpinion(id: $id, answer: $answer) { __typename
  ... on OpinionAnswered { opinions { title { el en } path open waits statements answered groupMinimum next { id text } given { id text answer } mine { id } standing { x y group } } } } }`;

interface Reply {
  answerOpinion: { __typename: string; opinions?: { next: { id: string } | null } };
}

/** A conversation of two thousand, answered twenty times a second at a steady pace, however long an answer takes, while its map is drawn again and again. */
export const bench: Bench = {
  name: 'opinions-answering',
  async run({ city, startServer, progress }) {
    const subject = await imported(city);
    const citizens: (SignedIn & { next: string | null })[] = [];
    while (citizens.length < pace.citizens) citizens.push({ ...(await signedIn(city)), next: null });
    const server = await startServer();
    const post = async <T>(query: string, variables: object, cookie?: string): Promise<T> => {
      const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: server.url, ...(cookie ? { cookie } : {}) }, body: JSON.stringify({ query, variables }) });
      return ((await answer.json()) as { data: T }).data;
    };
    for (const citizen of citizens) citizen.next = (await post<{ opinions: { next: { id: string } | null } }>(asked, { subject }, citizen.cookie)).opinions.next?.id ?? null;
    const map = async () => (await post<{ opinions: { map: { version: number; answers: number } } }>(asked, { subject })).opinions.map;
    const before = await map();
    const times: number[] = [];
    const waiting: Promise<void>[] = [];
    const total = pace.perSecond * pace.seconds;
    const start = performance.now();
    for (let number = 0; number < total; number += 1) {
      await new Promise((wake) => setTimeout(wake, Math.max(0, start + (number * 1000) / pace.perSecond - performance.now())));
      const citizen = citizens[number % citizens.length];
      if (!citizen?.next) continue;
      const [sent, id] = [performance.now(), citizen.next];
      // Nobody answers the next statement before they have seen it.
      citizen.next = null;
      waiting.push(post<Reply>(say, { id, answer: number % 3 ? 'AGREE' : 'DISAGREE' }, citizen.cookie).then(({ answerOpinion: { __typename: fate, opinions } }) => {
        if (fate !== 'OpinionAnswered') throw new Error(`an answer was met by ${fate}`);
        times.push(performance.now() - sent);
        citizen.next = opinions?.next?.id ?? null;
      }));
      progress('answers', number + 1, total);
    }
    await Promise.all(waiting);
    const [ended, all] = [performance.now(), before.answers + times.length];
    let after = await map();
    while (after.answers < all && performance.now() - ended < 30_000) {
      await new Promise((wake) => setTimeout(wake, 100));
      after = await map();
    }
    const behind = performance.now() - ended;
    await server.stop();
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return [
      benchRow({ name: `${times.length} answers at 20 a second to a map of 2,000: p50, beside 250 ms`, value: at(0.5), unit: 'ms', baseline: 250, goal: { atMost: 1 } }),
      benchRow({ name: 'the same: p99, beside 1.5 s', value: at(0.99), unit: 'ms', baseline: 1500, goal: { atMost: 1 } }),
      benchRow({ name: 'maps drawn meanwhile, a second', value: (after.version - before.version) / pace.seconds, unit: '/s', baseline: 0.5, goal: { atLeast: 1 } }),
      benchRow({ name: 'how long after the last answer the map held them all, beside 5 s', value: behind, unit: 'ms', baseline: 5000, goal: { atMost: 1 } }),
    ];
  },
};

/** Three camps in the format of a Polis export, brought in as any conversation. */
async function imported(city: BenchContext['city']): Promise<Subject> {
  const chance = seeded(4);
  const leanings = Array.from({ length: 3 }, () => Array.from({ length: crowd.statements }, () => chance() * 2 - 1));
  const votes = Array.from({ length: crowd.people }, (_, person) => {
    const first = Math.floor(chance() * crowd.statements);
    return Array.from({ length: crowd.each }, (__, at) => {
      const statement = (first + at * 3) % crowd.statements;
      const leaning = (leanings[person % 3]?.[statement] ?? 0) + chance() - 0.5;
      return `${1_700_000_000 + person},d,${statement},${person},${leaning > 0.2 ? 1 : leaning < -0.2 ? -1 : 0}`;
    });
  }).flat();
  const comments = Array.from({ length: crowd.statements }, (_, id) => `1700000000000,d,${id},1,0,0,1,"Θέση ${id}"`);
  const folder = {
    'summary.csv': 'topic,"Δύο χιλιάδες"\n',
    'comments.csv': ['timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body', ...comments].join('\n'),
    'votes.csv': ['timestamp,datetime,comment-id,voter-id,vote', ...votes].join('\n'),
  };
  const problems: string[] = [];
  const report = { total: () => undefined, added: () => undefined, unchanged: () => undefined, changed: () => undefined, refused: (_: string, why: string) => void problems.push(why) };
  const mapped = new Promise<Subject>((done) => city.get(Events).on('opinions.mapped', 'bench', ({ subject }) => done(subject)));
  await city.get(Importers).named('opinions')?.run(JSON.stringify(folder), report);
  if (problems.length > 0) throw new Error(problems.join());
  await city.get(Cartographer).drawDue();
  return mapped;
}
