import { allWords, Button, FailureNotice, onSignal, useWords, type Failure } from '@isegoria/ui/web';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import styles from './signals.module.css';

const SignInDialog = lazy(() => Promise.all([import('./sign-in-dialog'), allWords()]).then(([dialog]) => dialog));

/** What the parts of a page call out, said to the reader: an act that did not go through, an act that needs a citizen. */
export function Signals() {
  const { t } = useWords('ui');
  const { pathname } = useLocation();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [mustSignIn, setMustSignIn] = useState(false);
  useEffect(() => onSignal('act-failed', setFailure), []);
  useEffect(() => onSignal('sign-in', () => setMustSignIn(true)), []);
  useEffect(() => {
    setFailure(null);
    setMustSignIn(false);
  }, [pathname]);
  return (
    <>
      {failure && (
        <div className={styles.failure}>
          <FailureNotice failure={failure} />
          <Button variant="quiet" onClick={() => setFailure(null)}>
            {t('close')}
          </Button>
        </div>
      )}
      {mustSignIn && (
        <Suspense>
          <SignInDialog onClose={() => setMustSignIn(false)} />
        </Suspense>
      )}
    </>
  );
}
