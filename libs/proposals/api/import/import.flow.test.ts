import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommentsModule } from '@isegoria/comments/api';
import { Importers, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule } from '@isegoria/processes/api';
import type { Proposal, ProposalPage } from '@isegoria/proposals/contracts';
import { VotesModule } from '@isegoria/votes/api';
import { ProposalsModule } from '../proposals.module';

const madrid = join(process.env['SHARED_DATA'] ?? '../shared/data', 'decide-madrid/proposals_and_comments.jsonl.gz');
const isHere = existsSync(madrid);
if (!isHere) console.log(`skipped: the real proposals of Decide Madrid are not at ${madrid}`);

const shade = {
  id: 'a1', title: 'Σκιά στη στάση', text: 'Ένα στέγαστρο <script>alert(1)</script>.', category: 'green', district: 'ormos', place: { label: 'Ακτή' }, publishedAt: '2024-05-01T10:00:00Z',
  comments: [{ id: 'c1', text: 'Ναι', alignment: 'FOR' }, { id: 'c2', text: 'Γιατί;', alignment: 'NEUTRAL', parentId: 'c1' }],
};

describe('an import of proposals', () => {
  let city: TestCity;
  beforeAll(async () => {
    city = await startCity([ProposalsModule, ProcessesModule, OrganisationModule, VotesModule, CommentsModule]);
    await city.get(OrganisationSeed).found();
  }, 90_000);
  afterAll(() => city.stop());

  const bring = async (text: string) => {
    const told = { total: 0, added: 0, unchanged: 0, changed: 0, refused: [] as string[] };
    await city.get(Importers).named('proposals')?.run(text, {
      total: (records) => void (told.total = records),
      added: () => void told.added++,
      unchanged: () => void told.unchanged++,
      changed: () => void told.changed++,
      refused: (record, why) => void told.refused.push(`${record}: ${why}`),
    });
    return told;
  };
  const all = async () => (await city.graph<{ proposals: ProposalPage }>('{ proposals(first: 100, sort: NEWEST) { total items { id title lang author { name } } } }')).data.proposals;

  it('brings whole proposals in, once however often it runs, and takes a changed text', async () => {
    const line = JSON.stringify(shade);
    expect(await bring(line)).toEqual({ total: 3, added: 3, unchanged: 0, changed: 0, refused: [] });
    expect(await bring(`${line}\n`)).toEqual({ total: 3, added: 0, unchanged: 3, changed: 0, refused: [] });
    expect(await bring(JSON.stringify({ ...shade, title: 'Σκιά στη στάση του λιμανιού' }))).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
    const { data } = await city.graph<{ proposal: Proposal }>('{ proposal(id: "import-a1") { title html argumentsFor status department { id } } }');
    expect(data.proposal).toMatchObject({ title: 'Σκιά στη στάση του λιμανιού', argumentsFor: 1, status: 'OPEN', department: { id: 'environment' } });
    expect(data.proposal.html).not.toContain('<script');
  });

  it('says of each line that it refuses which and why, and brings nothing of it', async () => {
    const before = (await all()).total;
    const bad = ['{not json', JSON.stringify({ id: 'b1', title: 'Χωρίς κείμενο' }), JSON.stringify({ ...shade, id: 'b2', category: 'no-such' }), JSON.stringify({ ...shade, id: 'b3', supports: 900 }), JSON.stringify({ comment_id: '7', text: 'ορφανό' }), JSON.stringify({ proposal_id: '9', info: 'title', text: 'Μόνο τίτλος' }), '"text"', '[]', JSON.stringify({ ...shade, id: { $ne: null } })];
    const { refused, added } = await bring(bad.join('\n'));
    expect(added).toBe(0);
    expect(refused).toHaveLength(bad.length);
    expect(refused.join('\n')).toMatch(/line 1: it is not JSON[\s\S]*proposal b1: text: it is missing[\s\S]*comment 7: no proposal stands before it/);
    expect(refused).toContain('proposal b2: there is no category no-such');
    expect((await all()).total).toBe(before);
  });

  it.skipIf(!isHere)('brings real proposals with their comments, in their language', async () => {
    // The first dozen of eighty: the whole file takes minutes on the embedded store.
    const text = partOf(gunzipSync(readFileSync(madrid)).toString('utf8'), 12);
    const first = await bring(text);
    expect(first.added).toBeGreaterThan(100);
    expect(first.refused.filter((line) => line.startsWith('line'))).toEqual([]);
    const again = await bring(text);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: first.added });
    const spanish = (await all()).items.filter(({ lang }) => lang === 'es');
    const there = new Set([...text.matchAll(/"proposal_id": ?"(\w+)"/g)].map(([, id]) => id));
    expect(spanish.length + first.refused.filter((line) => line.startsWith('proposal')).length).toBe(there.size);
  }, 300_000);
});

/** The lines of the first dozen or so of proposals, each with its comments. */
function partOf(text: string, proposals: number): string {
  const lines = text.split('\n');
  const starts = lines.flatMap((line, at) => (line.includes('"info": "title"') ? [at] : []));
  return lines.slice(0, starts[proposals]).join('\n');
}
