/**
 * The words of the city go with the scripts that say them: each file of the build begins with what its own sources name, in both languages, so that no page
 * waits for words, nor has those of another. `virtual:words/<locale>` has them all: under development, and where a word is missed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedWords } from './named-words.mjs';

const LIBS = join(import.meta.dirname, '../../../libs');
const LOCALES = ['el', 'en'];
const NAME = /^virtual:words\/(el|en)$/;
const SOURCE = /\/(?:libs|apps\/web)\/.*\.tsx?$/;

/** @returns {import('vite').Plugin} */
export function wordsWithScripts() {
  const catalogues = Object.fromEntries(LOCALES.map((locale) => [locale, cataloguesIn(locale)]));
  const slices = catalogues.el.map(({ slice }) => slice);
  const saidIn = (chunks) => namedWords(LIBS, slices, chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => SOURCE.test(id)));
  let first = null;
  return {
    name: 'isegoria:words',
    resolveId: (id) => (NAME.test(id) ? `\0${id}` : null),
    load(id) {
      const [, locale] = (id[0] === '\0' && NAME.exec(id.slice(1))) || [];
      if (!locale) return null;
      const all = cataloguesIn(locale);
      for (const { path } of all) this.addWatchFile(path);
      return `export default ${parsed(Object.fromEntries(all.map(({ slice, words }) => [slice, Object.fromEntries(words)])))}`;
    },
    buildStart: () => void (first = null),
    renderChunk(code, chunk, _options, { chunks }) {
      first ??= firstOf(chunks, saidIn);
      // A thread's scripts are built by themselves, and say nothing.
      if (!first) return null;
      const here = saidIn([chunk]);
      const before = first.files.has(chunk.fileName) ? () => false : first.said;
      const said = Object.fromEntries(LOCALES.map((locale) => [locale, catalogueOf(catalogues[locale], (slice, key) => here(slice, key) && !before(slice, key))]));
      return Object.keys(said.el).length > 0 ? { code: `(globalThis.cityWords??=[]).push(${parsed(said)});${code}`, map: null } : null;
    },
  };
}

/** The scripts with which every page begins, and what they say: everybody has that. Null in a build without pages. */
function firstOf(chunks, saidIn) {
  const entry = Object.values(chunks).find(({ isEntry, facadeModuleId }) => isEntry && facadeModuleId?.endsWith('/index.html'));
  if (!entry) return null;
  const all = [entry, ...entry.imports.map((file) => chunks[file])];
  return { files: new Set(all.map(({ fileName }) => fileName)), said: saidIn(all) };
}

function catalogueOf(catalogues, isSaid) {
  const chosen = catalogues.map(({ slice, words }) => [slice, Object.fromEntries(words.filter(([key]) => isSaid(slice, key)))]);
  return Object.fromEntries(chosen.filter(([, words]) => Object.keys(words).length > 0));
}

function cataloguesIn(locale) {
  return readdirSync(LIBS).flatMap((slice) => {
    const path = join(LIBS, slice, 'contracts', `words.${locale}.json`);
    return existsSync(path) ? { slice, path, words: flat(JSON.parse(readFileSync(path, 'utf8'))) } : [];
  });
}

/** Every sentence under its whole key. */
function flat(words, before = '') {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`)));
}

/** A browser reads JSON sooner than the same in JavaScript. */
const parsed = (value) => `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
