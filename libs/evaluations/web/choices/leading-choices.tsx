import { summed } from '@isegoria/evaluations/contracts';
import { Figure, OpinionBar, Row, Rows, Section, Tag, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { ChoicesDocument, type ChoiceInList } from './choice-documents';
import styles from '../decisions/decisions-page.module.css';

/** Above the stack of acts: the choices that most people weigh. */
export function LeadingChoices() {
  const { t } = useWords('evaluations');
  const { data, pending } = useGraph(ChoicesDocument, { search: null, first: 3, after: null });
  if (pending) {
    return (
      <div className={styles.leading}>
        <Waiting />
      </div>
    );
  }
  const choices = data?.choices;
  if (!choices || choices.items.length === 0) return null;
  return (
    <Section title={t('choices.title')} more={{ to: '/choices', label: t('choices.all') }}>
      <ChoiceRows choices={choices.items} />
    </Section>
  );
}

export function ChoiceRows({ choices, level = 3 }: { choices: readonly ChoiceInList[]; level?: 2 | 3 }) {
  const { t, lt } = useWords('evaluations');
  return (
    <Rows label={t('choices.title')}>
      {choices.map(({ id, title, acts, opinion }) => (
        <Row
          key={id}
          level={level}
          to={`/choices/${id}`}
          title={lt(title)}
          note={t('choices.acts', { count: acts.length })}
          figure={opinion.people > 0 ? <Figure size="small" value={opinion.people} label={t('evaluated', { count: opinion.people })} /> : <span className={styles.nobody}>{t('nobody')}</span>}
          tag={opinion.people === 0 && <Tag tone="aegean">{t('choices.new')}</Tag>}
        >
          {opinion.people > 0 && (
            <div className={styles.opinion}>
              <OpinionBar thin label={t('opinion.title')} counts={summed(opinion)} />
              <span>{lt(opinion.headline)}</span>
            </div>
          )}
        </Row>
      ))}
    </Rows>
  );
}
