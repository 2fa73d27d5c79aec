import { Button, FormActs, Notice, useAct, useWords } from '@isegoria/ui/web';
import { newBoxKey, trusteeCount } from '@isegoria/votes/contracts';
import { useState } from 'react';
import { SetBoxKey } from '../documents';
import styles from './boxes.module.css';
import { type Person, TrusteeField } from './trustee-field';

/** A share and who takes it away. */
export interface GivenShare {
  name: string;
  share: string;
}

/**
 * The making of a box's key, in the administrator's browser with the three trustees around it: the key is split at once, each trustee takes
 * their share away, and to the city go the public half and what each share is known by. The shares are shown once.
 */
export function KeyForm({ ballotId, onMade }: { ballotId: string; onMade(shares: readonly GivenShare[]): void }) {
  const { t } = useWords('votes');
  const [trustees, setTrustees] = useState<readonly (Person | null)[]>(Array.from({ length: trusteeCount }, () => null));
  const [isRefused, setRefused] = useState(false);
  const [setKey, { pending }] = useAct(SetBoxKey);
  const chosen = trustees.filter((person) => person !== null);
  const isReady = new Set(chosen.map(({ id }) => id)).size === trusteeCount;
  const make = async () => {
    const key = await newBoxKey(ballotId);
    const given = chosen.map(({ id }, at) => ({ citizenId: id, digest: key.digests[at] ?? '' }));
    const answer = (await setKey({ ballotId, publicKey: key.publicKey, trustees: given }))?.setBoxKey;
    setRefused(answer !== undefined && answer.__typename !== 'BoxKeySet');
    if (answer?.__typename === 'BoxKeySet') onMade(key.shares.map((share, at) => ({ share, name: chosen[at]?.name ?? '' })));
  };
  return (
    <div className={styles.stack}>
      <p>{t('boxes.key.text')}</p>
      {trustees.map((person, at) => (
        <TrusteeField key={at} number={at + 1} value={person} onChange={(next) => setTrustees(trustees.map((each, place) => (place === at ? next : each)))} />
      ))}
      {isRefused && <Notice tone="problem" live>{t('boxes.key.refused')}</Notice>}
      <FormActs>
        <Button disabled={!isReady} pending={pending} onClick={() => void make()}>
          {t('boxes.key.make')}
        </Button>
      </FormActs>
    </div>
  );
}

/** The shares, once. Whoever leaves the page leaves them. */
export function Shares({ shares }: { shares: readonly GivenShare[] }) {
  const { t } = useWords('votes');
  return (
    <Notice tone="warning" live title={t('boxes.key.done')}>
      <p>{t('boxes.key.once')}</p>
      {shares.map(({ share, name }) => (
        <div key={share}>
          <p>{t('boxes.key.shareOf', { name })}</p>
          <p className={styles.share}>{share}</p>
        </div>
      ))}
    </Notice>
  );
}
