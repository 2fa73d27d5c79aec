import { useSearchParams } from 'react-router';
import { patternsFor } from '@isegoria/processes/contracts';
import { Page, RadioGroup, useWords } from '@isegoria/ui/web';
import type { Process } from '../documents';
import { ManagedProcess } from './managed-process';
import { freshPhase } from './phase-draft';
import { PhaseForm } from './phase-form';

/** An administrator adds a phase to a process. */
export function Component() {
  return <ManagedProcess>{(process) => <NewPhase process={process} />}</ManagedProcess>;
}

/** Its sort first: with it come a name, dates and settings that usually fit. */
function NewPhase({ process }: { process: Process }) {
  const { t, lt } = useWords('processes');
  const patterns = patternsFor(process.kind, process.phases);
  const missing = patterns.find(({ id }) => !process.phases.some((phase) => phase.id === id));
  const [search, setSearch] = useSearchParams();
  const pattern = patterns.find(({ id }) => id === search.get('sort')) ?? missing ?? patterns[0];
  const choices = patterns.map(({ id, name, summary }) => ({ value: id, label: lt(name), hint: lt(summary) }));
  return (
    <Page title={t('make.addPhase')} lead={process.isDraft ? t('edit.leadDraft') : t('edit.lead')} back={{ to: `/processes/${process.id}`, label: lt(process.title) }}>
      {pattern && (
        <PhaseForm key={pattern.id} process={process} phase={freshPhase(pattern, process.phases)} pattern={pattern.id}>
          <RadioGroup name="pattern" label={t('make.sort')} choices={choices} value={pattern.id} onChange={(sort) => setSearch({ sort }, { replace: true })} />
        </PhaseForm>
      )}
    </Page>
  );
}
