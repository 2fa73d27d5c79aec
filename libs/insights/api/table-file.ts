import { localized, type FigureRow, type FigureShape } from '@isegoria/insights/contracts';
import { csv } from '@isegoria/kernel/api';
import { type Cell, cityDay, type Locale, localeOf } from '@isegoria/kernel/contracts';
import type { FastifyReply } from 'fastify';

/** A table as a CSV file in the reader's language: the same columns and rows as the page has. */
export function sendTable(reply: FastifyReply, { name, columns, rows }: Pick<FigureShape, 'columns'> & { name: string; rows: readonly FigureRow[] }, lang: unknown) {
  const locale = localeOf(lang);
  const header = columns.map(({ label }) => label[locale]);
  const cells = rows.map((row) => columns.map(({ key, type }) => (type === 'date' ? dayOf(row[key]) : cellOf(row[key], locale))));
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.${locale}.csv"`)
    .header('cache-control', 'private, no-store')
    .send(csv(header, cells));
}

/** A day as ISO 8601 writes it: spreadsheets read it as a day, and no hour of another zone slips in. */
function dayOf(cell: FigureRow[string] | undefined): Cell {
  return cell instanceof Date ? cityDay(cell) : null;
}

function cellOf(cell: FigureRow[string] | undefined, locale: Locale): Cell {
  if (cell === undefined || cell === null) return null;
  if (typeof cell === 'number' || cell instanceof Date) return cell;
  return localized(cell)?.[locale] ?? '';
}
