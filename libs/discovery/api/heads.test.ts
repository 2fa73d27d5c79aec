import { escaped } from '@isegoria/kernel/contracts';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { aPage, aSite, hostileTitle } from './discovery.builders';
import { headOf, pictureText } from './heads';
import { inScript } from './json-ld';
import { newPageMaker } from './page-maker';
import { fixedPages } from './pages/fixed';
import { type AddressContext, sourceOf } from './pages/page-kind';

const read = (tags: string) => new JSDOM(`<!doctype html><head>${tags}</head><body></body>`).window.document;
const content = (document: Document, key: string) => document.querySelector(`meta[property="${key}"], meta[name="${key}"]`)?.getAttribute('content');

describe('the head of a public page', () => {
  it('names the page, its address and its picture', () => {
    const head = read(headOf(aPage(), aSite({ locale: 'en', name: 'Isegoria' }), [{ title: 'Νέες', atom: '/feeds/a.atom', json: '/feeds/a.json' }], false).tags);
    expect(head.title).toBe('Σκιά στην πλατεία – Isegoria');
    expect(head.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe('https://city.example/proposals/01J');
    expect(content(head, 'og:image')).toBe('https://city.example/cards/proposals/01J.png?lang=en');
    expect([content(head, 'og:locale'), content(head, 'og:locale:alternate')]).toEqual(['en_GB', 'el_GR']);
    expect(content(head, 'og:image:alt')).toBe('Πρόταση κατοίκου: Σκιά στην πλατεία · 1.284 κάτοικοι τη στηρίζουν · 37 επιχειρήματα · Στήριξέ την');
    expect([...head.querySelectorAll('link[rel=alternate]')].map((link) => link.getAttribute('href'))).toEqual(['https://city.example/feeds/a.atom', 'https://city.example/feeds/a.json']);
    expect(content(head, 'robots')).toBeUndefined();
  });

  it('gives the page its first words: its own, or title and description, and the way up', () => {
    const trail = [{ title: 'Προτάσεις', path: '/proposals' }];
    const words = { title: 'Σκιά στην πλατεία', lang: 'el', text: aPage().description, above: trail[0], frame: 'wide' };
    expect(headOf(aPage({ trail }), aSite(), [], false).headline).toEqual(words);
    expect(headOf(aPage({ trail, headline: { title: 'Σκιά', frame: 'narrow' } }), aSite(), [], false).headline).toEqual({ ...words, title: 'Σκιά', frame: 'narrow' });
  });

  it.each(['el', 'en'] as const)('lets no page that is always there begin without words, in %s', async (locale) => {
    const source = sourceOf(fixedPages, () => newPageMaker(locale, () => Promise.resolve(null)), {} as AddressContext);
    for await (const { path } of source.addresses?.(null) ?? []) {
      const { title = 'as in the tab', text = 'as in the tab' } = (await source.at(path, locale))?.headline ?? {};
      expect([path, title === '', text === '']).toEqual([path, false, false]);
    }
  });

  it('keeps a hostile title a title, in every place', () => {
    const document = read(headOf(aPage({ title: hostileTitle, description: hostileTitle }), aSite(), [], false).tags);
    expect([...document.querySelectorAll('script')].map((script) => script.type)).toEqual(['application/ld+json']);
    expect(document.title).toContain('</title></script><script>alert(1)');
    const graph = (JSON.parse(document.querySelector('script')?.textContent ?? '') as { '@graph': { '@type': string; name?: string }[] })['@graph'];
    expect(graph.find((node) => node['@type'] === 'DiscussionForumPosting')?.name).toBe(hostileTitle);
    expect(document.body.children.length).toBe(0);
  });

  it('cuts a title of 3,000 letters, and asks a city that is only tried out not to be listed', () => {
    const document = read(headOf(aPage({ title: 'Ω'.repeat(3000) }), aSite(), [], true).tags);
    expect(content(document, 'og:title')).toBe(`${'Ω'.repeat(139)}…`);
    expect(content(document, 'robots')).toBe('noindex');
  });

  it('says of a picture what it shows', () => {
    expect(pictureText(aPage({ figures: [], act: '' }))).toBe('Πρόταση κατοίκου: Σκιά στην πλατεία');
  });
});

describe('text between machines', () => {
  it('cannot end a script, a comment or a line of one', () => {
    const json = inScript({ a: '</script><!-- & \u2028\u2029' });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ a: '</script><!-- & \u2028\u2029' });
  });

  it('leaves nothing that XML has no place for', () => {
    expect(escaped('a\u0000b\u0008c\ud800d\ufffee ]]> <&"\'')).toBe('abcde ]]&gt; &lt;&amp;&quot;&#39;');
    expect(escaped('😀\n\t')).toBe('😀\n\t');
  });
});
