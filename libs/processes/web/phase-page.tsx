import { useParams } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { Empty, Loaded, Page, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { ProcessQuery } from './documents';
import { PhaseForm } from './phase-form';
import { Component as ProcessPage } from './process-page';

/** One phase: an administrator changes its dates and rules here. Everybody else reads the process, for the address is public: the sitemap and shared links name it. */
export function Component() {
  const { is, pending } = useMe();
  if (pending) return <Waiting />;
  return is('administrator') ? <PhasePage /> : <ProcessPage />;
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
