/**
 * Which words the first page says. We read the files that it consists of (the shell's neighbours, each slice's parts of the home
 * page, and what these import) and take the words whose keys they name. What this reading misses is no harm: a word that is
 * not here sends for the rest, and the page is drawn again when it comes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SHELL = [
  ['identity', 'AccountMenu'],
  ['notifications', 'InboxBell'],
];
/** The stream on the home page says whatever happened, in the words of the slice in which it did. */
const ALWAYS = /^activity\./;

/** For each slice, whether a key's words are said on the first page. */
export function firstWords(libs, slices) {
  const walk = { libs, seen: new Set(), named: new Map(slices.map((slice) => [slice, { whole: new Set(), starts: new Set() }])) };
  for (const [slice, name] of SHELL) byName(walk, slice, name);
  for (const slice of slices) readRoutes(walk, slice);
  return (slice, key) => slice === 'ui' || ALWAYS.test(key) || isNamed(walk.named.get(slice), key);
}

function isNamed({ whole, starts }, key) {
  return whole.has(key.replace(/_(zero|one|other)$/, '')) || [...starts].some((start) => key.startsWith(start));
}

/** The names of a slice's ways, and its parts of the home page. */
function readRoutes(walk, slice) {
  const path = join(walk.libs, slice, 'web/routes.tsx');
  if (!existsSync(path)) return;
  const source = readFileSync(path, 'utf8');
  note(walk, slice, source);
  const [, home = ''] = source.split(/\bhome:/);
  for (const [, part] of home.matchAll(/import\('(\.[^']+)'\)/g)) visit(walk, slice, join(dirname(path), part));
}

function visit(walk, slice, stem) {
  const path = [`${stem}.tsx`, `${stem}.ts`].find(existsSync);
  if (!path || walk.seen.has(path)) return;
  walk.seen.add(path);
  const source = readFileSync(path, 'utf8');
  note(walk, slice, source);
  for (const [, names, from] of source.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)) {
    const [, other] = /^@isegoria\/([^/]+)\/web$/.exec(from) ?? [];
    if (from.startsWith('.')) visit(walk, slice, join(dirname(path), from));
    if (other && other !== 'ui') for (const name of names.split(',')) byName(walk, other, name.trim());
  }
}

/** The file in which a slice's index says that a name stands. */
function byName(walk, slice, name) {
  const index = join(walk.libs, slice, 'web/index.ts');
  if (!existsSync(index)) return;
  const line = [...readFileSync(index, 'utf8').matchAll(/export \{([^}]*)\} from '(\.[^']+)'/g)].find(([, names]) => new RegExp(`\\b${name}\\b`).test(names));
  if (line) visit(walk, slice, join(dirname(index), line[2]));
}

/** Every text in a file may be a key: of its slice, of those whose words it asks for, or of the one that it names before a colon. */
function note({ named }, slice, source) {
  const speakers = new Set([slice, ...[...source.matchAll(/(?:useWords|wordsOf)\('([\w-]+)'/g)].map(([, other]) => other)]);
  const add = (text, sort) => {
    const [owner, key] = text.includes(':') ? text.split(':') : [null, text];
    for (const speaker of owner ? [owner] : speakers) named.get(speaker)?.[sort].add(key);
  };
  for (const [, text] of source.matchAll(/'([\w.:-]+)'/g)) add(text, 'whole');
  for (const [, text] of source.matchAll(/`([\w.:-]+)\$\{/g)) add(text, 'starts');
}
