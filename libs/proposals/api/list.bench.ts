import { type Bench, type BenchContext, benchRow } from '@isegoria/kernel/api';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Organisation, OrganisationSeed } from '@isegoria/organisation/api';
import { aProposal } from './proposals.builders';
import { Proposal, ProposalSchema } from './proposal.schema';

/** What the list's page asks for. */
const list = `{ proposals(sort: SUPPORTS, first: 20) { total next items {
  id title excerpt status supports argumentsFor argumentsAgainst publishedAt answerDueAt author { name } district { id name { el } } } } }`;
const sizes = [1_000, 10_000, 100_000] as const;
const handful = 1000;
const ownIndex = { listed: 1, supports: -1, _id: -1 } as const;

type Loads = Pick<BenchContext, 'load'> & { url: string };

/** The list of proposals by support, beside a query that asks nothing, with ever more proposals in the city. */
export const bench: Bench = {
  name: 'list',
  async run({ city, startServer, load, progress }) {
    requireDeclared(ownIndex);
    await city.get(OrganisationSeed).found();
    const proposals = city.get<Model<Proposal>>(getModelToken(Proposal.name));
    const authors = await city.get(Citizens).createMany(Array.from({ length: 200 }, (_, at) => ({ name: `Πολίτης ${at}` })));
    const parts = await city.get(Organisation).city();
    const { url } = await startServer();
    const perSecond = new Map<number, { list: number; empty: number }>();
    let there = 0;
    for (const size of sizes) {
      // Built over what is there, and only the one that this list reads by: the embedded store takes half an hour over all twenty-three.
      await proposals.collection.dropIndexes();
      for (; there < size; there += handful) {
        const batch = Array.from({ length: handful }, (_, at) => someProposal(there + at, authors, parts));
        await proposals.collection.insertMany(batch as never[]);
        progress('proposals', there + handful, size);
      }
      await proposals.collection.createIndex(ownIndex);
      perSecond.set(size, await beside({ url, load }));
    }
    const [few, many, most] = sizes.map((size) => perSecond.get(size) ?? { list: 0, empty: 1 });
    if (!few || !many || !most) return [];
    return [
      benchRow({ name: '20 of 10,000 proposals by support, beside an empty query', value: many.list, unit: 'requests/s', baseline: many.empty, goal: { atLeast: 0.5 } }),
      // A cost is the time that one answer takes of the server's; dividing by the empty query's takes the machine's mood out.
      benchRow({ name: 'the cost of the list at 100,000 proposals, beside 1,000', value: (1000 * most.empty) / most.list, unit: 'empty queries / 1000', baseline: (1000 * few.empty) / few.list, goal: { atMost: 1.5 } }),
    ];
  },
};

/** A measure by an index that a city would not have were none. */
function requireDeclared(index: object): void {
  const isThere = ProposalSchema.indexes().some(([keys]) => JSON.stringify(keys) === JSON.stringify(index));
  if (!isThere) throw new Error(`Proposals have no index ${JSON.stringify(index)}.`);
}

/** Turn and turn about, so that both meet the same machine. What the very first reader waits for is not measured: the embedded store takes ten seconds to sort 100,000. */
async function beside({ url, load }: Loads): Promise<{ list: number; empty: number }> {
  await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', origin: url }, body: JSON.stringify({ query: list }) });
  const ask = (query: string, seconds: number) => load(url, { connections: 50, seconds, next: () => ({ body: { query } }) });
  await ask(list, 3);
  await ask('{ now }', 2);
  const rounds: { list: number; empty: number }[] = [];
  for (let round = 0; round < 3; round++) {
    const [empty, full] = [await ask('{ now }', 4), await ask(list, 4)];
    if (full.failures > 0) throw new Error(`${full.failures} lists were not answered`);
    rounds.push({ list: full.perSecond, empty: empty.perSecond });
  }
  const middle = (figure: 'list' | 'empty') => rounds.map((one) => one[figure]).sort((a, b) => a - b)[1] ?? 0;
  return { list: middle('list'), empty: middle('empty') };
}

/** One proposal's words serve for all: finding the stems of a hundred thousand texts is not what is measured. */
const template = aProposal({
  _id: 'bench',
  title: 'Δέντρα και βρύσες στη διαδρομή προς τα σχολεία',
  text: 'Τα παιδιά περπατούν χωρίς σκιά. Προτείνουμε δέντρα σε τέσσερα σημεία και δύο βρύσες με πόσιμο νερό.',
});

function someProposal(at: number, authors: Citizen[], { categories, districts }: { categories: { id: string }[]; districts: { id: string }[] }): Proposal {
  const part = <T>(of: T[], turn: number) => of[turn % of.length];
  const moment = new Date(Date.UTC(2026, 0, 1) + at * 60_000);
  return {
    ...template,
    _id: `bench-${String(at).padStart(6, '0')}`,
    title: `${template.title}, ${at}`,
    authorId: part(authors, at * 7)?.id ?? '',
    category: part(categories, at)?.id ?? null,
    district: part(districts, at * 3)?.id ?? null,
    supports: Math.floor(400_000 / (1 + ((at * 7919) % 100_003))),
    publishedAt: moment,
    activeAt: moment,
    terms: template.terms.slice(0, 4),
    titleTerms: [],
  };
}
