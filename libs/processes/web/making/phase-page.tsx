import { useParams } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { Page, useWords, Waiting } from '@isegoria/ui/web';
import { ManagedProcess } from './managed-process';
import { MissingProcess } from '../missing-process';
import { PhaseForm } from './phase-form';
import { Component as ProcessPage } from '../process-page';
import { RemovePhase } from './remove-phase';

/** One phase: an administrator changes its dates and rules here. Everybody else reads the process, for the address is public: the sitemap and shared links name it. */
export function Component() {
  const { is, pending } = useMe();
  if (pending) return <Waiting />;
  return is('administrator') ? <PhasePage /> : <ProcessPage />;
}

function PhasePage() {
  const { t, lt } = useWords('processes');
  const { phaseId = '' } = useParams();
  return (
    <ManagedProcess>
      {(process) => {
        const phase = process.phases.find(({ id }) => id === phaseId);
        if (!phase) return <MissingProcess />;
        return (
          <Page title={t('edit.title', { phase: lt(phase.name) })} lead={process.isDraft ? t('edit.leadDraft') : t('edit.lead')} back={{ to: `/processes/${process.id}`, label: lt(process.title) }}>
            <PhaseForm process={process} phase={phase} pattern={null} />
            <RemovePhase process={process} phase={phase} />
          </Page>
        );
      }}
    </ManagedProcess>
  );
}
