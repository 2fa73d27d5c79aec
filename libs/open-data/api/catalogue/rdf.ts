/** A small RDF: things with properties, nested where one thing belongs to another. It is written in three ways below. */
export interface Thing {
  /** An address, or null for a thing without a name of its own. */
  id: string | null;
  /** Prefixed names, such as `dcat:Dataset`. */
  types: string[];
  properties: [name: string, values: (Thing | Text)[]][];
}

/** A literal: of a language, or of a type (a prefixed name), or plain. */
export interface Text {
  value: string;
  language?: string;
  type?: string;
}

export const prefixes = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
} as const;

export const isThing = (value: Thing | Text): value is Thing => 'types' in value;

/** A thing that is only named. */
export const named = (id: string): Thing => ({ id, types: [], properties: [] });

/** The whole address of a prefixed name. Throws where the prefix is not known. */
export function fullName(name: string): string {
  const [prefix = '', local = ''] = name.split(':');
  const space = new Map<string, string>(Object.entries(prefixes)).get(prefix);
  if (!space) throw new Error(`${name} has no known prefix`);
  return space + local;
}

/** Characters that may not stand in an address are written as RFC 3987 has them. */
export const address = (id: string): string => id.replace(/[\u0000-\u0020<>"{}|\\^`]/g, (sign) => encodeURIComponent(sign));
