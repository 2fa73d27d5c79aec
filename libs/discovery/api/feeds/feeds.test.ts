import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { hostileTitle } from '../discovery.builders';
import { atomOf } from './atom';
import type { Feed } from './feed';
import { jsonFeedOf } from './json-feed';
import { LastChanges } from './last-changes';

const site = { platform: 'https://city.example:8443', city: 'Δήμος <Δοκιμής>' };
const at = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-05T10:00:00Z');
const feed = (change: Partial<Feed> = {}): Feed => ({
  path: '/feeds/proposals', title: 'Νέες προτάσεις', about: 'Οι νεότερες πρώτες.', page: '/proposals', lang: 'el',
  entries: [
    { id: 'proposals/01J', path: '/proposals/01J', title: hostileTitle, lang: 'el', html: '<p>a &amp; b ]]&gt;</p>', publishedAt: at, updatedAt: later, topics: ['Νερό & "σκιά"'] },
    { id: 'proposals/01H', path: '/proposals/01H', title: 'Shade', lang: 'en', html: '<p>Trees.</p>', publishedAt: at, updatedAt: at, topics: [] },
  ],
  ...change,
});

describe('an Atom feed', () => {
  it('is well-formed and says what was said, whatever a title holds', () => {
    const document = new JSDOM(atomOf(feed(), site), { contentType: 'application/xml' }).window.document;
    expect(document.querySelector('parsererror')).toBeNull();
    expect(document.querySelector('entry > title')?.textContent).toBe(hostileTitle.replace(/[\u0000\u0008\ud800]/g, ''));
    expect(document.querySelector('entry > content')?.textContent).toBe('<p>a &amp; b ]]&gt;</p>');
  });

  it('has all that RFC 4287 asks, for a reader that we did not write', () => {
    const read = parseAtomFeed(atomOf(feed(), site));
    expect(read).toMatchObject({ id: 'tag:city.example,2026:feeds/proposals/el', updated: later.toISOString(), authors: [{ name: 'Δήμος <Δοκιμής>' }] });
    expect(read.links?.map(({ rel, href }) => [rel, href])).toEqual([['self', 'https://city.example:8443/feeds/proposals.atom'], ['alternate', 'https://city.example:8443/proposals']]);
    expect(read.entries?.map(({ id, updated, published }) => [id, updated, published])).toEqual([
      ['tag:city.example,2026:proposals/01J', later.toISOString(), at.toISOString()],
      ['tag:city.example,2026:proposals/01H', at.toISOString(), at.toISOString()],
    ]);
  });

  it('stands without entries', () => {
    expect(parseAtomFeed(atomOf(feed({ entries: [] }), site))).toMatchObject({ updated: '1970-01-01T00:00:00.000Z' });
  });
});

describe('a JSON feed', () => {
  it('says the same', () => {
    const read = parseJsonFeed(jsonFeedOf(feed({ lang: 'en' }), site));
    expect(read).toMatchObject({ title: 'Νέες προτάσεις · Δήμος <Δοκιμής>', home_page_url: 'https://city.example:8443/proposals', feed_url: 'https://city.example:8443/feeds/proposals.json?lang=en', language: 'en' });
    expect(read.items?.map(({ id, url, language }) => [id, url, language])).toEqual([
      ['tag:city.example,2026:proposals/01J', 'https://city.example:8443/proposals/01J', 'el'], ['tag:city.example,2026:proposals/01H', 'https://city.example:8443/proposals/01H', 'en'],
    ]);
    expect((JSON.parse(jsonFeedOf(feed(), site)) as { version: string }).version).toBe('https://jsonfeed.org/version/1.1');
  });
});

describe('when a feed last changed', () => {
  const moment = (ms: number) => new Date(ms);
  it('is told once its second is over, and never earlier than the change', () => {
    const changes = new LastChanges();
    expect(changes.of('feed', 'a', moment(10_200))).toBeNull();
    expect(changes.of('feed', 'a', moment(10_900))).toBeNull();
    expect(changes.of('feed', 'a', moment(11_000))).toEqual(moment(11_000));
    expect(changes.of('feed', 'b', moment(15_000))).toBeNull();
    expect(changes.of('feed', 'b', moment(20_000))).toEqual(moment(16_000));
    // What was hidden and shown again is a change each time.
    expect(changes.of('feed', 'a', moment(21_500))).toBeNull();
    expect(changes.of('feed', 'a', moment(30_000))).toEqual(moment(22_000));
  });
});
