import { terms } from '@isegoria/kernel/api';
import type { Package } from './ckan-packages';
import { Wrong } from './ckan-wishes';

/** What is asked of `package_search`. */
export interface Search {
  q: string;
  fq: string;
  sort: string;
  rows: number;
  start: number;
  facets: string[];
}

/** The fields that a search may narrow and count by, with the values that a package has there. */
const facetsOf: Record<string, (one: Package) => string[]> = {
  tags: ({ tags }) => tags.map(({ name }) => name),
  groups: ({ groups }) => groups.map(({ name }) => name),
  organization: ({ organization }) => [organization.name],
  res_format: ({ resources }) => [...new Set(resources.map(({ format }) => format))],
  license_id: ({ license_id }) => [license_id],
  name: ({ name }) => [name],
};

/** Searches as CKAN does, as far as its clients need: words in Greek and English, `field:value` filters, orders, facets. */
export function searched(all: readonly Package[], { q, fq, sort, rows, start, facets }: Search) {
  const filters = filtersOf(`${fq} ${q.match(/[a-z_]+:("[^"]*"|\S+)/g)?.join(' ') ?? ''}`);
  const words = terms(q.replace(/[a-z_*]+:("[^"]*"|\S+)/g, ' '));
  const found = ordered(all.filter((one) => filters.every((holds) => holds(one)) && hasWords(one, words)), sort);
  const counts = Object.fromEntries(facets.filter((field) => facetsOf[field]).map((field) => [field, countsOf(found, field)]));
  return { count: found.length, sort: sort || 'score desc, metadata_modified desc', facets: counts, search_facets: Object.fromEntries(Object.entries(counts).map(([title, values]) => [title, { title, items: Object.entries(values).map(([name, count]) => ({ name, display_name: name, count })) }])), results: found.slice(start, start + rows) };
}

function filtersOf(text: string): ((one: Package) => boolean)[] {
  return [...text.matchAll(/([+-]?)([a-z_*]+):\(?("[^"]*"|[^\s)]+)\)?/g)].flatMap(([, sign, field = '', written = '']) => {
    const value = written.replace(/^"|"$/g, '').toLowerCase();
    if (field === '*' || value === '*') return [];
    const values = facetsOf[field];
    if (!values) throw new Wrong({ fq: [`there is no field ${field}; known are ${Object.keys(facetsOf).join(', ')}`] });
    const holds = (one: Package) => values(one).some((known) => known.toLowerCase() === value);
    return [sign === '-' ? (one: Package) => !holds(one) : holds];
  });
}

/** Each word is somewhere in what the package says of itself, in either language, by its stem. */
function hasWords({ name, title_translated: title, notes_translated: notes, tags }: Package, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const own = terms([name, title.el, title.en, notes.el, notes.en, ...tags.map((tag) => tag.name)].join(' '));
  return words.every((word) => own.some((one) => one.startsWith(word)));
}

function ordered(found: Package[], sort: string): Package[] {
  const [field = '', direction = 'asc'] = (sort.split(',')[0] ?? '').trim().split(/\s+/);
  const by: Record<string, (one: Package) => string> = { name: ({ name }) => name, title: ({ title }) => title, title_string: ({ title }) => title, metadata_modified: (one) => one.metadata_modified ?? '', metadata_created: (one) => one.metadata_created ?? '' };
  const value = by[field];
  if (!value) return found;
  return [...found].sort((a, b) => value(a).localeCompare(value(b), 'el') * (direction === 'desc' ? -1 : 1));
}

function countsOf(found: readonly Package[], field: string): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of found.flatMap((one) => facetsOf[field]?.(one) ?? [])) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries(counts);
}
