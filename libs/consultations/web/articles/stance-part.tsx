import { type Stance, stances } from '@isegoria/consultations/contracts';
import { RefusalNotice } from '@isegoria/identity/web';
import type { Subject } from '@isegoria/kernel/contracts';
import { announce, BottomBar, Button, useWords } from '@isegoria/ui/web';
import { refusalWords } from '@isegoria/votes/web';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { peopleOf, StanceBar, type StanceCounts } from './stance-bar';
import styles from './stance.module.css';
import { type Stances, useStances } from './use-stances';

interface StancePartProps {
  subject: Subject;
  initial: StanceCounts;
  /** Whether one may take a stance now. */
  isOpen: boolean;
  /** Whether one ever could. */
  hasOpened: boolean;
  /** Where another wording is written. */
  amendPath: string;
  /** The reader's press is kept. */
  onKept(): void;
  /** The text of the article: on a phone the buttons stay under the thumb while it is read. */
  children: ReactNode;
}

/** An article and where one stands on it: three buttons with the counts in them, live. Who wants changes, or disagrees, is shown the way to say which and why. */
export function StancePart({ subject, initial, isOpen, hasOpened, amendPath, onKept, children }: StancePartProps) {
  const { t, n } = useWords('consultations');
  const votes = useWords('votes');
  const standing = useStances(subject, initial);
  const { counts, mine, refused, take } = standing;
  useSaid(standing, onKept);
  const told = () => {
    const people = peopleOf(counts);
    if (!hasOpened) return t('stance.notYet');
    if (people === 0) return isOpen ? t('stance.nobody') : t('stance.nobodyClosed');
    return isOpen ? t('stance.people', { count: people }) : t('stance.told', { count: people, ...counts });
  };
  return (
    <div className={styles.stance}>
      {children}
      {isOpen && (
        <BottomBar>
          <div className={styles.asked}>
            <p className={styles.question} aria-hidden="true">{t('stance.question')}</p>
            <div className={styles.buttons} role="group" aria-label={t('stance.question')}>
              {stances.map((name) => (
                <button key={name} type="button" className={styles.button} data-stance={name} aria-pressed={mine === name} onClick={() => mine !== name && take(name)}>
                  <span>
                    {mine === name && <span className={styles.tick} aria-hidden="true" />}
                    {t(`stance.short.${name}`)}
                  </span>{' '}
                  <span className={styles.count}>{n(counts[name])}</span>
                </button>
              ))}
            </div>
          </div>
        </BottomBar>
      )}
      <StanceBar counts={counts} label={t('stance.label')} />
      <p className={styles.figures}>{told()}</p>
      {refused && <RefusalNotice>{refusalWords(votes, refused)}</RefusalNotice>}
      {isOpen && mine && <Next mine={mine} amendPath={amendPath} onTakeBack={() => take(null)} />}
    </div>
  );
}

/** What one can do about the stance just taken: say which changes, or why not; or take it back. */
function Next({ mine, amendPath, onTakeBack }: { mine: Stance; amendPath: string; onTakeBack(): void }) {
  const { t } = useWords('consultations');
  return (
    <p className={styles.next}>
      {mine === 'withChanges' && <Link to={amendPath}>{t('stance.sayWhich')}</Link>}
      {mine === 'disagree' && <a href="#arguments">{t('stance.sayWhy')}</a>}
      <Button variant="quiet" onClick={onTakeBack}>
        {t('stance.takeBack')}
      </Button>
    </p>
  );
}

/** Says to those who listen what their press did. */
function useSaid({ pending, seq, mine }: Stances, onKept: () => void): void {
  const { t } = useWords('consultations');
  const wasPending = useRef(false);
  useEffect(() => {
    const isKept = wasPending.current && !pending && seq !== null;
    wasPending.current = pending;
    if (!isKept) return;
    announce(mine ? t(`stance.said.${mine}`) : t('stance.said.none'));
    onKept();
  }, [pending, seq, mine, t, onKept]);
}
