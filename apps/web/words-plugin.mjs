/**
 * The words of the city in four files, two a language: what the first page says, and everything. Under development the first
 * has it all, so that a change needs no second look.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstWords } from './first-words.mjs';

const LIBS = join(import.meta.dirname, '../../libs');
const NAME = /^virtual:words\/(el|en)\/(first|rest)$/;

/** @returns {import('vite').Plugin} */
export function wordsInParts() {
  let building = false;
  return {
    name: 'isegoria:words',
    configResolved: ({ command }) => void (building = command === 'build'),
    resolveId: (id) => (NAME.test(id) ? `\0${id}` : null),
    load(id) {
      const [, locale, part] = (id[0] === '\0' && NAME.exec(id.slice(1))) || [];
      if (!locale) return null;
      const catalogues = cataloguesIn(locale);
      for (const { path } of catalogues) this.addWatchFile(path);
      const said = building && part === 'first' ? firstWords(LIBS, catalogues.map(({ slice }) => slice)) : () => true;
      const words = catalogues.map(({ slice, words }) => [slice, Object.fromEntries(words.filter(([key]) => said(slice, key)))]);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(words)))})`;
    },
  };
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
