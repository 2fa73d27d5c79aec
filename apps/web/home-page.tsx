import { Columns, Page, useWords, type HomeSlot } from '@isegoria/ui/web';
import { Suspense } from 'react';
import { Contained } from './contained';
import styles from './home-page.module.css';
import { home } from './slices';

/** What waits for the citizen this week, then what the city is doing. Every part comes from a slice; the page only gives it a place. */
export function HomePage() {
  const { t } = useWords('ui');
  return (
    <Page band title={t('shell.home.title')} lead={t('shell.home.lead')}>
      <div className={styles.now}>
        <Parts parts={home.now} waiting={<div className={styles.blank} />} />
      </div>
      <Columns>
        <div className={styles.column}>
          <Parts parts={home.main} waiting={<div className={styles.space} />} />
        </div>
        <div className={styles.column}>
          <Parts parts={home.aside} waiting={<div className={styles.space} />} />
        </div>
      </Columns>
    </Page>
  );
}

function Parts({ parts, waiting }: { parts: readonly HomeSlot[]; waiting: React.ReactNode }) {
  return parts.map(({ component: Part, slot, order }, index) => (
    <Contained key={`${slot} ${order} ${index}`}>
      <Suspense fallback={waiting}>
        <Part />
      </Suspense>
    </Contained>
  ));
}
