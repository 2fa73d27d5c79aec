import { RequireRole } from '@isegoria/identity/web';
import { Page, useWords } from '@isegoria/ui/web';
import { ProcessForm } from './process-form';

/** An administrator begins a process. */
export function Component() {
  const { t } = useWords('processes');
  return (
    <RequireRole roles={['administrator']}>
      <Page title={t('make.title')} lead={t('make.lead')} back={{ to: '/processes', label: t('page.back') }}>
        <ProcessForm process={null} />
      </Page>
    </RequireRole>
  );
}
