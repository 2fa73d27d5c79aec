import type { CSSProperties } from 'react';
import { useWords, type WordsOfSlice } from '../../words/use-words';
import styles from './bars-chart.module.css';
import stepStyles from '../steps.module.css';
import { cellText, columnLabel, isFigure, type TableColumn, type TableRow } from '../table';

interface BarsProps {
  title: string;
  stacked: boolean;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
}

/** Lying bars, one a row, with the figure at the end; stacked, one part a column, with the figures in the parts. */
export function Bars({ title, stacked, columns, rows }: BarsProps) {
  const words = useWords('ui');
  const name = columns[0];
  const figures = columns.filter(isFigure);
  const shown = stacked ? figures : figures.slice(0, 1);
  const longest = Math.max(1e-9, ...rows.map((row) => total(row, shown)));
  if (!name || shown.length === 0) return null;
  return (
    <div className={styles.chart} role="img" aria-label={words.t('chart.described', { title })}>
      {stacked && <Key columns={shown} words={words} />}
      {rows.map((row, index) => (
        <div key={index} className={styles.row}>
          <span className={styles.name}>{cellText(name, row[name.key] ?? null, words)}</span>
          <span className={styles.track}>
            {shown.map((column, place) => (
              <Part key={column.key} share={value(row, column) / longest} place={place} of={shown.length} text={stacked ? cellText(column, value(row, column), words) : ''} />
            ))}
          </span>
          {!stacked && shown[0] && <span className={styles.figure}>{cellText(shown[0], row[shown[0].key] ?? null, words)}</span>}
        </div>
      ))}
    </div>
  );
}

function Part({ share, place, of, text }: { share: number; place: number; of: number; text: string }) {
  if (share <= 0) return null;
  return (
    <span className={`${styles.part} ${stepStyles.step}`} data-step={of === 1 ? 'one' : stepOf(place, of)} style={{ '--share': share } as CSSProperties}>
      {share > 0.05 && text}
    </span>
  );
}

function Key({ columns, words }: { columns: readonly TableColumn[]; words: WordsOfSlice }) {
  return (
    <ul role="list" className={stepStyles.key}>
      {columns.map((column, place) => (
        <li key={column.key}>
          <span className={`${stepStyles.swatch} ${stepStyles.step}`} data-step={stepOf(place, columns.length)} />
          {columnLabel(column, words)}
        </li>
      ))}
    </ul>
  );
}

/** Five parts are an opinion, worst to best; fewer or more take colours from the same scale, far from each other. */
function stepOf(place: number, of: number): number {
  const order = of <= 1 ? [5] : of === 2 ? [5, 3] : of === 3 ? [5, 3, 1] : of === 4 ? [5, 4, 3, 1] : [1, 2, 3, 4, 5];
  return order[place % order.length] ?? 5;
}

const value = (row: TableRow, { key }: TableColumn): number => Number(row[key] ?? 0) || 0;

const total = (row: TableRow, columns: readonly TableColumn[]): number => columns.reduce((sum, column) => sum + value(row, column), 0);
