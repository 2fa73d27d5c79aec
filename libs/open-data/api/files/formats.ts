import { csvText, type Dataset } from '@isegoria/kernel/api';
import type { DataRow, FieldType } from '@isegoria/kernel/contracts';
import { datasetUrl } from '../addresses';
import { dictionaryOf } from '../catalogue/dictionary';
import { feature } from './geometry';

/** How rows become a file, part by part: what stands before them, a run of them, what stands after. */
export interface Format {
  extension: string;
  mediaType: string;
  /** As the EU's vocabulary of file types calls it. */
  authority: string;
  title: string;
  head(dataset: Dataset): string;
  /** `isFirst`: no row was written before. */
  rows(dataset: Dataset, rows: readonly DataRow[], isFirst: boolean): string;
  tail(dataset: Dataset): string;
}

const csv: Format = {
  extension: 'csv', mediaType: 'text/csv', authority: 'CSV', title: 'CSV',
  head: ({ fields }) => csvText([fields.map(({ name }) => name)]),
  rows: ({ fields }, rows) => csvText(rows.map((row) => fields.map(({ name }) => row[name] ?? null))),
  tail: () => '',
};

const jsonLines: Format = {
  extension: 'jsonl', mediaType: 'application/jsonl', authority: 'JSON', title: 'JSON Lines',
  head: () => '',
  rows: ({ fields }, rows) => rows.map((row) => `${JSON.stringify(Object.fromEntries(fields.map(({ name }) => [name, row[name] ?? null])))}\n`).join(''),
  tail: () => '',
};

/** RFC 7946. A row without a point is a feature without a geometry: nothing is left out. */
const geoJson: Format = {
  extension: 'geojson', mediaType: 'application/geo+json', authority: 'GEOJSON', title: 'GeoJSON',
  head: () => '{"type":"FeatureCollection","features":[\n',
  rows: (dataset, rows, isFirst) => joined(rows.map((row) => feature(dataset, row)), isFirst),
  tail: () => '\n]}\n',
};

/** Without an `@id` of its own beside `@graph`: with one, the rows would stand in a graph of that name, and few would find them. */
const jsonLd: Format = {
  extension: 'jsonld', mediaType: 'application/ld+json', authority: 'JSON_LD', title: 'JSON-LD',
  head: (dataset) => `{"@context":${JSON.stringify(contextOf(dataset))},"@graph":[\n`,
  rows: (dataset, rows, isFirst) => joined(rows.map((row) => node(dataset, row)), isFirst),
  tail: () => '\n]}\n',
};

/** The formats of a dataset that has rows; GeoJSON only where rows have a place. */
export function formatsOf(dataset: Dataset): Format[] {
  if (!dataset.rows) return [];
  return dataset.geometry ? [csv, jsonLines, geoJson, jsonLd] : [csv, jsonLines, jsonLd];
}

export const formatNamed = (dataset: Dataset, extension: string): Format | null => formatsOf(dataset).find((format) => format.extension === extension) ?? null;

const joined = (nodes: readonly object[], isFirst: boolean): string => nodes.map((one, at) => `${isFirst && at === 0 ? '' : ',\n'}${JSON.stringify(one)}`).join('');

const xsd: Record<FieldType, string | null> = { string: null, integer: 'xsd:integer', number: 'xsd:double', boolean: 'xsd:boolean', dateTime: 'xsd:dateTime', uri: '@id' };

/** Each column is a term of the dataset's own vocabulary, which its dictionary explains. */
function contextOf(dataset: Dataset): Record<string, unknown> {
  const terms = dictionaryOf(dataset).map(({ name, type }) => [name, { '@id': `${datasetUrl(dataset.id)}#${name}`, ...(xsd[type] ? { '@type': xsd[type] } : {}) }]);
  return { xsd: 'http://www.w3.org/2001/XMLSchema#', ...Object.fromEntries(terms) as Record<string, unknown> };
}

/** What is not there is left out: JSON-LD reads null as nothing. */
function node(dataset: Dataset, row: DataRow): Record<string, unknown> {
  const key = dataset.key.map((name) => encodeURIComponent(String(row[name]))).join('/');
  const values = dataset.fields.flatMap(({ name }) => (row[name] === null || row[name] === undefined ? [] : [[name, row[name]] as const]));
  return { '@id': `${datasetUrl(dataset.id)}/${key}`, ...Object.fromEntries(values) };
}
