import { useParams } from 'react-router';
import { Page, useWords } from '@isegoria/ui/web';
import { ReportForm } from './report-form';

/** The same report as a page of its own, which any link can lead to. */
export function Component() {
  const { t } = useWords('moderation');
  const { kind = '', id = '' } = useParams();
  return (
    <Page title={t('report.page')}>
      <ReportForm item={{ kind, id }} />
    </Page>
  );
}
