import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button, Notice, useWords, Waiting } from '@isegoria/ui/web';
import { minutesLeft } from './case-words';
import { CaseFacts } from './case-facts';
import { CaseText } from './case-text';
import { DecideForm } from './decide-form';
import styles from './queue.module.css';
import { type Elsewhere, useClaim } from './use-claim';
import { useNow } from '../use-now';
import type { MadeDecision } from './use-held-decision';
import type { QueueChange } from './use-queue';

/** The acts on the open case, for the keyboard. */
export interface PanelActs {
  return(): void;
  approve(): void;
  hide(): void;
  pass(): void;
}

export interface CasePanelProps {
  caseId: string;
  acts: RefObject<PanelActs | null>;
  keysOn: boolean;
  /** The last change of the queue: it may be about this case. */
  touched: QueueChange | null;
  /** The decision about it that was taken back. */
  before: MadeDecision | null;
  onDecide(decision: MadeDecision): void;
  onPassed(): void;
  onBack(): void;
}

/** The open case: whose it is now, what it says, what is known, and what to decide. */
export function CasePanel({ caseId, acts, keysOn, touched, before, onDecide, onPassed, onBack }: CasePanelProps) {
  const { t } = useWords('moderation');
  const { claim, again, forget } = useClaim(caseId);
  const [changed, setChanged] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const what = touched?.caseId === caseId ? touched.what : null;
  const isTouched = what === 'changed';
  useEffect(() => {
    if (!isTouched) return;
    again();
    setChanged(true);
  }, [isTouched, touched, again]);
  const elsewhere = claim.state === 'mine' ? claim.lost : claim.state === 'taken' || claim.state === 'gone' ? claim : null;
  // Whoever waits for a case learns who has it next, and that it was decided.
  const isNews = elsewhere?.state === 'taken' && (what === 'claimed' || what === 'decided');
  useEffect(() => void (isNews && again()), [isNews, touched, again]);
  useEffect(() => void panel.current?.scrollIntoView?.({ block: 'nearest' }), [caseId]);
  // The button that brought the reader here has gone with its case, or stands far up in the list.
  useEffect(() => {
    if (claim.state !== 'claiming') (panel.current?.querySelector('h2') ?? panel.current)?.focus({ preventScroll: true });
  }, [claim.state]);

  return (
    <div ref={panel} className={styles.case} tabIndex={-1}>
      <button type="button" className={styles.back} onClick={onBack}>
        {t('queue.back')}
      </button>
      {claim.state === 'claiming' && <Waiting label={t('case.claiming')} />}
      {claim.state === 'unanswered' && <Notice tone="problem" live title={t('case.unanswered')}><Button variant="secondary" onClick={again}>{t('case.again')}</Button></Notice>}
      {elsewhere && <NotOurs elsewhere={elsewhere} isFree={what === 'released'} wrote={claim.state === 'mine'} onTake={again} />}
      {claim.state === 'mine' && (
        <>
          {!claim.lost && <Holding until={claim.until} onAgain={again} onRelease={onBack} />}
          {changed && <Notice tone="warning" live>{t('case.changed')}</Notice>}
          {claim.found.passNote && <Notice title={t('case.passNote')}>{claim.found.passNote}</Notice>}
          <CaseText found={claim.found} />
          <CaseFacts found={claim.found} />
          <DecideForm
            key={caseId}
            found={claim.found}
            until={claim.until}
            lost={claim.lost}
            before={before}
            acts={acts}
            keysOn={keysOn}
            onDecide={(decision) => (forget(), onDecide(decision))}
            onPassed={() => (forget(), onPassed())}
          />
        </>
      )}
    </div>
  );
}

/** Another has it, or had it: it can be taken as soon as they are done. What was written about it waits below. */
function NotOurs({ elsewhere, isFree, wrote, onTake }: { elsewhere: Elsewhere; isFree: boolean; wrote: boolean; onTake(): void }) {
  const { t, d } = useWords('moderation');
  const now = useNow();
  if (elsewhere.state === 'gone') return <Notice tone="info" live>{t(wrote ? 'case.goneWritten' : 'case.gone')}</Notice>;
  const free = isFree || minutesLeft(elsewhere.until, now) === 0;
  return (
    <Notice tone={wrote ? 'warning' : 'info'} live title={free ? t('case.freed') : t('case.taken', { time: d(elsewhere.until, 'time') })}>
      {wrote && <p>{t('case.written')}</p>}
      {free && <Button variant="secondary" onClick={onTake}>{t('case.take')}</Button>}
    </Notice>
  );
}

/** How long it is still ours. */
function Holding({ until, onAgain, onRelease }: { until: string; onAgain(): void; onRelease(): void }) {
  const { t } = useWords('moderation');
  const left = minutesLeft(until, useNow());
  if (left === 0) {
    return (
      <Notice tone="warning" live title={t('case.expired')}>
        <Button variant="secondary" onClick={onAgain}>
          {t('case.again')}
        </Button>
      </Notice>
    );
  }
  return (
    <p className={styles.holding}>
      <span className={styles.claimed}>{t('case.claimed', { count: left })}</span>
      <button type="button" className={styles.link} onClick={onRelease}>
        {t('case.release')}
      </button>
    </p>
  );
}
