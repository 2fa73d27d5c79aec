import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build of the pages wrote of itself (`apps/web/build/page-files.mjs`). */
interface Written {
  fonts: string[];
  pages: { path: string; files: string[] }[];
  other: string[];
}

/** The links by which a page asks for everything that it needs at once, in place of one script after the other. */
export interface PageFiles {
  /** As tags for the head of the page at this address. The nonce is the answer's own. */
  linksFor(path: string, nonce: string): string;
}

/** Reads what the build wrote in a folder. Where there is nothing (pages that were not built by us), a page finds its files by itself, only later. */
export function pageFilesIn(folder: string): PageFiles {
  const file = join(folder, 'page-files.json');
  if (!existsSync(file)) return { linksFor: () => '' };
  const { fonts, pages, other } = JSON.parse(readFileSync(file, 'utf8')) as Written;
  const routes = pages.map(({ path, files }) => ({ path, files, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}/?$`) })).sort((a, b) => openness(a.path).localeCompare(openness(b.path)));
  return {
    linksFor(path, nonce) {
      const files = routes.find(({ pattern }) => pattern.test(path))?.files ?? other;
      return [...files.map((name) => link(name, nonce)), ...fonts.map(fontLink)].join('');
    },
  };
}

/** Sorts an address that names its last part before one where it may be anything. */
const openness = (path: string) => path.replaceAll(/:\w+/g, '\uffff');

const link = (file: string, nonce: string) =>
  file.endsWith('.css') ? `<link rel="preload" as="style" crossorigin href="/${file}">` : `<link rel="modulepreload" crossorigin nonce="${nonce}" href="/${file}">`;

/** Letters can be read in another typeface until theirs is here: scripts and styles go first. */
const fontLink = (file: string) => `<link rel="preload" as="font" type="font/woff2" crossorigin fetchpriority="low" href="/${file}">`;
