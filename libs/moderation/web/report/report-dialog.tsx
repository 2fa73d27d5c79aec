import type { Subject } from '@isegoria/kernel/contracts';
import { Dialog, useWords } from '@isegoria/ui/web';
import { ReportForm } from './report-form';

/** The report, over the page that it is about. */
export default function ReportDialog({ item, onClose }: { item: Subject; onClose(): void }) {
  const { t } = useWords('moderation');
  const close = useWords('ui').t('close');
  // The form has its own main act; the way out stays quiet beside it.
  return (
    <Dialog title={t('report.title')} open onClose={onClose} closeLabel={close} actions={<></>}>
      <ReportForm item={item} />
    </Dialog>
  );
}
