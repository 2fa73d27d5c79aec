import { Button, FailureNotice, Notice, onDemand, onSignal, tellNotNow, useWords, Failure } from '@isegoria/ui/web';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useLocation } from 'react-router';
import styles from './signals.module.css';

const SignInDialog = onDemand(() => import('./sign-in-dialog'));

/** What the parts of a page call out, said to the reader: an act that takes long or did not go through, until one does or the network is back; an act that needs a citizen. */
export function Signals() {
  const { t } = useWords('ui');
  const { pathname } = useLocation();
  const [said, setSaid] = useState<Failure | 'slow' | null>(null);
  const [mustSignIn, setMustSignIn] = useState(false);
  useEffect(() => onSignal('act-failed', setSaid), []);
  useEffect(() => onSignal('act-slow', () => setSaid('slow')), []);
  useEffect(() => onSignal('act-done', () => setSaid(null)), []);
  useEffect(() => {
    const back = () => setSaid((before) => (before instanceof Failure && before.kind === 'offline' ? null : before));
    window.addEventListener('online', back);
    return () => window.removeEventListener('online', back);
  }, []);
  useEffect(() => onSignal('sign-in', () => setMustSignIn(true)), []);
  useEffect(() => {
    setSaid(null);
    setMustSignIn(false);
  }, [pathname]);
  const stay = () => {
    setMustSignIn(false);
    tellNotNow();
  };
  return (
    <>
      {said &&
        // Outside the city's root, and marked: an open dialog covers and silences all else.
        createPortal(
          <div className={styles.said} data-react-aria-top-layer="true">
            {said === 'slow' ? (
              <Notice tone="warning" live title={t('slow.title')}>
                {t('slow.text')}
              </Notice>
            ) : (
              <FailureNotice failure={said} />
            )}
            <Button variant="quiet" onClick={() => setSaid(null)}>
              {t('close')}
            </Button>
          </div>,
          document.body,
        )}
      {mustSignIn && <SignInDialog onClose={stay} />}
    </>
  );
}
