import { Columns, Empty, FormActs, type HomeSlot, LinkButton, Page, useWords } from '@isegoria/ui/web';
import { lazy, Suspense } from 'react';
import { Contained } from './contained';
import styles from './home-page.module.css';
import { waysFor } from './ways';

const HomeParts = lazy(() => import('./home-parts'));

/** What waits for the citizen this week, then what the city is doing. Every part comes from a slice; the page only gives it a place. */
export function HomePage() {
  const { t } = useWords('ui');
  return (
    <Page band title={t('shell.home.title')} lead={t('shell.home.lead')} actions={<Ways place="home" />}>
      <div className={styles.now} data-many>
        <Place slot="now" waiting={<div className={styles.blank} />} />
      </div>
      <Quiet />
      <Columns>
        <div className={styles.column}>
          <Place slot="main" waiting={<div className={styles.space} />} />
        </div>
        <div className={styles.column}>
          <Place slot="aside" waiting={<div className={styles.space} />} />
        </div>
      </Columns>
    </Page>
  );
}

/** Where to go in a week that asks for nothing; shown where the slices drew nothing above it. */
function Quiet() {
  const { t } = useWords('ui');
  return (
    <div className={styles.quiet}>
      <Empty
        title={t('shell.home.quiet')}
        action={
          <FormActs>
            <Ways place="header" />
          </FormActs>
        }
      >
        {t('shell.home.quietText')}
      </Empty>
    </div>
  );
}

function Ways({ place }: { place: 'header' | 'home' }) {
  const { t } = useWords('ui');
  return waysFor(place, []).map(({ to, label }) => (
    <LinkButton key={to} variant="secondary" to={to}>
      {t(label)}
    </LinkButton>
  ));
}

function Place({ slot, waiting }: { slot: HomeSlot['slot']; waiting: React.ReactNode }) {
  return (
    <Contained>
      <Suspense fallback={waiting}>
        <HomeParts slot={slot} />
      </Suspense>
    </Contained>
  );
}
