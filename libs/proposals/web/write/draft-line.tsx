import { Button, Notice, useWords } from '@isegoria/ui/web';
import styles from './write.module.css';
import type { useDraft } from './use-draft';

type Draft = Pick<ReturnType<typeof useDraft>, 'saving' | 'takeTheirs' | 'keepMine'>;

/** Whether what was typed is safe. */
export function DraftLine({ draft }: { draft: Draft }) {
  const { t, d, has } = useWords('proposals');
  const { saving } = draft;
  if (saving.state === 'overtaken') return <Overtaken draft={draft} />;
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

/** The draft was changed on another page meanwhile: the writer says which of the two they mean. */
function Overtaken({ draft: { saving, takeTheirs, keepMine } }: { draft: Draft }) {
  const { t } = useWords('proposals');
  if (saving.state !== 'overtaken') return null;
  const { by } = saving;
  return (
    <Notice tone="warning" live title={t('write.overtakenTitle')}>
      <p>{t('write.overtaken', { title: by.title || t('mine.untitled') })}</p>
      <p className={styles.choices}>
        <Button variant="secondary" onClick={() => takeTheirs(by)}>{t('write.takeTheirs')}</Button>
        <Button variant="quiet" onClick={() => keepMine(by)}>{t('write.keepMine')}</Button>
      </p>
    </Notice>
  );
}
