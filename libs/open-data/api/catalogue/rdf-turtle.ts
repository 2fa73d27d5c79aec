import { address, isThing, prefixes, type Text, type Thing } from './rdf';

/** Turtle (RDF 1.1). A named thing is a statement of its own, once however often it is said. */
export function turtle(things: readonly Thing[]): string {
  const head = Object.entries(prefixes).map(([prefix, space]) => `@prefix ${prefix}: <${space}> .`);
  return `${head.join('\n')}\n\n${[...new Set(statements(things))].join('\n\n')}\n`;
}

/** Those without a name stand within. */
function statements(things: readonly Thing[]): string[] {
  return things.flatMap((thing) => {
    const inner = thing.properties.flatMap(([, values]) => values.filter(isThing));
    const own = thing.types.length + thing.properties.length > 0 && thing.id !== null ? [`<${address(thing.id)}>\n${said(thing, 1)} .`] : [];
    return [...own, ...statements(inner.filter(({ id }) => id !== null)), ...statements(inner.filter(({ id }) => id === null).flatMap(namedWithin))];
  });
}

const namedWithin = ({ properties }: Thing): Thing[] => properties.flatMap(([, values]) => values.filter(isThing)).filter(({ id }) => id !== null);

function said({ types, properties }: Thing, depth: number): string {
  const indent = '  '.repeat(depth);
  const lines = [...(types.length > 0 ? [`a ${types.join(', ')}`] : []), ...properties.filter(([, values]) => values.length > 0).map(([name, values]) => `${name} ${values.map((value) => object(value, depth)).join(', ')}`)];
  return lines.map((line) => `${indent}${line}`).join(' ;\n');
}

function object(value: Thing | Text, depth: number): string {
  if (!isThing(value)) return literal(value);
  return value.id === null ? `[\n${said(value, depth + 1)}\n${'  '.repeat(depth)}]` : `<${address(value.id)}>`;
}

function literal({ value, language, type }: Text): string {
  const quoted = `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')}"`;
  if (language) return `${quoted}@${language}`;
  return type ? `${quoted}^^${type}` : quoted;
}
