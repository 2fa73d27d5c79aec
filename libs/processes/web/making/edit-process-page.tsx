import { Page, useWords } from '@isegoria/ui/web';
import { ManagedProcess } from './managed-process';
import { ProcessForm } from './process-form';

/** An administrator changes what a process says of itself. */
export function Component() {
  const { t, lt } = useWords('processes');
  return (
    <ManagedProcess>
      {(process) => (
        <Page title={t('make.change')} lead={process.isDraft ? t('edit.leadDraft') : t('make.changeLead')} back={{ to: `/processes/${process.id}`, label: lt(process.title) }}>
          <ProcessForm process={process} />
        </Page>
      )}
    </ManagedProcess>
  );
}
