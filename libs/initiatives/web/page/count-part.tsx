import { daysUntil } from '@isegoria/kernel/contracts';
import { Figure, useWords } from '@isegoria/ui/web';
import { useTally } from '@isegoria/votes/web';
import type { CSSProperties } from 'react';
import { Link } from 'react-router';
import type { ShownInitiative } from '../documents';
import styles from '../initiatives.module.css';

/** How many have signed, live; how far that is to the line; and how anybody can count again. */
export function CountPart({ initiative }: { initiative: ShownInitiative }) {
  const { t, n } = useWords('initiatives');
  const { ballotId, signatures, terms: { needed, electors, percent }, stage, closesAt, check, sheetsWaiting } = initiative;
  const tally = useTally(ballotId);
  const isLive = stage === 'collecting';
  const online = isLive ? (tally.isKnown ? tally.voters : signatures.online) : signatures.online;
  const total = online + signatures.paper;
  // The line stands at four fifths of the bar until it is passed; after that all of it is what came.
  const whole = Math.max(needed * 1.25, total);
  const days = isLive && closesAt ? daysUntil(new Date(closesAt), new Date()) : null;
  return (
    <div className={styles.count}>
      <div className={styles.figures}>
        <Figure size="large" value={total} label={t('count.signatures', { count: total, needed: n(needed) })} />
        {days !== null && days >= 0 && <Figure tone="ink" value={days} label={t('count.days', { count: days })} />}
      </div>
      <div className={styles.bar} role="img" aria-label={t('count.bar', { total: n(total), needed: n(needed) })} style={{ '--signed': total / whole, '--line': needed / whole } as CSSProperties}>
        <span className={styles.signed} data-enough={total >= needed || undefined} />
        <span className={styles.line} />
      </div>
      <p className={styles.small}>
        {total >= needed ? t('count.enough') : t('count.missing', { count: needed - total })}
        {percent && electors ? ` ${t('count.share', { percent: n(percent), electors: n(electors), needed: n(needed) })}` : ''}
      </p>
      {signatures.paper > 0 && <p className={styles.small}>{t('count.columns', { online: n(online), paper: n(signatures.paper) })}</p>}
      {sheetsWaiting > 0 && <p className={styles.small}>{t('count.sheetsWaiting', { count: sheetsWaiting })}</p>}
      {check && <p>{t('count.valid', { valid: n(check.valid), of: n(check.of), needed: n(needed) })}{check.note && <span lang="el"> {check.note}</span>}</p>}
      <p className={styles.small}><Link to="/ledger">{t('count.verify')}</Link></p>
    </div>
  );
}
