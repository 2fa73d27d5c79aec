import { readdirSync, readFileSync } from 'node:fs';
import { type DefinitionNode, Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { contractFields } from './contract-fields';
import { Costs } from './cost';
import { deepest, developersEnv } from './developers.env';

const small = new Costs(contractFields(['type Query { page(first: Int): Page! pictures(ids: [ID!]!): [Thing!]! things: [Thing!]! thing: Thing either: Either } type Page { items: [Thing!]! total: Int! } union Either = Thing | Page', 'type Query { now: Int } type Thing { id: ID! others: [Thing!]! }']));
const cost = (query: string, variables: Record<string, unknown> = {}) => {
  const measure = small.of(query, variables);
  return 'cost' in measure ? measure.cost : measure.unread;
};

describe('the cost of a query', () => {
  it('is what it may make the stores read', () => {
    expect(cost('{ now }')).toBe(1);
    expect(cost('{ thing { id } }')).toBe(1);
    expect(cost('{ things { id others { id } } }')).toBe(10 * (1 + 5));
    expect(cost('{ page(first: 50) { total } }')).toBe(1);
    expect(cost('{ page(first: 50) { total items { id others { id } } } }')).toBe(1 + 50 * (1 + 5));
    expect(cost('{ page { items { id } } }')).toBe(1 + 20);
    expect(cost('{ pictures(ids: ["a", "b", "c"]) { id } }')).toBe(3);
    expect(cost('{ a: thing { id } b: thing { id } }')).toBe(2);
    expect(cost('{ either { ... on Thing { id } ... on Page { items { id } } } }')).toBe(1 + 5);
  });

  it('follows the variables, their defaults, and the largest of many operations', () => {
    const query = 'query ($first: Int = 7, $ids: [ID!]) { page(first: $first) { items { id } } pictures(ids: $ids) { id } }';
    expect(cost(query, { ids: ['a', 'b'] })).toBe(1 + 7 + 2);
    expect(cost(query, { first: 100_000, ids: [] })).toBe(1 + 100);
    expect(cost('query A { thing { id } } query B { things { id } }')).toBe(10);
  });

  it('is found at once for fragments that unfold to more than the stars, or into themselves', () => {
    const bomb = Array.from({ length: 60 }, (_, at) => `fragment f${at} on Thing { a: others { ...f${at + 1} } b: others { ...f${at + 1} } }`).join(' ');
    expect(cost(`{ thing { ...f0 } } ${bomb} fragment f60 on Thing { id }`)).toBeGreaterThan(1e59);
    expect(cost('{ thing { ...a } } fragment a on Thing { others { ...a } }')).toBe(6);
  });

  it('is none of what cannot be read: half a query, a query’s tree written as JSON, or a text that is too long', () => {
    expect(cost('{ thing {')).toEqual({ message: expect.stringContaining('Syntax Error') as string });
    expect(cost(JSON.stringify(parse('{ thing { id } }')))).toEqual({ message: expect.stringContaining('Syntax Error') as string });
    expect(cost(`{ ${'a '.repeat(5000)} }`)).toBe('too long');
  });
});

it('of our own pages and cards is far below the limit', () => {
  const files = ['libs', 'apps'].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)).filter((file) => /^(libs\/[\w-]+\/web|apps\/(web|widgets)|libs\/widgets\/api)\/.*(?<!\.test)\.tsx?$/.test(file));
  const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const);
  // A part that several texts share stands in each of them.
  const shared = new Map(texts.flatMap(([, text]) => [...text.matchAll(/const (\w+) = `([^`$]*(?:\$\w[^`$]*)*)`/g)].map(([, name = '', part = '']) => [name, part] as const)));
  const whole = (text: string) => text.replace(/\$\{(\w+)\}/g, (_, name: string) => shared.get(name) ?? '');
  const found = texts.flatMap(([file, text]) => [...whole(text).matchAll(/`\s*((?:query|mutation|fragment)\s+\w[^`]*)`|'(query \w[^']*\})'/g)].flatMap(([, long, short]) => parse(long ?? short ?? '').definitions.map((definition) => ({ file, definition }))));
  const fragments = new Map<string, DefinitionNode>(found.flatMap(({ definition }) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])));
  const operations = found.filter(({ definition }) => definition.kind === Kind.OPERATION_DEFINITION);
  const all = [...fragments.values()].map(print).join('\n');
  const costs = new Costs();
  const ids = Array.from({ length: 50 }, (_, at) => `id${at}`);
  const measured = operations.map(({ file, definition }) => ({ file, name: 'name' in definition ? definition.name?.value : '', cost: undefined, depth: undefined, ...costs.of(`${print(definition)}\n${all}`, { ids, ballotIds: ids }) }));
  const largest = measured.sort((a, b) => (b.cost ?? 0) - (a.cost ?? 0)).slice(0, 5);
  process.stdout.write(`${measured.length} queries of our own; the largest: ${largest.map((one) => `${one.name} ${one.cost} (${one.file})`).join(', ')}\n`);
  expect(measured.length).toBeGreaterThan(100);
  expect(measured.filter((one) => one.cost === undefined || one.depth === undefined || one.depth > deepest || one.cost > developersEnv.QUERY_COST / 2)).toEqual([]);
});
