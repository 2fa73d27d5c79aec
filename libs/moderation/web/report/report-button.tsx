import { useState } from 'react';
import type { Subject } from '@isegoria/kernel/contracts';
import { onDemand, useWords } from '@isegoria/ui/web';
import styles from './report-button.module.css';

// Few press it; the form comes when somebody does.
const ReportDialog = onDemand(() => import('./report-dialog'));

export interface ReportButtonProps {
  item: Subject;
  /** What it is about, for a page with many such buttons: the words by which those who do not see tell them apart. */
  of?: string;
}

/** Tells moderators that something breaks a rule. */
export function ReportButton({ item, of }: ReportButtonProps) {
  const { t } = useWords('moderation');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={styles.report} aria-haspopup="dialog" aria-label={of && t('report.actOf', { text: of })} onClick={() => setOpen(true)}>
        {t('report.act')}
      </button>
      {open && <ReportDialog item={item} onClose={() => setOpen(false)} />}
    </>
  );
}
