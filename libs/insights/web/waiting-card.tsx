import { KEYS } from '@isegoria/insights/contracts';
import { Card, cx, useWords, type TableRow } from '@isegoria/ui/web';
import type { Figure } from './documents';
import styles from './insights.module.css';
import { csvOf, rowsOf } from './rows';

/** What waits for whom, and how much of it should have been answered by now. */
export function WaitingCard({ figure }: { figure: Figure }) {
  const words = useWords('insights');
  const { t, lt, locale } = words;
  const rows = rowsOf(figure, words);
  return (
    <Card title={lt(figure.headline ?? figure.title)} note={t('waiting.sub')}>
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
                {figure.columns.map(({ key, type }, place) => (
                  <Cell key={key} row={row} name={key} type={type} first={place === 0} />
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

function Cell({ row, name, type, first }: { row: TableRow; name: string; type: string; first: boolean }) {
  const { n } = useWords('insights');
  const Tag = first ? 'th' : 'td';
  const value = row[name] ?? null;
  const isLate = name === KEYS.overdue && typeof value === 'number' && value > 0;
  return (
    <Tag scope={first ? 'row' : undefined} className={cx(type !== 'text' && styles.number, isLate && styles.late)}>
      {value === null ? '–' : typeof value === 'number' ? n(value, { maximumFractionDigits: 0 }) : value}
    </Tag>
  );
}
