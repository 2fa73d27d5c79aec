/**
 * Which words some source files say: those whose keys they name. What this reading misses is no harm: a word that is not here sends for all words of
 * its language, and the page is drawn again when they come.
 */
import { readFileSync } from 'node:fs';

/**
 * Parts that are told a slice, and say its words: a form looks the labels of its fields up by their names, and says what is wrong with them in the words of its slice
 * first (`ui/web/forms/form-context.ts`); a list says how many it found; an act says why it was refused.
 */
const PARTS = [
  [/<Form\b/, ['field.', 'problem.']],
  [/<FoundRows\b/, ['list.title', 'list.found', 'list.none', 'list.empty']],
  [/<Missing\b/, ['page.missing', 'page.all']],
  [/<Extensions\b/, ['facts.extension']],
  [/<DeskRows\b/, ['desk.', 'status.']],
  [/<(?:PublishAct|DiscardAct|ExtendForm|WithdrawForm)\b/, ['official.']],
  [/\b(?:useFate|refusalText)\(|<(?:PublishAct|DiscardAct|ExtendForm|WithdrawForm)\b/, ['refused.', 'failed']],
];
/** A key of two parts that are both handed over: any word in the file may be the first. */
const GROUPS = /`\$\{\w+\}\.\$\{\w+\}`/;
/** The stream and the inbox say whatever happened, in the words of the slice in which it did. */
const HAPPENED = /sentenceOf\(\w+, '(\w+)'/g;

/** For each slice, whether a key's words are said in one of the files. */
export function namedWords(libs, slices, files) {
  const named = new Map(slices.map((slice) => [slice, { whole: new Set(), starts: new Set(), ends: new Set() }]));
  for (const path of files) note(named, sliceOf(libs, path), readFileSync(path, 'utf8'));
  return (slice, key) => isNamed(named.get(slice), key);
}

function isNamed({ whole, starts, ends }, key) {
  const bare = key.replace(/_(zero|one|other)$/, '');
  const isJoined = [...bare.matchAll(/\./g)].some(({ index }) => whole.has(bare.slice(0, index)) && ends.has(bare.slice(index + 1)));
  return whole.has(bare) || isJoined || [...starts].some((start) => key.startsWith(start));
}

/** The shell speaks with ui's words. */
const sliceOf = (libs, path) => (path.startsWith(libs) ? path.slice(libs.length + 1).split('/')[0] : 'ui');

/** Every text in a file may be a key: of its slice, of those whose words it asks for, or of the one that it names before a colon. */
function note(named, slice, source) {
  const speakers = new Set([slice, ...[...source.matchAll(/(?:(?:useWords|wordsOf)\('|\bwords=")([\w-]+)['"]/g)].map(([, other]) => other)]);
  const add = (text, sort) => {
    const [owner, key] = text.includes(':') ? text.split(':') : [null, text];
    for (const speaker of owner ? [owner] : speakers) named.get(speaker)?.[sort].add(key);
  };
  for (const [, text] of source.matchAll(/['"]([\w.:-]+)['"]/g)) add(text, 'whole');
  for (const [, text] of source.matchAll(/`([\w.:-]+)\$\{/g)) add(text, 'starts');
  // As in t(`${verb}.days`), where another text is the verb.
  for (const [, text] of source.matchAll(/`\$\{\w+\}\.([\w.-]+)`/g)) add(text, 'ends');
  for (const [part, starts] of PARTS) if (part.test(source)) for (const start of starts) add(start, 'starts');
  if (GROUPS.test(source)) for (const [, text] of source.matchAll(/'(\w+)'/g)) add(`${text}.`, 'starts');
  for (const [, sort] of source.matchAll(HAPPENED)) for (const { starts } of named.values()) starts.add(`${sort}.`);
}
