import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fairUseDoor } from '@isegoria/developers/api';
import { signedIn, type SignedIn } from '@isegoria/identity/api';
import { Events, eventually, forgetEnv, Limits, publicUrl, Seeds, startCity, type TestCity } from '@isegoria/kernel/api';
import { portions } from '@isegoria/kernel/contracts';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doors, slices } from './app.module';
import { pagesDoor } from './pages.controller';
import { SchemaOrg } from './schema-org';

const needed = ['organisation', 'identity', 'processes', 'proposals', 'consultations', 'initiatives', 'debates', 'surveys', 'meetings', 'volunteering', 'panels', 'evaluations', 'opinions', 'budgeting', 'council', 'newsletters'];
const feeds = ['proposals', 'consultations', 'initiatives', 'debates', 'surveys', 'newsletters', 'meetings', 'volunteering', 'decisions', 'answers', 'results', 'processes/ideas', 'districts/kentro', 'categories/green'];
/** The pages whose heads name the feeds that are of one thing alone. */
const pagesOfFeeds: Record<string, string> = { 'processes/ideas': '/processes/ideas', 'districts/kentro': '/news/district/kentro', 'categories/green': '/news/category/green' };

/** What a machine finds at the address of a page. */
interface Read {
  status: number;
  head: Document;
}

describe('what the rest of the web reads of the city', () => {
  let city: TestCity;
  let addresses: string[];
  let author: SignedIn;

  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${city.url}${path}`, { headers });
  const textAt = async (path: string) => (await get(path)).text();
  const xmlOf = (text: string): Document => new JSDOM(text, { contentType: 'application/xml' }).window.document;
  const locations = (text: string) => [...xmlOf(text).querySelectorAll('loc')].map(({ textContent }) => new URL(textContent ?? ''));
  const oEmbed = (path: string, more = '') => get(`/oembed?url=${encodeURIComponent(publicUrl() + path)}${more}`);

  async function everyAddress(): Promise<string[]> {
    const parts = locations(await textAt('/sitemap.xml'));
    return (await Promise.all(parts.map(async ({ pathname, search }) => locations(await textAt(pathname + search))))).flat().map(({ pathname }) => pathname);
  }

  async function page(path: string, headers: Record<string, string> = {}): Promise<Read> {
    const answer = await get(path, { accept: 'text/html', ...headers });
    return { status: answer.status, head: new JSDOM(await answer.text()).window.document };
  }

  async function foundBy(words: string): Promise<string[]> {
    const { search } = (await city.graph<{ search: { things: { path: string }[] }[] }>('query ($words: String!) { search(words: $words) { things { path } } }', { words })).data;
    return search.flatMap(({ things }) => things.map(({ path }) => path));
  }

  const meta = ({ head }: Read, key: string) => head.querySelector(`meta[property="${key}"], meta[name="${key}"]`)?.getAttribute('content') ?? null;
  const canonical = ({ head }: Read) => head.querySelector('link[rel=canonical]')?.getAttribute('href') ?? null;
  const linkedData = ({ head }: Read) => [...head.querySelectorAll('script[type="application/ld+json"]')].map(({ textContent }) => JSON.parse(textContent ?? '') as { '@graph': Record<string, unknown>[] });

  async function proposed(title: string): Promise<string> {
    const id = `D${crypto.randomUUID().replaceAll('-', '').slice(0, 25).toUpperCase()}`;
    const input = { title, text: 'Κείμενο <script>alert(1)</script> που λέει τι λείπει από τη γειτονιά, με αρκετά λόγια για να σταθεί.', category: 'green', district: 'kentro', processId: 'ideas' };
    const saved = await author.graph('mutation ($id: ID, $input: ProposalInput!) { saveDraft(id: $id, input: $input) { __typename } }', { id, input });
    const sent = await author.graph('mutation ($id: ID!) { submitProposal(id: $id) { __typename ... on Invalid { problems { field code } } } }', { id });
    expect([saved.data, sent.data]).toEqual([{ saveDraft: { __typename: 'DraftSaved' } }, { submitProposal: { __typename: 'ProposalSubmitted' } }]);
    return id;
  }

  beforeAll(async () => {
    const web = mkdtempSync(join(tmpdir(), 'isegoria-pages-'));
    cpSync('apps/web/index.html', join(web, 'index.html'));
    process.env['WEB_DIR'] = web;
    city = await startCity(slices, { doors: doors.filter((door) => door !== fairUseDoor && door !== pagesDoor) });
    let state = 7;
    const random = () => (state = (state * 16807) % 2147483647) / 2147483647;
    const context = { random, now: new Date(), scale: 0.04, progress: () => undefined, tell: () => undefined };
    for (const part of city.get(Seeds).inOrder()) if (needed.includes(part.name)) await part.run(context);
    addresses = await everyAddress();
    author = await signedIn(city);
  }, 240_000);
  afterAll(() => city.stop());

  it('finds pages of every sort in the sitemap, each once', () => {
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const sort of [/^\/$/, /^\/proposals\/./, /^\/decisions\/./, /^\/choices\/./, /^\/processes\/[^/]+$/, /\/phases\//, /^\/budgets\/[^/]+$/, /\/vote\//, /\/results\//, /\/works$/, /\/projects\//, /^\/opinions\//, /^\/council\/sittings\/./, /^\/city-says$/, /^\/open-data\/./]) {
      expect(addresses.some((path) => sort.test(path)), String(sort)).toBe(true);
    }
  });

  it('is told by every public page its own title and its one address', async () => {
    const titles = new Map<string, string>();
    for (const paths of portions(addresses, 8)) {
      await Promise.all(paths.map(async (path) => {
        const html = await (await get(path, { accept: 'text/html' })).text();
        const [title = '', ...others] = [...html.matchAll(/<title>([^<]+)<\/title>/g)].map(([, found = '']) => found);
        expect([path, others, html.includes(`<link rel="canonical" href="${publicUrl()}${path}">`), html.includes('noindex')]).toEqual([path, [], true, false]);
        expect(titles.get(title), `${path} has the title of another: ${title}`).toBeUndefined();
        titles.set(title, path);
      }));
    }
  }, 120_000);

  it('is told by pages of every sort what they are, in words that schema.org has', async () => {
    const vocabulary = new SchemaOrg();
    const sortOf = (path: string) => path.replace(/[^/]+$/, '').replace(/^(\/budgets\/|\/processes\/)[^/]+/, '$1');
    const some = addresses.filter((path, at) => addresses.slice(0, at).filter((one) => sortOf(one) === sortOf(path)).length < 4 || sortOf(path) === '/');
    expect(some.length).toBeGreaterThan(40);
    for (const path of some) {
      const read = await page(path);
      expect(read.head.querySelectorAll('meta[name=description]').length, path).toBe(1);
      for (const key of ['description', 'og:title', 'og:description', 'og:image', 'og:image:alt']) expect(meta(read, key), `${path} ${key}`).toBeTruthy();
      const [graph, ...others] = linkedData(read);
      expect(others).toEqual([]);
      expect(graph?.['@graph'].flatMap((node) => vocabulary.problems(node, path))).toEqual([]);
    }
    expect(vocabulary.problems({ '@type': 'Event', legislationDate: 'x', location: { '@type': 'Nowhere', name: '' } }).length).toBe(2);
  }, 120_000);

  it('sees a proposal, a decision, a sitting and a dataset for what they are', async () => {
    const thing = async (path: string, type: string) => linkedData(await page(path))[0]?.['@graph'].find((node) => node['@type'] === type);
    const of = (beginning: string) => addresses.find((path) => path.startsWith(beginning)) ?? 'none';
    const proposal = await thing(of('/proposals/'), 'DiscussionForumPosting');
    const { data } = await city.graph<{ proposal: { title: string; supports: number } }>('query ($id: ID!) { proposal(id: $id) { title supports } }', { id: of('/proposals/').split('/')[2] });
    expect(proposal).toMatchObject({ headline: data.proposal.title, interactionStatistic: [{ userInteractionCount: data.proposal.supports }, {}] });
    expect(JSON.stringify(proposal)).not.toContain('"Person"');
    expect(await thing(of('/decisions/'), 'Legislation')).toMatchObject({ identifier: { propertyID: 'ΑΔΑ' }, publisher: { '@type': 'GovernmentOrganization' } });
    expect(await thing('/council/sittings/sitting-coming', 'Event')).toMatchObject({ location: { '@type': 'Place' }, organizer: { '@id': `${publicUrl()}/#city` } });
    expect(await thing('/open-data/proposals', 'Dataset')).toMatchObject({ '@id': `${publicUrl()}/open-data/proposals`, includedInDataCatalog: { '@id': `${publicUrl()}/catalog` } });
    expect((await (await get('/catalog.jsonld')).text())).toContain(`"${publicUrl()}/open-data/proposals"`);
    expect(await thing('/', 'WebSite')).toMatchObject({ potentialAction: { '@type': 'SearchAction' } });
  });

  it('reads it in English where the reader chose English', async () => {
    const english = await page('/decisions', { cookie: 'locale=en' });
    expect([english.head.title, meta(english, 'og:locale'), english.head.documentElement.lang]).toEqual(['Decisions of the municipality – Isegoria', 'en_GB', 'en']);
  });

  it('finds public every page that the site offers to a visitor, and no other in a list', async () => {
    // What one only reaches to act is no page to be found.
    const ways = readdirSync('libs').map((slice) => join('libs', slice, 'web/ways.ts')).flatMap((file) => { try { return [readFileSync(file, 'utf8')]; } catch { return []; } }).join('\n');
    const offered = [...ways.matchAll(/\{ to: '([^']+)'([^}]*)\}/g)].filter(([, , rest = '']) => !/roles:|place: '(own|duty|home)'/.test(rest)).map(([, to = '']) => to);
    expect(offered.length).toBeGreaterThan(8);
    expect(offered.filter((path) => !addresses.includes(path))).toEqual([]);
    for (const path of ['/inbox', '/account', '/proposals/new', '/proposals/mine', '/council', '/budgets/this-year/manage', '/processes/new', '/processes/ideas/phases/new', '/no/such/page']) {
      const read = await page(path);
      expect([path, read.status, meta(read, 'robots'), canonical(read), linkedData(read)]).toEqual([path, 200, 'noindex', null, []]);
    }
  });

  it('gets a picture of every sort of page, the same bytes for the same facts', async () => {
    for (const path of ['/', '/proposals', '/council/sittings/sitting-coming', addresses.find((one) => one.includes('/projects/')) ?? '']) {
      const answer = await get(`/cards${path === '/' ? '/home' : path}.png?lang=en`);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png']);
      expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: 1200, height: 630 });
      expect((await get(`/cards${path === '/' ? '/home' : path}.png?lang=en`, { 'if-none-match': answer.headers.get('etag') ?? '' })).status).toBe(304);
    }
    expect((await get('/cards/proposals/none.png')).status).toBe(404);
    expect((await get('/cards/account.png')).status).toBe(404);
  });

  it('may not have pictures drawn without end', async () => {
    await city.get(Limits).take('pictures', '127.0.0.1', { points: 120, seconds: 60 }, 120).catch(() => null);
    const refused = await get('/cards/themes.png?lang=en&width=300');
    expect([refused.status, refused.headers.get('etag')]).toEqual([429, null]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    // What was drawn already costs nothing.
    expect((await get('/cards/proposals.png?lang=en')).status).toBe(200);
    await city.get(Limits).forget('pictures', '127.0.0.1');
  });

  it('gets an oEmbed answer for every public page, as JSON and as XML', async () => {
    for (const path of addresses.filter((one, at) => !/\/(proposals|decisions|projects)\//.test(one) || at % 10 === 0)) {
      const answer = (await (await oEmbed(path)).json()) as Record<string, unknown>;
      expect([path, answer['version'], answer['thumbnail_width'], answer['thumbnail_height']]).toEqual([path, '1.0', 1200, 630]);
      expect(['rich', 'link']).toContain(answer['type']);
      if (answer['type'] === 'rich') expect([typeof answer['html'], typeof answer['width'], typeof answer['height']], path).toEqual(['string', 'number', 'number']);
      expect(new URL(String(answer['thumbnail_url'])).pathname).toBe(`/cards${path === '/' ? '/home' : path}.png`);
    }
    const xml = await oEmbed('/council/sittings/sitting-coming', '&format=xml&maxwidth=600');
    expect(xml.headers.get('content-type')).toMatch(/^text\/xml/);
    const read = xmlOf(await xml.text());
    expect([read.querySelector('oembed > type')?.textContent, read.querySelector('oembed > thumbnail_width')?.textContent]).toEqual(['link', '600']);
    expect([(await oEmbed('/account')).status, (await oEmbed('/', '&format=yaml')).status, (await get('/oembed?url=https://elsewhere.example/')).status]).toEqual([404, 501, 404]);
  });

  it.each(feeds)('reads the feed %s in both formats and languages, named in the head of its page', async (name) => {
    for (const lang of ['el', 'en']) {
      const atom = await get(`/feeds/${name}.atom?lang=${lang}`);
      expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const read = parseAtomFeed(await atom.text());
      const json = parseJsonFeed(await textAt(`/feeds/${name}.json?lang=${lang}`));
      expect(read.entries?.length).toBeGreaterThan(0);
      expect(json.items?.map(({ id }) => id)).toEqual(read.entries?.map(({ id }) => id));
      expect(new Set(read.entries?.map(({ id }) => id)).size).toBe(read.entries?.length);
      for (const { links } of read.entries ?? []) expect(addresses).toContain(new URL(links?.[0]?.href ?? '').pathname);
    }
    expect([...(await page(pagesOfFeeds[name] ?? '/')).head.querySelectorAll('link[type="application/atom+xml"]')].map((link) => link.getAttribute('href'))).toContain(`${publicUrl()}/feeds/${name}.atom`);
  });

  it('is answered with 304 while nothing changed, by tag and by date', async () => {
    const first = await get('/feeds/answers.atom');
    expect((await get('/feeds/answers.atom', { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(304);
    const date = await eventually('its second is over', async () => (await get('/feeds/answers.atom')).headers.get('last-modified'));
    expect((await get('/feeds/answers.atom', { 'if-modified-since': date })).status).toBe(304);
    expect((await get('/feeds/answers.atom', { 'if-modified-since': new Date(Date.parse(date) - 1000).toUTCString() })).status).toBe(200);
    expect([(await get('/feeds/none.atom')).status, (await get('/feeds/processes/none.atom')).status, (await get('/feeds/districts/none.atom')).status, (await get('/feeds/proposals.rss')).status]).toEqual([404, 404, 404, 404]);
  });

  it('reads a hostile title as words, and nothing of a proposal once it is hidden', async () => {
    const title = 'Πέτρα </title><script>alert(1)</script> ]]> & 😀 لا';
    const id = await proposed(title);
    const path = `/proposals/${id}`;
    const read = await page(path);
    expect(read.head.title).toBe(`${title} – Ισηγορία`);
    expect([...read.head.querySelectorAll('script')].filter(({ textContent }) => textContent?.startsWith('alert'))).toEqual([]);
    const sources = ['/sitemaps/proposals.xml', '/feeds/proposals.atom', '/feeds/proposals.json', '/feeds/processes/ideas.atom', '/feeds/districts/kentro.atom', '/feeds/categories/green.json'];
    const whereItStands = async () => (await Promise.all(sources.map(async (source) => ((await textAt(source)).includes(id) ? [source] : [])))).flat();
    expect(await whereItStands()).toEqual(sources);
    expect(await foundBy('πετρών')).toContain(path);
    expect(xmlOf(await textAt('/feeds/proposals.atom')).querySelector('entry > title')?.textContent).toBe(title);
    const picture = await get(`/cards${path}.png`);
    const feed = await get('/feeds/proposals.atom');
    const date = await eventually('its second is over', async () => (await get('/feeds/proposals.atom')).headers.get('last-modified'));

    await city.get(Events).publish('moderation.decided', { item: { kind: 'proposal', id }, decision: 'hidden', rule: 1, reason: 'Προσβάλλει', caseId: 'c', at: new Date() });
    await eventually('it is hidden', async () => (await city.graph<{ proposal: unknown }>('query ($id: ID!) { proposal(id: $id) { id } }', { id })).data.proposal === null);

    const gone = await page(path);
    expect([gone.status, gone.head.title, meta(gone, 'robots'), canonical(gone), linkedData(gone)]).toEqual([404, 'Ισηγορία', 'noindex', null, []]);
    expect(gone.head.documentElement.outerHTML).not.toContain('Πέτρα');
    expect(await whereItStands()).toEqual([]);
    expect(await foundBy('πετρών')).not.toContain(path);
    expect((await get(`/cards${path}.png`, { 'if-none-match': picture.headers.get('etag') ?? '' })).status).toBe(404);
    expect((await oEmbed(path)).status).toBe(404);
    expect((await get('/feeds/proposals.atom', { 'if-none-match': feed.headers.get('etag') ?? '' })).status).toBe(200);
    expect((await get('/feeds/proposals.atom', { 'if-modified-since': date })).status).toBe(200);
    // Who wrote it still reads it, and no machine lists it.
    const own = await page(path, { cookie: author.cookie });
    expect([own.status, meta(own, 'robots')]).toEqual([200, 'noindex']);
  });

  it('finds by words in the whole city at once, a few of each kind, and nothing by none', async () => {
    const ask = async (words: string) => (await city.graph<{ search: { kind: string; hasMore: boolean; things: { kind: string }[] }[] }>('query ($words: String!) { search(words: $words) { kind hasMore things { kind } } }', { words })).data.search;
    const found = await ask('δρόμος');
    expect(found.map(({ kind }) => kind)).toContain('proposal');
    for (const { kind, things, hasMore } of found) {
      expect([...new Set(things.map((thing) => thing.kind))]).toEqual([kind]);
      expect(things.length === 6 || (things.length < 6 && !hasMore)).toBe(true);
    }
    expect(await ask('δρόμους'), 'one word, whatever its form').toContainEqual(found.find(({ kind }) => kind === 'proposal'));
    for (const nothing of ['  ', 'και το', '.*', '{"$gt":""}', '🚲']) expect(await ask(nothing), nothing).toEqual([]);
  });

  it('finds the proposal, the project and the process alike by any form of a word', async () => {
    await proposed('Ένα παγκάκι στο πάρκο του λιμανιού');
    const places = async (words: string) => new Set((await foundBy(words)).map((path) => path.replace(/[^/]+$/, '')));
    for (const words of ['παγκάκι', 'ΠΑΓΚΆΚΙΑ', 'παγκακιών', 'παγκακι', 'παγκ']) expect([...(await places(words))], words).toEqual(expect.arrayContaining(['/proposals/', expect.stringMatching(/^\/budgets\/.+\/projects\/$/)]));
    for (const words of ['λιμάνι', 'ΛΙΜΆΝΙΑ', 'του λιμανιού']) expect([...(await places(words))], words).toEqual(expect.arrayContaining(['/proposals/', '/processes/']));
  });

  it('reads nothing of a proposal that its author took back', async () => {
    const id = await proposed('Ένα παγκάκι που πήρα πίσω');
    await author.graph('mutation ($id: ID!) { withdrawProposal(id: $id, reason: "Δεν το θέλω πια, άλλαξα γνώμη.") { __typename } }', { id });
    const read = await page(`/proposals/${id}`);
    expect([read.status, meta(read, 'robots'), (await get(`/cards/proposals/${id}.png`)).status]).toEqual([404, 'noindex', 404]);
    expect((await textAt('/sitemaps/proposals.xml')) + (await textAt('/feeds/proposals.atom'))).not.toContain(id);
  });

  it('is told by every answer of a city that is not to be listed, pages or not, that it is not', async () => {
    const [feed, picture, data, report] = ['/feeds/proposals.atom', '/cards/home.png', '/data/proposals.csv', '/reports/figures/city.pdf'];
    const paths = ['/', '/proposals', feed, '/feeds/proposals.json', picture, '/sitemap.xml', '/sitemaps/proposals.xml', '/robots.txt', '/catalog.ttl', data, report, '/oembed', '/nothing/of/the/kind.png'];
    const tags = async () => Promise.all(paths.map(async (path) => [path, (await get(path)).headers.get('x-robots-tag')] as const));
    const before = new Map(await tags());
    expect(paths.filter((path) => before.get(path) && path !== report), 'a city that is listed').toEqual([]);
    for (const path of [feed, picture, data, report, '/catalog.ttl', '/sitemap.xml']) expect((await get(path)).status, path).toBe(200);
    process.env['SEARCH_ENGINES'] = 'off';
    forgetEnv();
    try {
      expect(await tags()).toEqual(paths.map((path) => [path, 'noindex']));
      const [home, robots] = [await page('/'), await textAt('/robots.txt')];
      expect([meta(home, 'robots'), robots.includes('Sitemap:'), /^Disallow: \/$/m.test(robots)]).toEqual(['noindex', false, false]);
    } finally {
      delete process.env['SEARCH_ENGINES'];
      forgetEnv();
    }
  });

  it('is shown the way by robots.txt', async () => {
    expect(await textAt('/robots.txt')).toContain(`Sitemap: ${publicUrl()}/sitemap.xml`);
  });
});
