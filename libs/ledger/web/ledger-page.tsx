import { DateText, Disclosure, Empty, Facts, Loaded, Page, type ResultOf, Row, Rows, Section, useGraph, useWords } from '@isegoria/ui/web';
import { ActsList } from './acts-list';
import { LedgerNow } from './documents';
import { LedgerCheck } from './ledger-check';
import styles from './ledger.module.css';

type Ledger = ResultOf<typeof LedgerNow>['ledger'];

/** The public log for everybody: what it is, how it stands, who watches it, what power did. */
export function Component() {
  const { t } = useWords('ledger');
  const answer = useGraph(LedgerNow, {}, { everyMs: 10_000 });
  return (
    <Page title={t('title')} lead={t('lead')}>
      <LedgerCheck />
      <Section title={t('how.title')}>
        <ol className={styles.how}>
          {['first', 'second', 'third'].map((part) => (
            <li key={part}>{t(`how.${part}`)}</li>
          ))}
        </ol>
      </Section>
      <Loaded answer={answer}>
        {({ ledger }) => (
          <>
            <Standing ledger={ledger} />
            <Witnesses witnesses={ledger.witnesses} />
          </>
        )}
      </Loaded>
      <ActsList />
    </Page>
  );
}

function Standing({ ledger: { origin, key, size, root, mergeDelaySeconds } }: { ledger: Ledger }) {
  const { t, n, rich } = useWords('ledger');
  const code = (text: string) => <code className={styles.code}>{text}</code>;
  const facts = [
    { label: t('now.size'), value: n(size) },
    { label: t('now.root'), value: code(root) },
    { label: t('now.delay'), value: t('now.delayValue', { seconds: mergeDelaySeconds }) },
    { label: t('now.origin'), value: code(origin) },
    { label: t('now.key'), value: code(key) },
  ];
  return (
    <Section title={t('now.title')}>
      <Facts facts={facts} />
      <Disclosure label={t('now.technical')}>
        <p>{rich('now.technicalText', { code })}</p>
      </Disclosure>
    </Section>
  );
}

function Witnesses({ witnesses }: { witnesses: Ledger['witnesses'] }) {
  const { t } = useWords('ledger');
  return (
    <Section title={t('witnesses.title')}>
      <p className={styles.why}>{t('witnesses.why')}</p>
      {witnesses.length === 0 && <Empty title={t('witnesses.none')}>{t('witnesses.noneHow')}</Empty>}
      <Rows label={t('witnesses.title')}>
        {witnesses.map(({ name, size, at }) => (
          <Row key={name} title={name} note={size === null ? t('witnesses.never') : <span className={styles.notes}>{t('witnesses.at', { count: size })} {at && <DateText at={at} />}</span>} />
        ))}
      </Rows>
    </Section>
  );
}
