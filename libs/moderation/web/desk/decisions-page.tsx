import { RequireRole } from '@isegoria/identity/web';
import { DateText, Empty, Loaded, Page, Pager, Row, Rows, Tag, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { CaseName } from './case-name';
import { caseName, ruleName } from './case-words';
import { decisionTone } from '../decision-tone';
import { MyDecisions } from '../documents';
import styles from '../pages.module.css';
import { Reopen } from '../reopen';
import { Tabs } from './tabs';

const size = 20;

/** What the moderator who reads decided. */
export function Component() {
  return (
    <RequireRole roles={['moderator', 'administrator']}>
      <DecisionsPage />
    </RequireRole>
  );
}

function DecisionsPage() {
  const words = useWords('moderation');
  const { t, d, lang } = words;
  const { after } = usePaging();
  const answer = useGraph(MyDecisions, { first: size, after }, { keepPrevious: true });
  return (
    <Page title={t('mine.title')} wide>
      <Tabs />
      <Loaded answer={answer}>
        {({ myDecisions: { items, next, total } }) => (
          <>
            {items.length === 0 && <Empty title={t('mine.empty')} />}
            <Rows label={t('mine.title')}>
              {items.map(({ id, item, title, decision, rule, reason, at, objection, reopenedAt }) => (
                <Row
                  key={id}
                  level={2}
                  title={<CaseName row={{ kind: 'reported', item, title, alignment: null }} />}
                  tag={<Tag tone={decisionTone(decision)}>{t(`decision.${decision}`)}</Tag>}
                  note={
                    <span className={styles.notes}>
                      <DateText at={at} />
                      {rule !== null && <span>{t('mine.rule', { rule, name: ruleName(words, rule) })}</span>}
                      {objection && <span>{t('mine.objection', { outcome: t(`outcome.${objection}`) })}</span>}
                      {reopenedAt && <span>{t('reopen.was', { date: d(reopenedAt) })}</span>}
                    </span>
                  }
                >
                  {reason && <p lang={lang({ el: reason, en: reason })}>{reason}</p>}
                  {!objection && !reopenedAt && <Reopen id={id} name={caseName(words, { kind: 'reported', item, title, alignment: null })} />}
                </Row>
              ))}
            </Rows>
            <Pager next={next} total={total} size={size} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
