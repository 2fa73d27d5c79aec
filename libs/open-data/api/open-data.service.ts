import { Injectable } from '@nestjs/common';
import { type Dataset, Datasets } from '@isegoria/kernel/api';
import type { DataCell } from '@isegoria/kernel/contracts';
import type { OpenDataCell, OpenDataFile, OpenDataLicence, OpenDataSample, OpenDataset, OpenDataVersion } from '@isegoria/open-data/contracts';
import { filePath, livePath, metadataName, versionPath } from './addresses';
import { dictionaryOf } from './catalogue/dictionary';
import { formatsOf } from './files/formats';
import { inBoth } from './in-both';
import { licences } from './catalogue/licences';
import { openDataEnv } from './open-data.env';
import { pageRows } from './files/row-stream';
import { type Version, VersionStore } from './files/version-store';

const mostSampled = 100;

/** The datasets as the page shows them. */
@Injectable()
export class OpenData {
  constructor(
    private readonly datasets: Datasets,
    private readonly versions: VersionStore,
  ) {}

  all(): Promise<OpenDataset[]> {
    return Promise.all(this.datasets.inOrder().map((dataset) => this.view(dataset)));
  }

  async one(id: string): Promise<OpenDataset | null> {
    const dataset = this.datasets.named(id);
    return dataset && this.view(dataset);
  }

  /** The first rows, as everybody may read them. */
  async sample(id: string, first: number): Promise<OpenDataSample | null> {
    const dataset = this.datasets.named(id);
    if (!dataset?.rows) return null;
    const { rows, next } = await pageRows(dataset, { after: null, limit: Math.min(Math.max(Math.trunc(first), 1), mostSampled) });
    return { rows: rows.map((row) => dataset.fields.map(({ name }) => cellOf(row[name] ?? null))), hasMore: next !== null };
  }

  licence(): OpenDataLicence {
    const { title, url } = licences[openDataEnv.OPEN_DATA_LICENCE];
    return { title, url };
  }

  private async view(dataset: Dataset): Promise<OpenDataset> {
    const { id, title, description, keywords, themes, page } = dataset;
    const [versions, files] = await Promise.all([this.versions.of(id), livingFiles(dataset)]);
    return {
      id, title, description, page, files, themes: [...themes],
      keywords: keywords.el.map((el, at) => ({ el, en: keywords.en[at] ?? el })),
      fields: dictionaryOf(dataset), formats: [...new Set(files.map(({ format }) => format))],
      versions: versions.map((version) => versionView(id, version)),
    };
  }
}

async function livingFiles(dataset: Dataset): Promise<OpenDataFile[]> {
  const { id } = dataset;
  const formats = formatsOf(dataset).map(({ title, extension }) => ({ title: inBoth(`${id}.${extension}`), format: title, path: livePath(id, extension) }));
  const more = dataset.rows
    ? [{ title: { el: `${id}.csv για υπολογιστικά φύλλα`, en: `${id}.csv for spreadsheets` }, format: 'CSV', path: `${livePath(id, 'csv')}?bom` }, { title: inBoth(metadataName(`${id}.csv`)), format: 'CSVW', path: livePath(id, metadataName('csv')) }]
    : [];
  const own = ((await dataset.files?.()) ?? []).map(({ title, format, name }) => ({ title, format, path: filePath(id, name) }));
  return [...formats, ...more, ...own, ...(dataset.links ?? []).map(({ title, format, path }) => ({ title, format, path }))];
}

function versionView(dataset: string, { id, at, rows, files }: Version): OpenDataVersion {
  return { id, at, rows, files: files.map(({ name, format, bytes, sha256 }) => ({ name, format, bytes, sha256, path: versionPath(dataset, id, name) })) };
}

function cellOf(cell: DataCell): OpenDataCell {
  if (cell === null) return { text: null, number: null };
  if (typeof cell === 'number') return { text: null, number: cell };
  return { text: cell instanceof Date ? cell.toISOString() : String(cell), number: null };
}
