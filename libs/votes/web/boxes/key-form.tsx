import { Button, FormActs, Notice, useAct, useWords } from '@isegoria/ui/web';
import { newBoxKey, trusteeCount } from '@isegoria/votes/contracts';
import { useEffect, useState } from 'react';
import { Boxes, SetBoxKey } from '../documents';
import type { BoxOnPage } from './box-card';
import styles from './boxes.module.css';
import { type GivenShare, Shares } from './shares';
import { type Person, TrusteeField } from './trustee-field';

/** A key that this browser made and split: what the city hears of it, and who takes which share away. */
interface MadeKey {
  publicKey: string;
  trustees: { citizenId: string; digest: string }[];
  shares: readonly GivenShare[];
}

/**
 * The making of a box's key, in the administrator's browser with the three trustees around it: the key is split at once, each trustee takes
 * their share away, and to the city go the public half and what each share is known by. The one key stays here until it is known what became of it:
 * a second one would leave a box that the city keeps under the first, and nobody could ever open it.
 */
export function KeyForm({ box: { ballotId, state, publicKey } }: { box: BoxOnPage }) {
  const { t } = useWords('votes');
  const [trustees, setTrustees] = useState<readonly (Person | null)[]>(Array.from({ length: trusteeCount }, () => null));
  const [made, setMade] = useState<MadeKey | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [fate, setFate] = useState<'kept' | 'refused' | null>(null);
  const [setKey] = useAct(SetBoxKey, { refresh: [Boxes] });
  useWarnedLeaving(made !== null);
  const chosen = trustees.filter((person) => person !== null);
  const isReady = new Set(chosen.map(({ id }) => id)).size === trusteeCount;
  const press = async () => {
    const key = made ?? (await madeFor(ballotId, chosen));
    setMade(key);
    const answer = (await setKey({ ballotId, publicKey: key.publicKey, trustees: key.trustees }))?.setBoxKey;
    if (!answer) return;
    const isKept = answer.__typename === 'BoxKeySet';
    setFate(isKept ? 'kept' : 'refused');
    if (!isKept) setMade(null);
  };
  // Where the answer to the press was lost, the box itself says that it has our key.
  if (made && (fate === 'kept' || publicKey === made.publicKey)) return <Shares shares={made.shares} onTaken={() => setMade(null)} />;
  const refusal = fate === 'refused' && <Notice tone="problem" live>{t('boxes.key.refused')}</Notice>;
  if (state !== 'keyless') return refusal;
  return (
    <div className={styles.stack}>
      <p>{t('boxes.key.text')}</p>
      {!made && trustees.map((person, at) => <TrusteeField key={at} number={at + 1} value={person} onChange={(next) => setTrustees(trustees.map((each, place) => (place === at ? next : each)))} />)}
      {made && !isBusy && <Notice tone="warning" live>{t('boxes.key.unanswered', { names: made.shares.map(({ name }) => name).join(', ') })}</Notice>}
      {refusal}
      <FormActs>
        <Button
          disabled={!isReady}
          pending={isBusy}
          onClick={() => {
            setBusy(true);
            void press().finally(() => setBusy(false));
          }}
        >
          {t(made && !isBusy ? 'boxes.key.again' : 'boxes.key.make')}
        </Button>
      </FormActs>
    </div>
  );
}

async function madeFor(ballotId: string, people: readonly Person[]): Promise<MadeKey> {
  const { publicKey, shares, digests } = await newBoxKey(ballotId);
  return {
    publicKey,
    trustees: people.map(({ id }, at) => ({ citizenId: id, digest: digests[at] ?? '' })),
    shares: shares.map((share, at) => ({ share, name: people[at]?.name ?? '' })),
  };
}

/** Asks before the window is closed or loaded anew: what stands in it is nowhere else. */
function useWarnedLeaving(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOn]);
}
