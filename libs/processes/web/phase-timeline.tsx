import { Link } from 'react-router';
import { LinkButton, Timeline, useWords, VisuallyHidden } from '@isegoria/ui/web';
import type { Process } from './documents';
import { stepOf } from './phase-state';
import styles from './phase-timeline.module.css';

/** A process's phases in time, with the one where we stand. */
export function PhaseTimeline({ process, mayChange }: { process: Process; mayChange: boolean }) {
  const { t, lt, d } = useWords('processes');
  const steps = process.phases.map((phase) => ({
    title: lt(phase.name),
    when: t('page.dates', { from: d(phase.opensAt, 'moment'), until: d(phase.closesAt, 'moment') }),
    state: stepOf(phase),
    children: (
      <>
        <p>{lt(phase.summary)}</p>
        {mayChange && (
          <Link to={`/processes/${process.id}/phases/${phase.id}`}>
            {t('edit.link')} <VisuallyHidden>{lt(phase.name)}</VisuallyHidden>
          </Link>
        )}
      </>
    ),
  }));
  return (
    <div className={styles.phases}>
      {steps.length === 0 ? <p>{t('page.noPhases')}</p> : <Timeline label={t('page.phases')} steps={steps} />}
      {mayChange && (
        <LinkButton variant="secondary" to={`/processes/${process.id}/phases/new`}>
          {t('make.addPhase')}
        </LinkButton>
      )}
    </div>
  );
}
