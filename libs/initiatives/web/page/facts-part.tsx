import { Card, DateText, type Fact, Facts, PlainText, useWords } from '@isegoria/ui/web';
import type { ShownInitiative } from '../documents';
import styles from '../initiatives.module.css';

/** Who carries it, by which terms, until when. */
export function FactsPart({ initiative: { promoters, terms, category, district, opensAt, closesAt, isDemo } }: { initiative: ShownInitiative }) {
  const { t, lt, n } = useWords('initiatives');
  const facts: (Fact | false | null)[] = [
    { label: t('facts.promoters'), value: <span lang="el">{promoters.map(({ name }) => name || t('facts.left')).join(', ')}</span> },
    { label: t('facts.kind'), value: lt(terms.name) },
    { label: t('facts.needed'), value: n(terms.needed) },
    { label: t('facts.who'), value: who() },
    category && { label: t('facts.category'), value: lt(category.name) },
    opensAt !== null && { label: t('facts.opens'), value: <DateText at={opensAt} style="moment" /> },
    closesAt !== null && { label: t('facts.closes'), value: <DateText at={closesAt} style="moment" /> },
  ];
  function who(): string {
    const where = terms.scope === 'district' && district ? t('facts.district', { name: lt(district.name) }) : t('facts.wholeCity');
    return terms.minimumAge === null || terms.minimumAge === undefined ? where : `${where}, ${t('facts.age', { age: terms.minimumAge })}`;
  }
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      <PlainText text={lt(terms.about)} />
      <p className={styles.small}>{t('facts.law')}</p>
      {isDemo && <p className={styles.small}>{t('facts.demo')}</p>}
    </Card>
  );
}
