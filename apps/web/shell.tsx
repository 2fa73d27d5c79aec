import { useWords, Waiting } from '@isegoria/ui/web';
import { Suspense } from 'react';
import { Outlet, useLocation } from 'react-router';
import { ArrivingWords } from './arriving';
import { PageErrors } from './error-page';
import { Footer } from './footer';
import { Header } from './header';
import { VisitCounter } from './neighbours';
import styles from './shell.module.css';
import { Signals } from './signals';
import { useCanonical } from './use-canonical';
import { useScroll } from './use-scroll';

/** What stands around every page: the way past it, the city's name, the ways, and what the city has to say to the reader. */
export function Shell() {
  const { t } = useWords('ui');
  const { pathname } = useLocation();
  useScroll();
  useCanonical();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <main id="main" className={styles.main} tabIndex={-1}>
        <ArrivingWords className={styles.arriving} />
        <PageErrors at={pathname}>
          <Suspense fallback={<ComingPage />}>
            <Outlet />
          </Suspense>
        </PageErrors>
      </main>
      <Signals />
      <VisitCounter />
      <Footer />
    </div>
  );
}

/** Around what stands in a small window of its own: nothing that leads elsewhere. */
export function SmallShell() {
  const { pathname } = useLocation();
  return (
    <div className={styles.shell}>
      <main id="main" className={styles.main} tabIndex={-1}>
        <PageErrors at={pathname}>
          <Suspense fallback={<ComingPage />}>
            <Outlet />
          </Suspense>
        </PageErrors>
      </main>
      <Signals />
    </div>
  );
}

/** Keeps the footer out of sight while the page's code is on its way. */
function ComingPage() {
  return (
    <div className={styles.coming}>
      <Waiting />
    </div>
  );
}
