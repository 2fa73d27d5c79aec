import { Injectable } from '@nestjs/common';
import { type Dataset, Datasets, Kept, publicUrl } from '@isegoria/kernel/api';
import { Organisation } from '@isegoria/organisation/api';
import { absolute, datasetUrl, filePath, livePath, versionPath } from '../addresses';
import { formatsOf } from '../files/formats';
import { licences } from './licences';
import { openDataEnv } from '../open-data.env';
import { named, type Thing } from './rdf';
import { type Version, VersionStore } from '../files/version-store';
import { available, document, everyNight, fileType, languages, mediaTypeOf, moment, openToEverybody, sha256Algorithm, standard, texts, theme, themeScheme } from './vocabulary';

const keptMs = 10_000;
const csvwStandard = 'https://www.w3.org/TR/tabular-data-model/';

/** One way to a dataset, before it is written as RDF. */
interface Way {
  id: string;
  title: { el: string; en: string };
  access: string;
  download: string | null;
  mediaType: string;
  authority: string;
  written?: { bytes: number; sha256: string; at: Date };
}

/** The catalogue of the city's data after DCAT-AP 3.0.1. Its Greek and English stand beside each other. */
@Injectable()
export class Catalog {
  private readonly kept = new Kept(() => this.make(), keptMs);

  constructor(
    private readonly datasets: Datasets,
    private readonly versions: VersionStore,
    private readonly organisation: Organisation,
  ) {}

  things(): Promise<Thing[]> {
    return this.kept.get();
  }

  private async make(): Promise<Thing[]> {
    const { name } = await this.organisation.city();
    const publisher: Thing = { id: publicUrl(), types: ['foaf:Agent'], properties: [['foaf:name', texts(name)]] };
    const all = this.datasets.inOrder();
    const versions = await Promise.all(all.map(({ id }) => this.versions.of(id)));
    const parts = await Promise.all(all.map((dataset, at) => datasetThing(dataset, versions[at] ?? [], publisher)));
    const newest = versions.flat().map(({ at }) => at).sort((a, b) => b.getTime() - a.getTime())[0];
    return [{
      id: absolute('/catalog'),
      types: ['dcat:Catalog'],
      properties: [
        ['dct:title', texts({ el: `Ανοικτά δεδομένα: ${name.el}`, en: `Open data: ${name.en}` })],
        ['dct:description', texts({ el: 'Ό,τι είναι δημόσιο στην πλατφόρμα συμμετοχής του δήμου, ως δεδομένα.', en: 'Everything that is public on the municipality’s participation platform, as data.' })],
        ['dct:publisher', [publisher]],
        ['dct:license', [licenceThing()]],
        ['dct:language', languages],
        ['foaf:homepage', [document(absolute('/open-data'))]],
        ['dcat:themeTaxonomy', [themeScheme]],
        ['dct:modified', newest ? [moment(newest)] : []],
        ['dcat:service', [serviceThing(all, publisher)]],
        ['dcat:dataset', parts],
      ],
    }];
  }
}

/** Read live: the files of this moment, and the read API in the way of CKAN. */
function serviceThing(all: readonly Dataset[], publisher: Thing): Thing {
  return {
    id: absolute('/api/3/action'),
    types: ['dcat:DataService'],
    properties: [
      ['dct:title', texts({ el: 'Ανάγνωση των δεδομένων, με τον τρόπο του CKAN', en: 'Reading the data, in the way of CKAN' })],
      ['dcat:endpointURL', [named(absolute('/api/3/action'))]],
      ['dcat:endpointDescription', [named(absolute('/open-data'))]],
      ['dcat:servesDataset', all.map(({ id }) => named(datasetUrl(id)))],
      ['dct:publisher', [named(publisher.id ?? '')]],
      ['dct:license', [licenceThing()]],
    ],
  };
}

async function datasetThing(dataset: Dataset, versions: readonly Version[], publisher: Thing): Promise<Thing> {
  const { id, title, description, keywords, themes, page } = dataset;
  const [newest] = versions;
  const ways = [...(await livingWays(dataset)), ...(newest ? writtenWays(dataset, newest) : [])];
  return {
    id: datasetUrl(id),
    types: ['dcat:Dataset'],
    properties: [
      ['dct:title', texts(title)],
      ['dct:description', texts(description)],
      ['dct:identifier', [{ value: datasetUrl(id) }]],
      ['dct:publisher', [named(publisher.id ?? '')]],
      ['dcat:contactPoint', [contact(publisher)]],
      ['dcat:keyword', (['el', 'en'] as const).flatMap((language) => keywords[language].map((value) => ({ value, language })))],
      ['dcat:theme', themes.map(theme)],
      ['dcat:landingPage', [document(absolute(page)), document(datasetUrl(id))].slice(page === `/open-data/${id}` ? 1 : 0)],
      ['dct:language', languages],
      ['dct:accrualPeriodicity', [everyNight]],
      ['dct:accessRights', [openToEverybody]],
      ['dcat:version', newest ? [{ value: newest.id }] : []],
      ['dct:modified', newest ? [moment(newest.at)] : []],
      ['dct:issued', versions.length > 0 ? [moment((versions.at(-1) ?? newest)?.at ?? new Date(0))] : []],
      ['dcat:distribution', ways.map(wayThing)],
    ],
  };
}

/** What a living address writes, as the EU's vocabulary of file types calls it. */
const linkTypes: Record<string, string> = { 'application/json': 'JSON', 'text/xml': 'XML' };

async function livingWays(dataset: Dataset): Promise<Way[]> {
  const { id } = dataset;
  const live = formatsOf(dataset).map(({ title, extension, mediaType, authority }): Way => ({ id: `live-${extension}`, title: { el: `${title}, ζωντανά`, en: `${title}, live` }, access: absolute(livePath(id, extension)), download: absolute(livePath(id, extension)), mediaType, authority }));
  const files = ((await dataset.files?.()) ?? []).map(({ name, title, mediaType }): Way => ({ id: `file-${name}`, title, access: absolute(filePath(id, name)), download: absolute(filePath(id, name)), mediaType, authority: mediaType === 'text/csv' ? 'CSV' : 'TXT' }));
  const links = (dataset.links ?? []).map(({ title, path, mediaType }): Way => ({ id: `link-${path.split('/').at(-1) ?? ''}`, title, access: absolute(path), download: null, mediaType, authority: linkTypes[mediaType] ?? 'TXT' }));
  return [...live, ...files, ...links].map((way) => ({ ...way, id: `${datasetUrl(id)}#${way.id}` }));
}

function writtenWays({ id }: Dataset, { id: version, at, files }: Version): Way[] {
  return files.map(({ name, title, mediaType, authority, bytes, sha256 }) => {
    const url = absolute(versionPath(id, version, name));
    return { id: `${datasetUrl(id)}#${version}-${name}`, title: { el: `${title.el}, ${version}`, en: `${title.en}, ${version}` }, access: datasetUrl(id), download: url, mediaType, authority, written: { bytes, sha256, at } };
  });
}

function wayThing({ id, title, access, download, mediaType, authority, written }: Way): Thing {
  return {
    id,
    types: ['dcat:Distribution'],
    properties: [
      ['dct:title', texts(title)],
      ['dcat:accessURL', [named(access)]],
      ['dcat:downloadURL', download ? [named(download)] : []],
      ['dct:format', [fileType(authority)]],
      ['dcat:mediaType', [mediaTypeOf(mediaType)]],
      ['dct:license', [licenceThing()]],
      ['dcatap:availability', [available]],
      ['dct:conformsTo', authority === 'CSV' ? [standard(csvwStandard)] : []],
      ['dcat:accessService', written ? [] : [named(absolute('/api/3/action'))]],
      ['dcat:byteSize', written ? [{ value: String(written.bytes), type: 'xsd:nonNegativeInteger' }] : []],
      ['spdx:checksum', written ? [{ id: null, types: ['spdx:Checksum'], properties: [['spdx:algorithm', [sha256Algorithm]], ['spdx:checksumValue', [{ value: written.sha256, type: 'xsd:hexBinary' }]]] }] : []],
      ['dct:issued', written ? [moment(written.at)] : []],
    ],
  };
}

function licenceThing(): Thing {
  const { authority, title } = licences[openDataEnv.OPEN_DATA_LICENCE];
  return { id: authority, types: ['dct:LicenseDocument'], properties: [['dct:title', [{ value: title, language: 'en' }]]] };
}

function contact(publisher: Thing): Thing {
  const names = publisher.properties.flatMap(([name, values]) => (name === 'foaf:name' ? values : []));
  const email = openDataEnv.OPEN_DATA_CONTACT;
  const way: [string, Thing[]] = email ? ['vcard:hasEmail', [named(`mailto:${email}`)]] : ['vcard:hasURL', [named(absolute('/contact'))]];
  return { id: null, types: ['vcard:Organization', 'vcard:Kind'], properties: [['vcard:fn', names], way] };
}
