import { useMe } from '@isegoria/identity/web';
import { DateText, Empty, Loaded, Page, Pager, Row, Rows, Section, Tag, useGraph, usePaging, useWords } from '@isegoria/ui/web';
import { capital, kindName, ruleName } from './desk/case-words';
import { decisionTone } from './decision-tone';
import { PublicLogPage } from './documents';
import { MonthsInNumbers } from './months';
import styles from './pages.module.css';
import { Reopen } from './reopen';
import { Tabs } from './desk/tabs';

const size = 20;

/** The public log: what was decided and by which rule, and the months in numbers. */
export function Component() {
  const { t } = useWords('moderation');
  const isModerator = useMe().is('moderator', 'administrator');
  return (
    <Page title={t('log.title')} lead={t('log.lead')} wide>
      {isModerator && <Tabs />}
      <Section title={t('log.months')} more={{ to: '/integrity', label: t('log.integrity') }}>
        <MonthsInNumbers />
      </Section>
      <DecisionsInOrder isModerator={isModerator} />
    </Page>
  );
}

function DecisionsInOrder({ isModerator }: { isModerator: boolean }) {
  const words = useWords('moderation');
  const { t, d } = words;
  const { after } = usePaging();
  const answer = useGraph(PublicLogPage, { first: size, after }, { keepPrevious: true });
  return (
    <Section title={t('log.decisions')}>
      <Loaded answer={answer}>
        {({ moderationLog: { items, next, total } }) => (
          <>
            {items.length === 0 && <Empty title={t('log.empty')} />}
            <Rows label={t('log.decisions')}>
              {items.map(({ id, itemKind, decision, rule, at, reports, objection, reopenedAt }) => (
                <Row
                  key={id}
                  title={capital(kindName(words, itemKind))}
                  tag={<Tag tone={decisionTone(decision)}>{t(`decision.${decision}`)}</Tag>}
                  note={
                    <span className={styles.notes}>
                      <DateText at={at} />
                      <span>{rule === null ? t('log.noRule') : t('log.rule', { rule, name: ruleName(words, rule) })}</span>
                      {reports > 0 && <span>{t('row.reports', { count: reports })}</span>}
                      {objection && <span>{t('log.objection', { outcome: t(`outcome.${objection}`) })}</span>}
                      {reopenedAt && <span>{t('reopen.was', { date: d(reopenedAt) })}</span>}
                    </span>
                  }
                >
                  {isModerator && !objection && !reopenedAt && <Reopen id={id} name={capital(kindName(words, itemKind))} />}
                </Row>
              ))}
            </Rows>
            <Pager next={next} total={total} size={size} />
          </>
        )}
      </Loaded>
    </Section>
  );
}
