import { useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '../forms/button';
import type { Failure } from '../graph/failure';
import { askToSignIn } from '../graph/signals';
import type { Answer } from '../graph/use-graph';
import { useOnline } from '../use-online';
import { useWords } from '../words/use-words';
import { Notice } from './notice';
import styles from './states.module.css';

/** Nothing here: why, and what one can do about it. */
export function Empty({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div>{children}</div>}
      {action}
    </div>
  );
}

/** It is coming. Says nothing at first: most answers are there before one would have read the word. Without a network it says so, and comes by itself once there is one. */
export function Waiting({ label }: { label?: string }) {
  const { t } = useWords('ui');
  const [late, setLate] = useState(false);
  const isOnline = useOnline();
  useEffect(() => {
    const patience = setTimeout(() => setLate(true), 350);
    return () => clearTimeout(patience);
  }, []);
  return (
    <p className={styles.waiting} role="status" data-waiting data-late={(late && isOnline) || undefined}>
      {late && (isOnline ? (label ?? t('waiting')) : t('waitingOffline'))}
    </p>
  );
}

/** An answer that did not come: what happened, the code under which we find it, and another try. */
export function FailureNotice({ failure, retry }: { failure: Failure; retry?: () => void }) {
  const { t } = useWords('ui');
  const mustSignIn = failure.kind === 'sign_in';
  return (
    <Notice tone="problem" live title={t(`failure.${failure.kind}.title`)}>
      <p>{t(`failure.${failure.kind}.text`)}</p>
      {failure.correlationId && <p className={styles.code}>{t('failure.code', { code: failure.correlationId })}</p>}
      <div>
        {mustSignIn && (
          <Button variant="quiet" onClick={askToSignIn}>
            {t('signIn')}
          </Button>
        )}
        {failure.kind === 'forbidden' && <Link to="/contact">{t('shell.contact')}</Link>}
        {retry && !mustSignIn && (
          <Button variant="quiet" onClick={retry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </Notice>
  );
}

/** The three faces of an answer: it comes, it failed, here it is. */
export function Loaded<Data>({ answer, children }: { answer: Answer<Data>; children: (data: Data) => ReactNode }) {
  if (answer.data !== undefined) return <>{children(answer.data)}</>;
  if (answer.error) return <FailureNotice failure={answer.error} retry={() => void answer.refetch()} />;
  return <Waiting />;
}
