import { RefusalNotice } from '@isegoria/identity/web';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { announce, Button, Figure, useWords } from '@isegoria/ui/web';
import { useEffect, useMemo, useRef } from 'react';
import { refusalWords } from './refusal-words';
import styles from './support-button.module.css';
import { type Casting, useCast } from './use-cast';
import { useSupportCount } from './use-support-count';
import { useTally } from './use-tally';

/** What a press means here, in the words of whoever asks: sentences with a count say it themselves. */
export interface SupportLabels {
  supporters(count: number): string;
  support: string;
  supporting: string;
  nowSupporting(count: number): string;
  noLongerSupporting(count: number): string;
}

export interface SupportButtonProps {
  subject: Subject;
  /** «Στηρίζω» and its words when not said. */
  labels?: SupportLabels;
  /** The count that the page has loaded already; shown until the live one is there. */
  initial?: number;
  /** The reader's press is kept. */
  onCast?(): void;
}

/** What a press says to the ballot that counts supports. */
export const yes = [{ questionId: 'support', optionId: 'yes' }];

/** How many support a subject, and the button that adds or takes back the reader's own support. */
export function SupportButton({ subject, labels, initial, onCast }: SupportButtonProps) {
  const words = useWords('votes');
  const said = useLabels(labels);
  const ballotId = subjectKey(subject);
  const casting = useCast(ballotId);
  const isSupporting = (casting.mine?.length ?? 0) > 0;
  const count = useSupportCount(useTally(ballotId), casting, initial);
  useSaid(isSupporting, count, casting, said, onCast);

  return (
    <div className={styles.support}>
      <div className={styles.act}>
        <Figure value={count} label={said.supporters(count)} />
        <Button variant={isSupporting ? 'secondary' : 'primary'} wide onClick={() => casting.cast(isSupporting ? [] : yes)}>
          {isSupporting && <span className={styles.tick} aria-hidden="true" />}
          {isSupporting ? said.supporting : said.support}
        </Button>
      </div>
      {casting.refused && <RefusalNotice>{refusalWords(words, casting.refused)}</RefusalNotice>}
    </div>
  );
}

function useLabels(own: SupportLabels | undefined): SupportLabels {
  const { t } = useWords('votes');
  return useMemo(
    () =>
      own ?? {
        supporters: (count) => t('supporters', { count }),
        support: t('support'),
        supporting: t('supporting'),
        nowSupporting: (count) => t('nowSupporting', { count }),
        noLongerSupporting: (count) => t('noLongerSupporting', { count }),
      },
    [own, t],
  );
}

/** Says to those who listen what the reader's press did. Other citizens' presses are seen, not said: a lively count would never be quiet. */
export function useSaid(isSupporting: boolean, count: number, { pending, seq }: Casting, { nowSupporting, noLongerSupporting }: Pick<SupportLabels, 'nowSupporting' | 'noLongerSupporting'>, onCast?: () => void): void {
  const wasPending = useRef(false);
  useEffect(() => {
    const isKept = wasPending.current && !pending && seq !== null;
    wasPending.current = pending;
    if (!isKept) return;
    announce(isSupporting ? nowSupporting(count) : noLongerSupporting(count));
    onCast?.();
  }, [pending, seq, isSupporting, count, nowSupporting, noLongerSupporting, onCast]);
}
