import { useParams } from 'react-router';
import { RequireRole } from '@isegoria/identity/web';
import { Empty, Loaded, Page, useGraph, useWords } from '@isegoria/ui/web';
import { ProcessQuery } from './documents';
import { PhaseForm } from './phase-form';

/** Where an administrator changes the dates and the rules of one phase. */
export function Component() {
  return (
    <RequireRole roles={['administrator']}>
      <PhasePage />
    </RequireRole>
  );
}

function PhasePage() {
  const { t, lt } = useWords('processes');
  const { id = '', phaseId = '' } = useParams();
  const answer = useGraph(ProcessQuery, { id });
  return (
    <Loaded answer={answer}>
      {({ process }) => {
        const phase = process?.phases.find((one) => one.id === phaseId);
        if (!process || !phase) {
          return (
            <Page title={t('page.none')} back={{ to: '/processes', label: t('page.back') }}>
              <Empty title={t('page.noneWhy')} />
            </Page>
          );
        }
        return (
          <Page title={t('edit.title', { phase: lt(phase.name) })} lead={t('edit.lead')} back={{ to: `/processes/${id}`, label: lt(process.title) }}>
            <PhaseForm process={process} phase={phase} />
          </Page>
        );
      }}
    </Loaded>
  );
}
