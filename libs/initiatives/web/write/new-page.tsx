import { RequireRole } from '@isegoria/identity/web';
import { newInitiativeId } from '@isegoria/initiatives/contracts';
import { Card, Empty, Facts, LinkButton, Loaded, Page, PlainText, useGraph, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { KindsDocument, type ShownKind } from '../documents';
import styles from '../initiatives.module.css';

/** What the city lets citizens start: the kinds, what each asks and what follows. */
export function Component() {
  return (
    <RequireRole>
      <NewPage />
    </RequireRole>
  );
}

function NewPage() {
  const { t } = useWords('initiatives');
  const [id] = useState(newInitiativeId);
  return (
    <Page title={t('new.title')} lead={t('new.lead')} back={{ to: '/initiatives', label: t('page.all') }}>
      <Loaded answer={useGraph(KindsDocument, {})}>
        {({ initiativeKinds }) => {
          const open = initiativeKinds.filter(({ isRetired }) => !isRetired);
          if (open.length === 0) return <Empty title={t('new.none')} />;
          return <div className={styles.stack}>{open.map((kind) => <KindCard key={kind.id} kind={kind} to={`/initiatives/${id}/write?kind=${kind.id}`} />)}</div>;
        }}
      </Loaded>
    </Page>
  );
}

function KindCard({ kind: { terms }, to }: { kind: ShownKind; to: string }) {
  const { t, lt, n } = useWords('initiatives');
  return (
    <Card title={lt(terms.name)} edge="aegean">
      <PlainText text={lt(terms.about)} />
      <Facts
        facts={[
          { label: t('new.follows'), value: lt(terms.follows) },
          { label: t('facts.needed'), value: terms.percent && terms.electors ? t('count.share', { percent: n(terms.percent), electors: n(terms.electors), needed: n(terms.needed) }) : n(terms.needed) },
          { label: t('new.days'), value: t('new.daysOf', { count: terms.days }) },
          { label: t('facts.promoters'), value: t('new.promotersOf', { count: terms.promoters }) },
        ]}
      />
      <p className={styles.small}>{t('facts.law')}</p>
      <LinkButton to={to}>{t('new.start')}</LinkButton>
    </Card>
  );
}
