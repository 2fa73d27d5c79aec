import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionDoor, signedIn, type SignedIn } from '@isegoria/identity/api';
import { prose, startCity, type TestCity } from '@isegoria/kernel/api';
import { OrganisationModule, OrganisationSeed } from '@isegoria/organisation/api';
import { ProcessesModule, ProcessesSeed } from '@isegoria/processes/api';
import type { Proposal, SaveDraftResult } from '@isegoria/proposals/contracts';
import { aDraftId, aWish } from './proposals.builders';
import { ProposalsModule } from './proposals.module';

const shared = process.env['SHARED_DATA'] ?? '../shared/data';
const corpora = { xss: join(shared, 'xss/intruders'), naughty: join(shared, 'naughty-strings/blns.json'), operators: join(shared, 'nosql/NoSQL.txt') };
const missing = Object.values(corpora).filter((path) => !existsSync(path));
const areHere = missing.length === 0;
if (!areHere) console.log(`skipped: the hostile texts are not at ${missing.join(', ')}`);

const saveDraft = `mutation ($id: ID, $input: ProposalInput!) { saveDraft(id: $id, input: $input) { __typename ... on Invalid { problems { field } } } }`;
const read = `query ($id: ID!) { proposal(id: $id) { title text html excerpt place { label } } }`;

describe('a text that means harm', () => {
  let city: TestCity;
  let maria: SignedIn;
  beforeAll(async () => {
    // One writer sends hundreds of drafts in a minute here: that they would be slowed down is tried elsewhere.
    process.env['RATE_LIMITS'] = 'off';
    city = await startCity([ProposalsModule, ProcessesModule, OrganisationModule], { doors: [sessionDoor] });
    await city.get(OrganisationSeed).found();
    await city.get(ProcessesSeed).open(new Date());
    maria = await signedIn(city);
  }, 90_000);
  afterAll(async () => {
    delete process.env['RATE_LIMITS'];
    await city.stop();
  });

  it.skipIf(!areHere)('comes out of prose as words: nothing lives, of thousands', () => {
    const live = xss().filter((text) => isAlive(prose(text)));
    expect(xss().length).toBeGreaterThan(2000);
    expect(live).toEqual([]);
  });

  it.skipIf(!areHere)('is kept as it was written in every field, or refused with its name, and never breaks anything', async () => {
    const id = aDraftId();
    const sample = [...xss().filter((_, at) => at % 90 === 0), ...naughty().filter((_, at) => at % 10 === 0)];
    for (const text of sample) {
      const input = aWish({ title: text, text, place: { label: text || 'x' } });
      const saved = await maria.graph<{ saveDraft: SaveDraftResult }>(saveDraft, { id, input });
      expect(saved.errors, text).toBeUndefined();
      if (saved.data.saveDraft.__typename !== 'DraftSaved') {
        expect(saved.data.saveDraft.__typename).toBe('Invalid');
        continue;
      }
      const { data } = await maria.graph<{ proposal: Proposal }>(read, { id });
      expect(isAlive(data.proposal.html), text).toBe(false);
      expect(data.proposal.text.replace(/\s+/g, ' ')).toBe(expected(text));
    }
  }, 120_000);

  it.skipIf(!areHere)('is a word to look for and nothing more, in every argument of the lists', async () => {
    const operators = readFileSync(corpora.operators, 'utf8').split('\n').filter(Boolean);
    const list = `query ($f: ProposalFilter, $a: String) { proposals(filter: $f, after: $a) { total items { id } } }`;
    for (const text of [...operators.slice(0, 12), '$where', '__proto__', '[$ne]', '{"$gt":""}', '.*', '(a+)+$']) {
      for (const filter of [{ text }, { category: text }, { district: text }, { processId: text }]) {
        const { data, errors } = await city.graph<{ proposals: { total: number } }>(list, { f: filter });
        expect(errors, text).toBeUndefined();
        expect(data.proposals.total).toBe(0);
      }
      expect((await city.graph(list, { a: text })).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
    }
    for (const value of [{ $ne: null }, ['a', 'b'], { toString: 'x' }]) expect((await city.graph(list, { f: { category: value } })).errors?.length).toBeGreaterThan(0);
  }, 60_000);
});

function xss(): string[] {
  return readdirSync(corpora.xss).flatMap((file) => readFileSync(join(corpora.xss, file), 'utf8').split('\n')).filter((line) => line.trim() !== '');
}

function naughty(): string[] {
  return JSON.parse(readFileSync(corpora.naughty, 'utf8')) as string[];
}

/** Control and direction-turning signs go; all else stays as it was typed. */
function expected(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : '')).trim().replace(/\s+/g, ' ');
}

/** Whether anything in the HTML could run, as a browser would read it. */
function isAlive(html: string): boolean {
  const read = JSDOM.fragment(html);
  const all = [...read.querySelectorAll('*')];
  const allowed = ['P', 'BR', 'STRONG', 'EM', 'UL', 'OL', 'LI', 'A', 'BLOCKQUOTE'];
  const isOdd = (element: Element) => !allowed.includes(element.tagName) || [...element.attributes].some(({ name }) => !['href', 'rel'].includes(name));
  const leads = [...read.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
  return all.some(isOdd) || leads.some((href) => URL.canParse(href, 'https://isegoria.example') && !['http:', 'https:', 'mailto:'].includes(new URL(href, 'https://isegoria.example').protocol));
}
