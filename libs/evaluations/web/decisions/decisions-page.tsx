import { summed } from '@isegoria/evaluations/contracts';
import { Figure, FoundRows, Loaded, OpinionBar, Page, Row, Tag, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { DecisionFilters, useDecisionsAsked } from './decision-filters';
import styles from './decisions-page.module.css';
import { LeadingChoices } from '../choices/leading-choices';
import { DecisionsDocument, type DecisionInList } from '../documents';
import { titleLang, titleOf } from '../titles';

const SIZE = 20;

/** Every decision, to be found, narrowed and weighed. */
export function Component() {
  const { t } = useWords('evaluations');
  const { q, type, unit, ...asked } = useDecisionsAsked();
  const { after } = usePaging();
  const wanted = { search: q || null, type: type || null, unit: unit || null, ...asked };
  const first = useGraph(DecisionsDocument, { ...wanted, first: SIZE, after: null }, { keepPrevious: true });
  const answer = useGraph(DecisionsDocument, { ...wanted, first: SIZE, after }, { keepPrevious: true });
  const isNarrow = Boolean(q || type || unit || asked.status);
  return (
    <Page wide title={t('list.title')} lead={t('list.lead')}>
      <LeadingChoices />
      <DecisionFilters />
      <Loaded answer={answer}>
        {({ decisions: { items, next } }) => (
          <FoundRows words="evaluations" items={items} next={next} total={first.data?.decisions.total ?? items.length} size={SIZE} isNarrow={isNarrow}>
            {(decision) => <DecisionRow key={decision.id} decision={decision} />}
          </FoundRows>
        )}
      </Loaded>
    </Page>
  );
}

function DecisionRow({ decision }: { decision: DecisionInList }) {
  const words = useWords('evaluations');
  const { t, lt, d } = words;
  const { id, type, unit, publishedAt, status, choice, isOpen, opinion } = decision;
  const office = unit && (unit.name ? lt(unit.name) : t('facts.unitNumber', { id: unit.id }));
  const isWeighed = opinion.people > 0 && !choice;
  return (
    <Row
      level={2}
      to={`/decisions/${id}`}
      title={titleOf(decision, words)}
      lang={titleLang(decision)}
      figure={isWeighed ? <Figure size="small" value={opinion.people} label={t('evaluated', { count: opinion.people })} /> : <span className={styles.nobody}>{isOpen ? t('nobody') : ''}</span>}
      note={[lt(type.label), office, d(publishedAt), choice && t('list.ofChoice', { choice: lt(choice.title) })].filter(Boolean).join(' · ')}
      tag={status === 'REVOKED' && <Tag tone="terracotta">{t('status.REVOKED')}</Tag>}
    >
      {isWeighed && (
        <div className={styles.opinion}>
          <OpinionBar thin label={t('opinion.title')} counts={summed(opinion)} />
          <span>{lt(opinion.headline)}</span>
        </div>
      )}
    </Row>
  );
}
