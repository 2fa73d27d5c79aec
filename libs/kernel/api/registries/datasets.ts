import { Injectable } from '@nestjs/common';
import type { Model } from 'mongoose';
import type { DataRow, DatasetField, Localized } from '@isegoria/kernel/contracts';

/** Where a reader is: in which document, in the order of ids, and at which of its rows. */
export interface RowPlace {
  id: string;
  row: number;
}

/** A row with the place to go on after. */
export interface PlacedRow {
  place: RowPlace;
  row: DataRow;
}

/** A file of its own format that belongs to a dataset, such as the ballots of an election. */
export interface DatasetFile {
  /** Lower-case letters, digits, `.`, `_` and `-`. */
  name: string;
  title: Localized;
  mediaType: string;
  /** Short name of the format, such as `PB`. */
  format: string;
  read(): Promise<Uint8Array | string>;
}

/** A living address that serves a dataset in a way of its own. */
export interface DatasetLink {
  title: Localized;
  /** From the root of the platform. */
  path: string;
  mediaType: string;
  format: string;
}

/** Words of the EU's vocabulary of data themes. */
export type DataTheme = 'GOVE' | 'SOCI' | 'ECON' | 'JUST' | 'REGI';

/**
 * Public data of a slice. Whoever reads it is nobody: a reader gives out what a visitor may see on the pages, by the same code, and
 * no more. What is counted and hidden there is null here. Who wrote something is left out (open-data, decision 001).
 */
export interface Dataset {
  /** Lower-case letters and `-`; also the name of its files. */
  id: string;
  order: number;
  title: Localized;
  description: Localized;
  keywords: { el: readonly string[]; en: readonly string[] };
  themes: readonly DataTheme[];
  /** The page that shows the same. */
  page: string;
  fields: readonly DatasetField[];
  /** The fields that together name a row. */
  key: readonly string[];
  /** The fields of WGS 84 degrees where rows have a point. */
  geometry?: { lat: string; lng: string };
  /** All rows in a fixed order, after a place or from the beginning. Reads on only as its caller takes rows, and ends when its caller leaves. */
  rows?(after: RowPlace | null): AsyncIterable<PlacedRow>;
  files?(): Promise<DatasetFile[]>;
  links?: readonly DatasetLink[];
}

/** The public data of all slices. */
@Injectable()
export class Datasets {
  private readonly datasets = new Map<string, Dataset>();

  register(dataset: Dataset): void {
    if (!/^[a-z][a-z-]*$/.test(dataset.id)) throw new Error(`${dataset.id} is no name of a dataset.`);
    this.datasets.set(dataset.id, dataset);
  }

  named(id: string): Dataset | null {
    return this.datasets.get(id) ?? null;
  }

  inOrder(): Dataset[] {
    return [...this.datasets.values()].sort((a, b) => a.order - b.order);
  }
}

/** So many documents are in memory at a time, however many there are. */
const batchSize = 500;

/** Documents by their ids, from one on (that one too), a batch at a time: the next is read when the former was taken. */
export async function* batchesOf<T extends { _id: string }>(model: Model<T>, filter: Record<string, unknown>, from: string | null): AsyncGenerator<T[]> {
  let where: Record<string, unknown> = from === null ? {} : { _id: { $gte: from } };
  for (;;) {
    const batch = await model.find({ ...filter, ...where }).sort({ _id: 1 }).limit(batchSize).lean<T[]>().exec();
    const last = batch.at(-1);
    if (last) yield batch;
    if (!last || batch.length < batchSize) return;
    where = { _id: { $gt: last._id } };
  }
}

/** Rows of documents after a place. `view` makes the rows of each document of a batch: none where it is not for everybody. */
export async function* placedRows<T>(
  batches: AsyncIterable<readonly T[]> | Iterable<readonly T[]>,
  { idOf, view, after }: { idOf(item: T): string; view(items: readonly T[]): Promise<DataRow[][]> | DataRow[][]; after: RowPlace | null },
): AsyncGenerator<PlacedRow> {
  for await (const batch of batches) {
    const rows = await view(batch);
    for (const [at, item] of batch.entries()) {
      const id = idOf(item);
      for (const [number, row] of (rows[at] ?? []).entries()) {
        const isBefore = after !== null && (id < after.id || (id === after.id && number <= after.row));
        if (!isBefore) yield { place: { id, row: number }, row };
      }
    }
  }
}
