import { KEYS } from '@isegoria/insights/contracts';
import { Card, cellText, cx, Disclosure, Figure as Counted, Row, Rows, useWords, type TableColumn, type TableRow } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { Figure } from './documents';
import styles from './insights.module.css';
import { csvOf, rowsOf } from './rows';

/** How much of what a figure counts should have been answered by now. */
export function lateIn({ columns, rows }: Figure): number {
  const place = columns.findIndex(({ key }) => key === KEYS.overdue);
  return rows.reduce((sum, row) => sum + (row[place]?.number ?? 0), 0);
}

/** What is late, in one look: a line for each duty in which something is, which leads to its table; of the others how many they are. */
export function WaitingSummary({ figures }: { figures: readonly Figure[] }) {
  const { t, lt } = useWords('insights');
  if (figures.length === 0) return null;
  const late = figures.filter((figure) => lateIn(figure) > 0);
  const onTime = figures.length - late.length;
  return (
    <Card title={t('waiting.title')} note={t('waiting.sub')}>
      {late.length > 0 && (
        <Rows>
          {late.map((figure) => (
            <Row key={figure.id} to={`#${figure.id}`} title={lt(figure.title)} figure={<Counted size="small" tone="terracotta" value={lateIn(figure)} label={t('waiting.late', { count: lateIn(figure) })} />} />
          ))}
        </Rows>
      )}
      {onTime > 0 && (
        <p>
          <Link to="#waiting">{late.length > 0 ? t('waiting.others', { count: onTime }) : t('waiting.none')}</Link>
        </p>
      )}
    </Card>
  );
}

/** What waits for whom, and how much of it should have been answered by now. */
export function WaitingCard({ figure }: { figure: Figure }) {
  const { lt } = useWords('insights');
  return (
    <div id={figure.id}>
      <Card level={3} title={lt(figure.headline ?? figure.title)} note={figure.headline ? lt(figure.title) : undefined}>
        <WaitingTable figure={figure} />
      </Card>
    </div>
  );
}

/** The duties in which nothing is late: their names, and what waits in each a press away. */
export function OnTime({ figures }: { figures: readonly Figure[] }) {
  const { t, lt } = useWords('insights');
  if (figures.length === 0) return null;
  return (
    <Card level={3} title={t('waiting.onTime')} note={t('waiting.onTimeNote')}>
      {figures.map((figure) => (
        <Disclosure key={figure.id} label={lt(figure.title)}>
          <WaitingTable figure={figure} />
        </Disclosure>
      ))}
    </Card>
  );
}

function WaitingTable({ figure }: { figure: Figure }) {
  const words = useWords('insights');
  const { t, lt, locale } = words;
  return (
    <>
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
            {rowsOf(figure, words).map((row, at) => (
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
    </>
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
