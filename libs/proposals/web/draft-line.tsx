import { Notice, useWords } from '@isegoria/ui/web';
import styles from './write.module.css';
import type { Saving } from './use-draft';

/** Whether what was typed is safe. */
export function DraftLine({ saving }: { saving: Saving }) {
  const { t, d, has } = useWords('proposals');
  if (saving.state === 'unsaved') {
    const key = `refused.${saving.reason ?? ''}`;
    return <Notice tone="warning" live>{has(key) ? t(key) : t('write.unsaved')}</Notice>;
  }
  return (
    <p className={styles.draft} role="status">
      {saving.state === 'saving' && t('write.saving')}
      {saving.state === 'saved' && t('write.saved', { time: d(saving.at, 'time') })}
    </p>
  );
}
