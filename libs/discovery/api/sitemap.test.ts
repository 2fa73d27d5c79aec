import type { PageAddress, PageSource } from '@isegoria/kernel/api';
import { describe, expect, it } from 'vitest';
import { partMost, robots, sitemapIndex, sitemapPart } from './sitemap';

/** So many proposals, some of which were hidden. */
function source(count: number, isHidden = (_number: number) => false): PageSource {
  return {
    pattern: /^$/,
    at: () => Promise.resolve(null),
    async *addresses(after): AsyncGenerator<PageAddress> {
      for (let number = after === null ? 0 : Number(after) + 1; number < count; number += 1) if (!isHidden(number)) yield await Promise.resolve({ path: `/p/${number}`, modifiedAt: new Date(0), place: String(number) });
    },
  };
}

const partsOf = (index: string) => [...index.matchAll(/<loc>https:\/\/c\.example\/sitemaps\/p\.xml(?:\?after=(\d+))?<\/loc>/g)].map(([, after]) => after ?? null);

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('the sitemap', () => {
  it('names every address once, in files of no more than 50,000', async () => {
    expect(partMost).toBe(50_000);
    const many = source(1_201);
    const parts = partsOf(await sitemapIndex([{ name: 'p', source: many }], 'https://c.example', 500));
    expect(parts).toEqual([null, '499', '999']);
    const found: string[] = [];
    for (const after of parts) {
      const paths = [...(await textOf(sitemapPart(many.addresses?.(after) ?? emptied(), 'https://c.example', 500))).matchAll(/<loc>https:\/\/c\.example([^<]+)<\/loc>/g)].map(([, path = '']) => path);
      expect(paths.length).toBeLessThanOrEqual(500);
      found.push(...paths);
    }
    expect(new Set(found).size).toBe(1_201);
    expect(found.length).toBe(1_201);
  });

  it('reads only as far as somebody takes it', async () => {
    let read = 0;
    const counting: PageSource = { ...source(0), async *addresses() { for (;;) yield await Promise.resolve({ path: `/p/${(read += 1)}`, modifiedAt: null, place: String(read) }); } };
    const pieces = sitemapPart(counting.addresses?.(null) ?? emptied(), 'https://c.example');
    const first = await pieces.next();
    expect(String(first.value).length).toBeLessThan(20_000);
    expect(read).toBeLessThan(1_000);
    await pieces.return(undefined);
  });

  it('loses a hidden address at once, whatever the index was made of', async () => {
    const hidden = source(10, (number) => number === 3);
    expect(await textOf(sitemapPart(hidden.addresses?.(null) ?? emptied(), 'https://c.example'))).not.toContain('/p/3<');
    expect(await sitemapIndex([{ name: 'p', source: source(0) }], 'https://c.example')).not.toContain('<sitemap>');
  });
});

describe('robots.txt', () => {
  it('names the sitemap and keeps crawlers from what is not for them', () => {
    const text = robots('https://c.example', true);
    expect(text).toMatch(/^User-agent: \*\n/);
    expect(text).toContain('\nSitemap: https://c.example/sitemap.xml\n');
    expect(text).toContain('\nDisallow: /account\n');
    expect(robots('https://c.example', false)).not.toContain('Sitemap');
  });
});

async function* emptied(): AsyncGenerator<PageAddress> {
  yield* await Promise.resolve([]);
}
