/** Reads the slices' SDL, and joins it: the `Query` and `Mutation` of many slices become one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildASTSchema, Kind, lexicographicSortSchema, parse, printSchema } from 'graphql';

/** All slices that have SDL and whose SDL can be read; of the others, a sentence each. */
export function sdlOfSlices() {
  const slices = [];
  const problems = [];
  for (const name of readdirSync('libs').sort()) {
    const folder = `libs/${name}/contracts`;
    const paths = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.graphql')).sort() : [];
    if (!paths.length) continue;
    const path = `${folder}/${paths.join(', ')}`;
    try {
      const documents = paths.map((file) => parse(readFileSync(`${folder}/${file}`, 'utf8')));
      slices.push({ name, path, definitions: merge(documents.flatMap((document) => document.definitions)) });
    } catch (error) {
      problems.push(`${path}: ${error.message} (line ${error.locations?.[0]?.line ?? '?'})`);
    }
  }
  return { slices, problems };
}

/** Definitions of the same object type become one with the fields of all. */
export function merge(definitions) {
  const byName = new Map();
  for (const definition of definitions) {
    const name = definition.name?.value ?? definition.kind;
    const known = byName.get(name);
    const joins = known?.kind === Kind.OBJECT_TYPE_DEFINITION && definition.kind === known.kind;
    if (known && !joins) throw new Error(`${name} is defined twice`);
    byName.set(name, joins ? { ...known, description: known.description ?? definition.description, fields: [...known.fields, ...definition.fields] } : definition);
  }
  return [...byName.values()];
}

/** The public face of the whole city as text, or null (and a problem more) where the slices do not fit together. */
export function mergedSchema(slices, problems) {
  try {
    const definitions = merge(slices.flatMap((slice) => slice.definitions));
    return `${printSchema(lexicographicSortSchema(buildASTSchema({ kind: Kind.DOCUMENT, definitions })))}\n`;
  } catch (error) {
    problems.push(`schema.graphql: ${error.message}`);
    return null;
  }
}
