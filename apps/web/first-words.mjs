/**
 * Which words the first page says. We read the files that it consists of (the shell, the slices' ways, their parts of the home
 * page, and what these import) and take the words whose keys they name. What this reading misses is no harm: a word that is
 * not here sends for the rest, and the page is drawn again when it comes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileOf, standsIn } from './slice-index.mjs';

/** The stream on the home page says whatever happened, in the words of the slice in which it did. */
const ALWAYS = /^activity\./;
const IMPORT = /^import (?:(\w+),? )?(?:\{([^}]*)\} )?(?:from )?'([^']+)';$/gm;

/** For each slice, whether a key's words are said on the first page. */
export function firstWords(libs, slices, start = [join(import.meta.dirname, 'main.tsx'), join(import.meta.dirname, 'home-parts.tsx')]) {
  const walk = { libs, seen: new Set(), named: new Map(slices.map((slice) => [slice, { whole: new Set(), starts: new Set(), ends: new Set() }])) };
  const handed = slices.flatMap((slice) => ['ways.ts', 'home.tsx'].map((name) => join(libs, slice, 'web', name))).filter(existsSync);
  for (const path of [...start, ...handed]) visit(walk, path);
  return (slice, key) => ALWAYS.test(key) || isNamed(walk.named.get(slice), key);
}

function isNamed({ whole, starts, ends }, key) {
  const bare = key.replace(/_(zero|one|other)$/, '');
  const isJoined = [...bare.matchAll(/\./g)].some(({ index }) => whole.has(bare.slice(0, index)) && ends.has(bare.slice(index + 1)));
  return whole.has(bare) || isJoined || [...starts].some((start) => key.startsWith(start));
}

function visit(walk, path) {
  if (walk.seen.has(path)) return;
  walk.seen.add(path);
  const source = readFileSync(path, 'utf8');
  note(walk, sliceOf(walk, path), source);
  for (const next of importsOf(path, source)) if (/\.tsx?$/.test(next)) visit(walk, next);
}

/** The files that a file imports at once: of a slice, those in which what it names stands. */
function importsOf(path, source) {
  return [...source.matchAll(IMPORT)].flatMap(([, whole, names = '', from]) => {
    const file = fileOf(dirname(path), from);
    if (!file || whole === 'type') return [];
    const wanted = names.split(',').map((name) => name.trim().split(' as ')[0]).filter((name) => name && !name.startsWith('type '));
    return file.endsWith('/index.ts') ? wanted.map((name) => standsIn(file, name).file).filter((stands) => stands !== file) : [file];
  });
}

/** The shell speaks with ui's words. */
const sliceOf = ({ libs }, path) => (path.startsWith(libs) ? path.slice(libs.length + 1).split('/')[0] : 'ui');

/** Every text in a file may be a key: of its slice, of those whose words it asks for, or of the one that it names before a colon. */
function note({ named }, slice, source) {
  const speakers = new Set([slice, ...[...source.matchAll(/(?:useWords|wordsOf)\('([\w-]+)'/g)].map(([, other]) => other)]);
  const add = (text, sort) => {
    const [owner, key] = text.includes(':') ? text.split(':') : [null, text];
    for (const speaker of owner ? [owner] : speakers) named.get(speaker)?.[sort].add(key);
  };
  for (const [, text] of source.matchAll(/'([\w.:-]+)'/g)) add(text, 'whole');
  for (const [, text] of source.matchAll(/`([\w.:-]+)\$\{/g)) add(text, 'starts');
  // As in t(`${verb}.days`), where another text is the verb.
  for (const [, text] of source.matchAll(/`\$\{\w+\}\.([\w.-]+)`/g)) add(text, 'ends');
}
