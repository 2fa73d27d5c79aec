import { type Dataset, placedRows, type RowPlace } from '@isegoria/kernel/api';
import type { DataRow, DatasetField } from '@isegoria/kernel/contracts';

const said = (name: string, type: 'string' | 'integer' | 'number' | 'dateTime'): DatasetField => ({ name, type, title: { el: name, en: name }, says: { el: name, en: name } });

/** A dataset of things, of the rows given, in the order given. */
export function aDataset(rows: DataRow[], more: Partial<Dataset> = {}): Dataset {
  return {
    id: 'things', order: 1, title: { el: 'Πράγματα', en: 'Things' }, description: { el: 'Δοκιμή', en: 'A trial' }, keywords: { el: ['δοκιμή'], en: ['trial'] }, themes: ['GOVE'], page: '/things',
    fields: [said('id', 'string'), said('title', 'string'), said('supports', 'integer'), said('at', 'dateTime'), said('lat', 'number'), said('lng', 'number')],
    key: ['id'], geometry: { lat: 'lat', lng: 'lng' },
    rows: (after) => placedRows([rows], { idOf: ({ id }) => String(id), view: (batch) => batch.map((row) => [row]), after }),
    ...more,
  };
}

/** So many generated rows; `read` hears how many were made, and `left` when the reader was stopped. */
export function manyRows(count: number, { read = () => undefined, left = () => undefined }: { read?(made: number): void; left?(): void } = {}): Dataset {
  async function* rows(after: RowPlace | null) {
    try {
      for (let at = after ? Number(after.id) + 1 : 0; at < count; at += 1) {
        read(at + 1);
        const id = String(at).padStart(9, '0');
        // As a store does: the next rows are not there at once.
        if (at % 500 === 0) await new Promise((wake) => setImmediate(wake));
        yield { place: { id, row: 0 }, row: { id, title: `Πρόταση ${id}: ${'ένα μεγάλο κείμενο '.repeat(12)}`, supports: at % 977, at: new Date(1_700_000_000_000 + at), lat: 37.9, lng: 22.9 } };
      }
    } finally {
      left();
    }
  }
  return aDataset([], { id: 'many', rows });
}
