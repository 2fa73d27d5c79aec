import { useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { useCity } from '@isegoria/organisation/web';
import type { PhaseChange } from './documents';
import styles from './history.module.css';

/** What was changed about a process, by whom and when, for everybody to read. */
export function History({ changes }: { changes: readonly PhaseChange[] }) {
  const words = useWords('processes');
  const { districtName } = useCity();
  const { t, lt, d } = words;
  if (changes.length === 0) return <p>{t('history.none')}</p>;
  return (
    <ol role="list" className={styles.changes}>
      {changes.map(({ id, at, byName, act, phaseName, items }) => (
        <li key={id}>
          <p className={styles.head}>
            <time dateTime={at}>{d(at, 'moment')}</time>
            <span>{t(`history.by.${act}`, { name: byName || t('history.somebody'), phase: phaseName ? lt(phaseName) : '' })}</span>
          </p>
          {isChange(act) && (
            <ul role="list" className={styles.items}>
              {items.map(({ field, before, after }) => (
                <li key={field}>
                  {t('history.item', { field: t(`field.${field}`), before: told(field, before, words, districtName), after: told(field, after, words, districtName) })}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Of a phase that came or went the name says it; how it is set stands in the phases. */
const isChange = (act: PhaseChange['act']): boolean => act === 'phase_changed' || act === 'process_changed';

/** A value of the history as people read it. */
function told(field: string, value: string, { t, d }: WordsOfSlice, districtName: (id: string) => string): string {
  if (field === 'opensAt' || field === 'closesAt') return d(value, 'moment');
  if (field === 'contributions' || field === 'comments') return t(`admission.${value}`);
  if (field === 'supports') return t(`yesNo.${value}`);
  if (field === 'districts') return value === '' ? t('edit.everybody') : value.split(', ').map((id) => districtName(id) || id).join(', ');
  return value || '–';
}
