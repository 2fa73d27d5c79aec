import { saidOnce } from '@isegoria/kernel/contracts';
import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { useWords } from '../../words/use-words';
import { Bars } from './bars-chart';
import styles from './chart-table.module.css';
import { columnLabel, Table, type TableColumn, type TableRow } from '../table';

// Lines need scales and paths; the pages without a line do not fetch them.
const LineChart = lazy(() => import('./line-chart'));

/** A table that stands open shows so many rows; the rest is one press away, and in its file. */
const most = 12;

export interface ChartTableProps {
  /** What the figures are about; the name of the chart and of its table. */
  title: string;
  chart: 'bars' | 'stacked' | 'line' | 'none';
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  /** Where the same figures are as CSV. */
  csv?: string;
  /** How the figures were made. */
  note?: ReactNode;
}

/**
 * A chart and its twin: the same figures as a table, one press away, and as CSV. The first column names the rows, the
 * others are the series. Without a chart the table stands open.
 */
export function ChartTable({ title, chart, columns, rows, csv, note }: ChartTableProps) {
  const words = useWords('ui');
  const { t } = words;
  const { once, others } = saidOnce(columns, rows);
  const [open, setOpen] = useState(false);
  const id = useId();
  const alone = chart === 'none';
  const [isWhole, setWhole] = useState(false);
  const folds = alone && !isWhole && rows.length > most;
  return (
    <figure className={styles.figure} aria-label={title}>
      {chart === 'line' && (
        <Suspense fallback={<div className={styles.space} />}>
          <LineChart title={title} columns={columns} rows={rows} />
        </Suspense>
      )}
      {(chart === 'bars' || chart === 'stacked') && <Bars title={title} stacked={chart === 'stacked'} columns={columns} rows={rows} />}
      <div id={id} className={styles.table} data-open={open || alone || undefined}>
        <Table caption={title} columns={others} rows={folds ? rows.slice(0, most) : rows} />
      </div>
      {folds && <p className={styles.note}>{t('chart.some', { shown: most, all: rows.length })}</p>}
      {once.map(({ column, text }) => (
        <p key={column.key} className={styles.note}>
          {columnLabel(column, words)}: {text}
        </p>
      ))}
      {note && <figcaption className={styles.note}>{note}</figcaption>}
      <p className={styles.twins}>
        {folds && (
          <button type="button" onClick={() => setWhole(true)}>
            {t('chart.all', { count: rows.length })}
          </button>
        )}
        {!alone && (
          <button type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
            {t(open ? 'chart.hideTable' : 'chart.table')}
          </button>
        )}
        {csv && (
          <a href={csv} download>
            {t('chart.csv')}
          </a>
        )}
      </p>
    </figure>
  );
}
