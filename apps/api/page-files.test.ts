import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { pageFilesIn } from './page-files';

const folder = mkdtempSync(join(tmpdir(), 'isegoria-page-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = {
  fonts: ['greek.woff2'],
  pages: [
    { path: '/', files: ['home.js'] },
    { path: '/proposals/:id', files: ['proposal.js', 'proposal.css'] },
    { path: '/proposals/new', files: ['new.js'] },
    { path: '/proposals/:id/write', files: ['write.js'] },
  ],
  other: ['table.js'],
};
writeFileSync(join(folder, 'page-files.json'), JSON.stringify(written));

const asked = (path: string) => [...pageFilesIn(folder).linksFor(path, 'n0nce').matchAll(/href="\/([^"]+)"/g)].map(([, file]) => file);

describe('a page names what it needs', () => {
  it('its own code and styles, and the fonts after them', () => {
    expect(asked('/proposals/06abc')).toEqual(['proposal.js', 'proposal.css', 'greek.woff2']);
    expect(asked('/proposals/06abc/')).toEqual(asked('/proposals/06abc'));
    expect(asked('/')).toEqual(['home.js', 'greek.woff2']);
  });

  it('by the address that says most, and no more than the address', () => {
    expect(asked('/proposals/new')).toContain('new.js');
    expect(asked('/proposals/new/write')).toContain('write.js');
    expect(asked('/proposals/a/b/c')).toContain('table.js');
  });

  it('as scripts that the page’s policy lets in, styles, and fonts that let both go first', () => {
    const links = pageFilesIn(folder).linksFor('/proposals/06abc', 'n0nce');
    expect(links).toContain('<link rel="modulepreload" crossorigin nonce="n0nce" href="/proposal.js">');
    expect(links).toContain('<link rel="preload" as="style" crossorigin href="/proposal.css">');
    expect(links).toContain('fetchpriority="low" href="/greek.woff2"');
  });

  it('nothing where the build wrote nothing', () => expect(pageFilesIn(tmpdir()).linksFor('/', 'n0nce')).toBe(''));
});
