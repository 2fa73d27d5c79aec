import { Card, DateText, Facts, useWords, type Fact } from '@isegoria/ui/web';
import type { DecisionOnPage } from '../documents';
import styles from './decision-page.module.css';

/** What the register says of the act, and the way to its document. */
export function DecisionFacts({ decision }: { decision: DecisionOnPage }) {
  const { t } = useWords('evaluations');
  const { source, url, isDemo } = decision;
  return (
    <Card title={t('facts.title')}>
      <Facts facts={useFacts(decision)} />
      {source === 'DIAVGEIA' && url && !isDemo && (
        <a href={url} rel="noreferrer external">
          {t('facts.register')}
        </a>
      )}
      {isDemo && <p className={styles.quiet}>{t('facts.demo')}</p>}
    </Card>
  );
}

function useFacts({ source, signedAs, ada, type, unit, organisation, issueDate, publishedAt, protocolNumber, amount, status, plainWords, subject }: DecisionOnPage): Fact[] {
  const { t, lt, n } = useWords('evaluations');
  const facts: (Fact | null)[] = [
    plainWords && { label: t('facts.subject'), value: <span lang="el">{subject}</span> },
    { label: t(source === 'CITY' ? 'facts.number' : 'facts.ada'), value: <span lang="el" className={styles.ada}>{ada}</span> },
    { label: t('facts.type'), value: lt(type.label) },
    unit && { label: t('facts.unit'), value: unit.name ? lt(unit.name) : t('facts.unitNumber', { id: unit.id }) },
    signedAs.length > 0 ? { label: t('facts.signedAs'), value: <span lang="el">{signedAs.join(', ')}</span> } : null,
    { label: t('facts.organisation'), value: organisation.name ? lt(organisation.name) : t('facts.organisationNumber', { id: organisation.id }) },
    { label: t('facts.issued'), value: <DateText at={issueDate} /> },
    { label: t('facts.published'), value: <DateText at={publishedAt} /> },
    protocolNumber ? { label: t('facts.protocol'), value: <span lang="el">{protocolNumber}</span> } : null,
    amount === null ? null : { label: t('facts.amount'), value: n(amount, { style: 'currency', currency: 'EUR', maximumFractionDigits: amount % 1 === 0 ? 0 : 2 }) },
    { label: t('facts.status'), value: t(`status.${status}`) },
  ];
  return facts.filter((fact) => fact !== null);
}
