import { type Localized, readCell, withIntervals } from '@isegoria/kernel/contracts';
import { Link } from 'react-router';
import { useWords, type WordsOfSlice } from '../words/use-words';
import { cx } from '../class-names';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden';

/** What a cell may hold when it comes from the server. */
export type TableCell = string | number | null;

/** A row of a table, by column. */
export type TableRow = Record<string, TableCell>;

export interface TableColumn {
  key: string;
  label: string | Localized;
  type: 'text' | 'number' | 'percent' | 'date' | 'days';
  /** The key under which a row says where this cell leads. */
  link?: string;
}

export interface TableProps {
  /** What the table tells; read before it. */
  caption: string;
  hideCaption?: boolean;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

/** Figures in rows and columns. On a phone it scrolls by itself, not the page. */
export function Table({ caption, hideCaption = true, columns, rows }: TableProps) {
  const words = useWords('ui');
  const shown = withIntervals(columns);
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={caption}>
      <table className={styles.table}>
        <caption>{hideCaption ? <VisuallyHidden>{caption}</VisuallyHidden> : caption}</caption>
        <thead>
          <tr>
            {shown.map(({ column }) => (
              <th key={column.key} scope="col" className={cx(isFigure(column) && styles.number)}>
                {columnLabel(column, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {shown.map((read, place) => cell(read, { row, first: place === 0 }, words))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const longCell = 48;

function cell(read: { column: TableColumn; hasInterval: boolean }, { row, first }: { row: TableRow; first: boolean }, words: WordsOfSlice) {
  const { column } = read;
  const Cell = first ? 'th' : 'td';
  const text = readCell(read, row, (key) => cellText(column, row[key] ?? null, words));
  return (
    <Cell key={column.key} scope={first ? 'row' : undefined} className={cx(isFigure(column) && styles.number, text.length > longCell && styles.long)}>
      {linked(column, row, text)}
    </Cell>
  );
}

function linked({ link }: TableColumn, row: TableRow, text: string) {
  const to = link === undefined ? null : row[link];
  return typeof to === 'string' && to.startsWith('/') ? <Link to={to}>{text}</Link> : text;
}

export const isFigure = ({ type }: TableColumn): boolean => type === 'number' || type === 'percent' || type === 'days';

export const columnLabel = ({ label }: TableColumn, { lt }: WordsOfSlice): string => (typeof label === 'string' ? label : lt(label));

/** A cell as people read it. Shares are between 0 and 1. */
export function cellText({ type }: TableColumn, value: TableCell, { n, d, t }: WordsOfSlice): string {
  if (value === null || value === '') return '–';
  if (type === 'date') return d(String(value), 'short');
  if (typeof value !== 'number') return value;
  if (type === 'percent') return n(value, { style: 'percent', maximumFractionDigits: 0 });
  return type === 'days' ? t('days', { count: Math.round(value) }) : n(value, { maximumFractionDigits: 1 });
}
