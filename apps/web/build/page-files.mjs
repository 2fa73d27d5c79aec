/**
 * What each address needs beside the first script: its page's code and styles. A browser would ask for them only when the script that names them runs, one after the other; the server, which knows the address, names
 * them in the page itself (`apps/api/page-files.ts`). They stand in `page-files.json`, with the four fonts of the first lines.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const HERE = join(import.meta.dirname, '..');
const LIBS = join(HERE, '../../libs');
/** Of the pages, those that stand in no table; a file is named without its ending, as in the tables. */
const OWN = [
  { path: '/', file: join(HERE, 'home-parts') },
  { path: '/act/:kind/:id', file: join(HERE, 'act-page') },
];
const ROUTE = /path: '\/?([^'*]+)'(?:, lazy: \(\) => import\('([^']+)'\))?/g;

/** @returns {import('vite').Plugin} */
export function pageFiles() {
  return {
    name: 'isegoria:page-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      this.emitFile({ type: 'asset', fileName: 'page-files.json', source: JSON.stringify(filesIn(bundle)) });
    },
  };
}

function filesIn(bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const first = new Set(closure(bundle, chunks.find(({ isEntry }) => isEntry).fileName));
  const withAll = (chunk) => closure(bundle, chunk.fileName).filter((file) => !first.has(file));
  const chunkOf = new Map(chunks.flatMap((chunk) => chunk.moduleIds.map((id) => [id, chunk])));
  const table = withAll(chunkOf.get(join(HERE, 'pages.tsx')));
  const pages = [...OWN, ...routes()].flatMap(({ path, file }) => {
    const chunk = chunkOf.get(`${file}.tsx`);
    // The gallery is there under development only.
    return chunk ? [{ path, files: path === '/' ? withAll(chunk) : [...new Set([...table, ...withAll(chunk)])] }] : [];
  });
  return { fonts: Object.keys(bundle).filter(isFont), pages, other: table };
}

/** The addresses of all pages, each with the file of its page. */
function routes() {
  const tables = [join(HERE, 'pages.tsx'), ...readdirSync(LIBS).map((slice) => join(LIBS, slice, 'web/routes.tsx'))].filter(existsSync);
  return tables.flatMap((table) =>
    [...readFileSync(table, 'utf8').matchAll(ROUTE)].map(([whole, path, from]) => {
      if (!from) throw new Error(`${table}: the page of ${whole} is not in the form { path: 'x', lazy: () => import('./x-page') }, in which its files are found.`);
      return { path: `/${path}`, file: resolve(table, '..', from) };
    }),
  );
}

/** A script, its styles and all that it imports at once. */
function closure(bundle, file, seen = new Set()) {
  if (seen.has(file) || bundle[file]?.type !== 'chunk') return [...seen];
  seen.add(file);
  for (const style of bundle[file].viteMetadata?.importedCss ?? []) seen.add(style);
  for (const next of bundle[file].imports) closure(bundle, next, seen);
  return [...seen];
}

const isFont = (file) => /-(greek|latin)-(wght|600)-normal.*\.woff2$/.test(file);
