import { address, isThing, prefixes, type Text, type Thing } from './rdf';

/** JSON-LD 1.1, in the shape in which the things are given. */
export function jsonLdOf(things: readonly Thing[]): string {
  return `${JSON.stringify({ '@context': prefixes, '@graph': things.map(node) }, null, 1)}\n`;
}

function node({ id, types, properties }: Thing): Record<string, unknown> {
  const own = { ...(id === null ? {} : { '@id': address(id) }), ...(types.length > 0 ? { '@type': types } : {}) };
  return { ...own, ...Object.fromEntries(properties.filter(([, values]) => values.length > 0).map(([name, values]) => [name, values.map((value) => (isThing(value) ? node(value) : literal(value)))])) };
}

function literal({ value, language, type }: Text): Record<string, string> {
  if (language) return { '@value': value, '@language': language };
  return type ? { '@value': value, '@type': type } : { '@value': value };
}
