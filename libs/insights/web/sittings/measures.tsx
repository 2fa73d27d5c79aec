import { isToMeet } from '@isegoria/insights/contracts';
import { Figure, useWords } from '@isegoria/ui/web';
import type { Sitting, SittingMeasure } from './documents';
import { change } from './since';
import styles from './sitting.module.css';

/** The numbers that matter, and how they moved since the sitting began; of one that is over, what they were at its beginning and its end. */
export function Measures({ measures, sitting }: { measures: readonly SittingMeasure[]; sitting: Pick<Sitting, 'status' | 'openedAt'> }) {
  const { lt } = useWords('insights');
  if (measures.length === 0) return null;
  return (
    <div className={styles.measures}>
      {measures.map((measure) => (
        <div key={measure.id}>
          <Figure value={measure.value} label={lt(measure.label)} />
          <Moved measure={measure} sitting={sitting} />
        </div>
      ))}
    </div>
  );
}

function Moved({ measure, sitting }: { measure: SittingMeasure; sitting: Pick<Sitting, 'status' | 'openedAt'> }) {
  const { t, n, d } = useWords('insights');
  const moved = change(measure);
  if (isToMeet(sitting.status) || moved === null || measure.atOpening === null) return null;
  if (sitting.status === 'open') {
    return <p className={styles.moved}>{t(moved === 0 ? 'sitting.same' : 'sitting.moved', { change: n(moved, { signDisplay: 'always' }), time: d(sitting.openedAt ?? '', 'time') })}</p>;
  }
  return <p className={styles.moved}>{t('sitting.then', { opening: n(measure.atOpening), closing: measure.atClosing === null ? '–' : n(measure.atClosing) })}</p>;
}
