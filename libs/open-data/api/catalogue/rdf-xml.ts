import { escaped } from '@isegoria/kernel/contracts';
import { address, fullName, isThing, prefixes, type Text, type Thing } from './rdf';

/** RDF/XML: things nest as they are given; what is only named is a reference. */
export function rdfXml(things: readonly Thing[]): string {
  const spaces = Object.entries(prefixes).map(([prefix, space]) => ` xmlns:${prefix}="${space}"`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${spaces}>\n${things.map((thing) => element(thing, 1)).join('')}</rdf:RDF>\n`;
}

function element({ id, types, properties }: Thing, depth: number): string {
  const indent = ' '.repeat(depth);
  const [first = 'rdf:Description', ...others] = types;
  const about = id === null ? '' : ` rdf:about="${escaped(address(id))}"`;
  const typed = others.map((type) => `${indent} <rdf:type rdf:resource="${fullName(type)}"/>\n`).join('');
  const inner = properties.map(([name, values]) => values.map((value) => property(name, value, depth + 1)).join('')).join('');
  return `${indent}<${first}${about}>\n${typed}${inner}${indent}</${first}>\n`;
}

function property(name: string, value: Thing | Text, depth: number): string {
  const indent = ' '.repeat(depth);
  if (!isThing(value)) return `${indent}<${name}${kindOf(value)}>${escaped(value.value)}</${name}>\n`;
  const isReference = value.id !== null && value.types.length + value.properties.length === 0;
  return isReference ? `${indent}<${name} rdf:resource="${escaped(address(value.id ?? ''))}"/>\n` : `${indent}<${name}>\n${element(value, depth + 1)}${indent}</${name}>\n`;
}

function kindOf({ language, type }: Text): string {
  if (language) return ` xml:lang="${language}"`;
  return type ? ` rdf:datatype="${fullName(type)}"` : '';
}
