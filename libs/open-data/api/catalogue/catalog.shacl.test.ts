import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCity, type TestCity, Datasets } from '@isegoria/kernel/api';
import { Catalog } from './catalog';
import { Dumps } from '../files/dumps.service';
import { aDataset } from '../open-data.builders';
import { OpenDataModule } from '../open-data.module';
import type { Thing } from './rdf';
import { turtle } from './rdf-turtle';
import { shaclProblems } from './shacl.builders';

const folder = join(process.env['SHARED_DATA'] ?? join(import.meta.dirname, '../../../../shared/data'), 'dcat-ap');
const shapes = ['shapes.ttl', 'range.ttl'].map((file) => join(folder, file));

/** The official SHACL shapes lie beside the house; where they are absent this is skipped, and the run says so. */
describe.skipIf(!existsSync(folder))(`the catalogue against the official shapes of DCAT-AP 3.0.1 (${folder})`, () => {
  let city: TestCity;
  let things: Thing[];
  beforeAll(async () => {
    city = await startCity([OpenDataModule]);
    const dataset = aDataset([{ id: '1', title: 'Πλατεία <script>', supports: 2, at: new Date(), lat: 37.9, lng: 22.9 }], {
      links: [{ title: { el: 'Δρόμος', en: 'Way' }, path: '/way', mediaType: 'text/plain', format: 'TXT' }],
      files: () => Promise.resolve([{ name: 'a.pb', title: { el: 'Αρχείο', en: 'File' }, mediaType: 'text/plain', format: 'PB', read: () => Promise.resolve('META') }]),
    });
    city.get(Datasets).register(dataset);
    await city.get(Dumps).write(dataset);
    things = await city.get(Catalog).things();
  });
  afterAll(() => city.stop());

  it('conforms, with the classes of all that it names', async () => {
    expect(await shaclProblems(turtle(things), shapes.map((path) => readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('is found wanting where it is broken, property by property', async () => {
    const broken = things.map((thing) => without(thing, ['dcat:accessURL', 'dct:publisher', 'dct:title', 'foaf:name', 'spdx:checksumValue']));
    const problems = await shaclProblems(turtle(broken), shapes.map((path) => readFileSync(path, 'utf8')));
    expect(new Set(problems.filter(({ kind }) => kind === 'MinCountConstraintComponent').map(({ path }) => path))).toEqual(new Set(['accessURL', 'publisher', 'title', 'checksumValue']));
  });
});

/** The thing, and all within it, without some properties; an agent that says nothing more is no agent any more. */
function without(thing: Thing, names: string[]): Thing {
  const properties = thing.properties.filter(([name]) => !names.includes(name)).map(([name, values]): Thing['properties'][number] => [name, values.map((value) => ('types' in value ? without(value, names) : value))]);
  return { ...thing, properties };
}
