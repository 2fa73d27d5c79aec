import { WAITING_SECTION } from '@isegoria/insights/contracts';
import { useWords, VisuallyHidden } from '@isegoria/ui/web';
import type { Sitting, SittingSection } from './documents';
import { grownIn } from './since';
import styles from './sitting.module.css';
import type { Steps } from './use-steps';

interface AgendaProps {
  sections: readonly SittingSection[];
  steps: Steps;
  fresh: ReadonlySet<string>;
  sitting: Pick<Sitting, 'status'>;
}

/** The agenda: where one is, and which items have changed since the sitting began. */
export function Agenda({ sections, steps, fresh, sitting }: AgendaProps) {
  const { t, lt, n } = useWords('insights');
  if (sections.length === 0) return null;
  return (
    <nav data-steps className={styles.agenda} aria-label={t('sitting.agenda')}>
      <h2>{t('sitting.agenda')}</h2>
      <ol role="list">
        {sections.map((section, at) => {
          const grown = sitting.status === 'open' ? grownIn(section) : 0;
          return (
            <li key={section.id}>
              <button type="button" aria-current={section.id === steps.current ? 'true' : undefined} data-fresh={fresh.has(section.id) || undefined} onClick={() => steps.go(section.id)}>
                <span className={styles.number}>{section.id === WAITING_SECTION ? '' : at + 1}</span>
                <span>
                  {lt(section.title)} {fresh.has(section.id) && <span className={styles.grown}>{t('sitting.fresh')}</span>}
                </span>
                {grown !== 0 && (
                  <span>
                    <span className={styles.grown}>{n(grown, { signDisplay: 'always' })}</span> <VisuallyHidden>{t('sitting.since')}</VisuallyHidden>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      <p className={styles.keys}>{t('sitting.keys')}</p>
    </nav>
  );
}
