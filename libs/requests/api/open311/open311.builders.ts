import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** A GeoReport answer as a test reads it. */
export interface Told {
  status: number;
  type: string;
  text: string;
  /** The JSON value, or the XML brought to the same by the Spark convention, with every value a text. */
  content: unknown;
}

/** The elements that stand for one of several. */
const items = new Set(['service', 'attribute', 'value', 'request', 'error', 'endpoint', 'format', 'request_update']);
const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, trimValues: false, htmlEntities: true, isArray: (name) => items.has(name) });

/** Reads a document of ours with a parser that is not ours: what stands under the root, arrays in place of lists of elements. Throws where it is no XML. */
export function xmlRead(text: string): unknown {
  const valid = XMLValidator.validate(text);
  if (valid !== true) throw new Error(`${valid.err.msg} in ${text}`);
  const { '?xml': declaration, ...roots } = parser.parse(text) as Record<string, unknown>;
  const [root] = Object.values(roots);
  if (!text.startsWith('<?xml version="1.0" encoding="utf-8"?>') || declaration === undefined) throw new Error('No declaration leads it.');
  return spark(root);
}

/** Empty is null; a list of elements is an array; white space between elements is nothing. */
function spark(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (Array.isArray(value)) return value.map(spark);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name]) => name !== '#text');
  const [only] = fields;
  return fields.length === 1 && only && items.has(only[0]) ? spark(only[1]) : Object.fromEntries(fields.map(([name, one]) => [name, spark(one)]));
}

/** A JSON answer with every value a text, to lay beside the XML one; an empty list is an empty element, and that is null. */
export function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? value.map(asTexts) : null;
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asTexts(one)]));
  return value === null ? null : String(value);
}

export async function told(address: string, init?: RequestInit): Promise<Told> {
  const answer = await fetch(address, init);
  const text = await answer.text();
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, text, content: type.includes('json') ? (JSON.parse(text) as unknown) : xmlRead(text) };
}
