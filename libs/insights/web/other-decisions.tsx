import { Figure, OpinionBar, Row, Rows, Section, useWords } from '@isegoria/ui/web';
import styles from './insights.module.css';
import { summedCounts, type DecisionOpinion } from './opinions';

/** How many stand beside the first; the rest is in the list of decisions. */
const SHOWN = 6;

/** The other decisions that people weigh, each a press away from the place above. */
export function OtherDecisions({ opinions }: { opinions: readonly DecisionOpinion[] }) {
  const { t } = useWords('insights');
  if (opinions.length === 0) return null;
  return (
    <Section title={t('opinions.others')} more={{ to: '/decisions?sort=MOST_EVALUATED', label: t('opinions.all') }}>
      <Rows>
        {opinions.slice(0, SHOWN).map(({ path, decision, headline, people, rows }) => (
          <Row key={path} to={`?decision=${encodeURIComponent(path)}`} title={decision} figure={<Figure size="small" value={people} label={t('opinions.evaluated', { count: people })} />}>
            <div className={styles.other}>
              <OpinionBar thin label={decision} counts={summedCounts(rows)} />
              <span>{headline}</span>
            </div>
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
