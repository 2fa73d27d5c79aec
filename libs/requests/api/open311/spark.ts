import { escaped } from '@isegoria/kernel/contracts';

/** Fields in their order. What is null is an empty element, and null in JSON. */
export interface Row {
  readonly [field: string]: Value;
}

/** Several of a kind: in XML an element each, in JSON an array. */
export interface Several {
  readonly item: string;
  readonly values: readonly (Row | string)[];
}

export type Value = string | number | boolean | Date | Several | null;

/** An answer under the name of its root, which JSON leaves out. */
export interface Answer {
  readonly root: string;
  readonly content: Row | Several;
}

/** The way an answer is written, by the ending of its address. GeoReport v2: XML without a schema and a namespace, and JSON that is the same by the Spark convention. */
export const formats = {
  xml: { mediaType: 'text/xml', write: xmlOf },
  json: { mediaType: 'application/json', write: jsonOf },
} as const;
export type FormatName = keyof typeof formats;

const isFormat = (ending: string): ending is FormatName => Object.hasOwn(formats, ending);

/** In which format an address is answered: an ending that is none of ours in XML, the one that the standard asks for. */
export const formatFor = (ending: string): FormatName => (isFormat(ending) ? ending : 'xml');

/** A name and its ending. */
export function parted(file: string): [name: string, ending: string] {
  const dot = file.lastIndexOf('.');
  return dot < 0 ? [file, ''] : [file.slice(0, dot), file.slice(dot + 1)];
}

export function xmlOf({ root, content }: Answer): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, content, '')}`;
}

export function jsonOf({ content }: Answer): string {
  return JSON.stringify(plainOf(content));
}

function element(name: string, value: Value | Row, indent: string): string {
  const inner = `${indent}  `;
  const [open, close] = [`${indent}<${name}>`, `</${name}>\n`];
  if (value === null || value === '') return `${indent}<${name}/>\n`;
  if (isSeveral(value)) return `${open}\n${value.values.map((one) => element(value.item, one, inner)).join('')}${indent}${close}`;
  if (isRow(value)) return `${open}\n${Object.entries(value).map(([field, one]) => element(field, one, inner)).join('')}${indent}${close}`;
  return `${open}${escaped(value instanceof Date ? w3c(value) : String(value))}${close}`;
}

/** An empty text is null: XML cannot tell them apart, and both formats say the same. */
function plainOf(value: Value | Row): unknown {
  if (value instanceof Date) return w3c(value);
  if (value === '') return null;
  if (isSeveral(value)) return value.values.map(plainOf);
  return isRow(value) ? Object.fromEntries(Object.entries(value).map(([field, one]) => [field, plainOf(one)])) : value;
}

/** W3C's note on dates, to the second, which the oldest programs read too. */
function w3c(at: Date): string {
  return at.toISOString().replace(/\.\d+Z$/, 'Z');
}

function isSeveral(value: Value | Row): value is Several {
  return isRow(value) && Array.isArray(value['values']);
}

function isRow(value: Value | Row): value is Row {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}
