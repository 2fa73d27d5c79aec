import { Button, Dialog, Notice, Tag, useWords } from '@isegoria/ui/web';
import { type MouseEvent, useState } from 'react';
import styles from './boxes.module.css';

/** A share and who takes it away. */
export interface GivenShare {
  name: string;
  share: string;
}

/**
 * The shares, once: each trustee looks at their own alone and takes it away before the next one comes to the screen. They stand before all else, for whoever
 * went to another page would leave them behind.
 */
export function Shares({ shares, onTaken }: { shares: readonly GivenShare[]; onTaken(): void }) {
  const { t } = useWords('votes');
  const [shown, setShown] = useState<GivenShare | null>(null);
  const [taken, setTaken] = useState<readonly GivenShare[]>([]);
  const [isEarly, setEarly] = useState(false);
  const waiting = shares.filter((one) => !taken.includes(one));
  const take = (one: GivenShare, { currentTarget }: MouseEvent) => {
    currentTarget.closest('li')?.querySelector('button')?.focus();
    setTaken([...taken, one]);
    setShown(null);
    setEarly(false);
  };
  return (
    <Dialog title={t('boxes.key.done')} open mustChoose closeLabel={t('boxes.key.allTaken')} onClose={() => (waiting.length === 0 ? onTaken() : setEarly(true))}>
      <p>{t('boxes.key.once')}</p>
      <ul className={styles.shares} role="list">
        {shares.map((one) => (
          <li key={one.share}>
            <Button variant="secondary" expanded={shown === one} onClick={() => setShown(shown === one ? null : one)}>
              {t('boxes.key.shareOf', { name: one.name })}
            </Button>{' '}
            {taken.includes(one) && <Tag tone="olive">{t('boxes.key.isTaken')}</Tag>}
            {shown === one && (
              <div className={styles.stack}>
                <p className={styles.share}>{one.share}</p>
                {!taken.includes(one) && <Button onClick={(event) => take(one, event)}>{t('boxes.key.take')}</Button>}
              </div>
            )}
          </li>
        ))}
      </ul>
      {isEarly && <Notice tone="warning" live>{t('boxes.key.waiting', { names: waiting.map(({ name }) => name).join(', ') })}</Notice>}
    </Dialog>
  );
}
