import { KEYS } from '@isegoria/insights/contracts';
import { Card, cellText, cx, Figure as Counted, Row, Rows, useWords, type TableColumn, type TableRow } from '@isegoria/ui/web';
import type { Figure } from './documents';
import styles from './insights.module.css';
import { csvOf, numberOf, rowsOf } from './rows';

/** What is late, in one look: a line for each duty, which leads to its table. */
export function WaitingSummary({ figures }: { figures: readonly Figure[] }) {
  const words = useWords('insights');
  const { t, lt } = words;
  if (figures.length === 0) return null;
  const lateIn = (figure: Figure) => rowsOf(figure, words).reduce((sum, row) => sum + numberOf(row, KEYS.overdue), 0);
  return (
    <Card title={t('waiting.title')} note={t('waiting.sub')}>
      <Rows>
        {figures.map((figure) => {
          const late = lateIn(figure);
          return <Row key={figure.id} to={`#${figure.id}`} title={lt(figure.title)} figure={<Counted size="small" tone={late > 0 ? 'terracotta' : 'ink'} value={late} label={t('waiting.late', { count: late })} />} />;
        })}
      </Rows>
    </Card>
  );
}

/** What waits for whom, and how much of it should have been answered by now. */
export function WaitingCard({ figure }: { figure: Figure }) {
  const words = useWords('insights');
  const { t, lt, locale } = words;
  const rows = rowsOf(figure, words);
  return (
    <Card title={lt(figure.headline ?? figure.title)} note={figure.headline ? lt(figure.title) : undefined}>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={lt(figure.title)}>
        <table className={styles.waiting}>
          <caption className={styles.caption}>{lt(figure.title)}</caption>
          <thead>
            <tr>
              {figure.columns.map(({ key, label, type }) => (
                <th key={key} scope="col" className={cx(type !== 'text' && styles.number)}>
                  {lt(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {figure.columns.map((column, place) => (
                  <Cell key={column.key} row={row} column={column} first={place === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {figure.note && <p className={styles.note}>{lt(figure.note)}</p>}
      <p className={styles.twins}>
        <a href={csvOf(figure.id, locale)} download>
          {t('csv')}
        </a>
      </p>
    </Card>
  );
}

function Cell({ row, column, first }: { row: TableRow; column: TableColumn; first: boolean }) {
  const words = useWords('ui');
  const { key, type } = column;
  const Tag = first ? 'th' : 'td';
  const value = row[key] ?? null;
  const isLate = key === KEYS.overdue && typeof value === 'number' && value > 0;
  return (
    <Tag scope={first ? 'row' : undefined} className={cx(type !== 'text' && styles.number, isLate && styles.late)}>
      {cellText(column, value, words)}
    </Tag>
  );
}
