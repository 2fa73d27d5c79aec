import { Card, DateText, type Fact, Facts, useWords } from '@isegoria/ui/web';
import styles from '../debates.module.css';
import type { ShownDebate } from '../documents';

/** What it is about, whose matter it is, since when and until when. */
export function FactsPart({ debate: { category, district, department, openedAt, endsAt, stage, concludedAt, isDemo } }: { debate: ShownDebate }) {
  const { t, lt } = useWords('debates');
  const facts: (Fact | false | null)[] = [
    category && { label: t('facts.category'), value: lt(category.name) },
    { label: t('facts.district'), value: district ? lt(district.name) : t('facts.wholeCity') },
    department && { label: t('facts.department'), value: lt(department.name) },
    openedAt !== null && { label: t('facts.opened'), value: <DateText at={openedAt} /> },
    endsAt !== null && { label: t(stage === 'open' ? 'facts.ends' : 'facts.ended'), value: <DateText at={endsAt} style="moment" /> },
    concludedAt !== null && { label: t('facts.concluded'), value: <DateText at={concludedAt} /> },
  ];
  return (
    <Card title={t('facts.title')}>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      {isDemo && <p className={styles.small}>{t('facts.demo')}</p>}
    </Card>
  );
}
