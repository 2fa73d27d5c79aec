import { Card, Disclosure, Notice, OpinionBar, OpinionKey, Table, useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import type { Figure } from './documents';
import styles from './insights.module.css';
import { countsOf, type DecisionOpinion } from './opinions';
import { csvOf, textOf } from './rows';
import { Median } from './sittings/part-table';

/** Columns that name the decision: the card says them once. */
const SAID = ['decision', 'ada', 'headline', 'path', 'people', 'acts'];
const FEW = 10;

/** What the city thinks of one decision: the line that follows from the figures, the bars, the table twin, the file, the method. */
export function OpinionCard({ figure, opinion }: { figure: Figure; opinion: DecisionOpinion }) {
  const { t, lt, locale } = useWords('insights');
  const columns = figure.columns.filter(({ key }) => !SAID.includes(key));
  return (
    <Card title={opinion.headline} note={t('opinions.sub')}>
      {opinion.people < FEW && <Notice tone="warning">{t('opinions.few')}</Notice>}
      <div className={styles.bars}>
        <OpinionKey />
        {opinion.rows.map((row) => (
          <OpinionBar key={textOf(row, 'criterion')} label={textOf(row, 'criterion')} counts={countsOf(row)} after={row['median'] !== null && <Median row={row} />} />
        ))}
      </div>
      <div className={styles.printed}>
        <Table caption={opinion.decision} columns={columns} rows={opinion.rows} />
      </div>
      <div className={styles.twins}>
        <Disclosure label={t('opinions.table')}>
          <Table caption={opinion.decision} columns={columns} rows={opinion.rows} />
        </Disclosure>
        {figure.note && (
          <Disclosure label={t('opinions.method')}>
            <p className={styles.quiet}>{lt(figure.note)}</p>
          </Disclosure>
        )}
        <a href={csvOf(figure.id, locale)} download>
          {t('csv')}
        </a>
        <Link to={opinion.path}>{t('opinions.page')}</Link>
      </div>
    </Card>
  );
}
