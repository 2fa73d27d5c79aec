import { faceOf } from '@isegoria/insights/contracts';
import { ChartTable, Disclosure, OpinionBar, OpinionKey, Table, useWords, VisuallyHidden, type TableColumn, type TableRow } from '@isegoria/ui/web';
import figureStyles from '../insights.module.css';
import { countsOf } from '../opinions';
import { numberOf, rowsOf, textOf } from '../rows';
import type { SittingTable } from './documents';
import styles from './sitting.module.css';

/** One table of a part, drawn by its shape: opinions as bars with their medians, the rest by its chart; each with its file. */
export function PartTable({ table, csv, isAlone }: { table: SittingTable; csv: string; isAlone: boolean }) {
  const words = useWords('insights');
  const { lt, locale } = words;
  const rows = rowsOf(table, words);
  const columns = shownColumns(table);
  const file = `${csv}?lang=${locale}`;
  if (faceOf(table) === 'opinions') return <Opinions table={table} columns={columns} rows={rows} file={file} />;
  return (
    <div className={styles.table}>
      {!isAlone && <h4>{lt(table.title)}</h4>}
      <ChartTable title={lt(table.title)} chart={faceOf(table) === 'waiting' ? 'none' : table.chart} columns={columns} rows={rows} csv={file} note={table.note && lt(table.note)} />
    </div>
  );
}

/** The first column leads to where its row stands, when the rows say where. */
function shownColumns({ columns }: SittingTable): TableColumn[] {
  const leads = columns.some(({ key }) => key === 'path');
  return columns.filter(({ key }) => key !== 'path').map((column, at) => (leads && at === 0 ? { ...column, link: 'path' } : column));
}

function Opinions({ table, columns, rows, file }: { table: SittingTable; columns: TableColumn[]; rows: TableRow[]; file: string }) {
  const { t, lt } = useWords('insights');
  const title = lt(table.title);
  return (
    <div className={styles.table}>
      <div className={figureStyles.bars}>
        <OpinionKey />
        {rows.map((row) => (
          <OpinionBar key={textOf(row, 'criterion')} label={textOf(row, 'criterion')} counts={countsOf(row)} after={row['median'] !== null && <Median row={row} />} />
        ))}
      </div>
      <div className={figureStyles.printed}>
        <Table caption={title} columns={columns} rows={rows} />
      </div>
      <div className={figureStyles.twins}>
        <Disclosure label={t('opinions.table')}>
          <Table caption={title} columns={columns} rows={rows} />
        </Disclosure>
        {table.note && (
          <Disclosure label={t('opinions.method')}>
            <p className={styles.quiet}>{lt(table.note)}</p>
          </Disclosure>
        )}
        <a href={file} download>
          {t('csv')}
        </a>
      </div>
    </div>
  );
}

/** The median with its interval, never a mean. */
export function Median({ row }: { row: TableRow }) {
  const { t } = useWords('insights');
  const fill = { median: numberOf(row, 'median'), low: numberOf(row, 'medianLow'), high: numberOf(row, 'medianHigh') };
  return (
    <>
      <span aria-hidden>{t('opinions.median', fill)}</span>
      <VisuallyHidden>{t('opinions.medianSpoken', fill)}</VisuallyHidden>
    </>
  );
}
