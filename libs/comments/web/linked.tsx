import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { Subject } from '@isegoria/kernel/contracts';
import { useGraph, useWords } from '@isegoria/ui/web';
import { Argument, type ReportSlot } from './argument';
import styles from './arguments.module.css';
import { OneComment, type ShownComment } from './documents';

/** The comment that the address leads to: brought to the reader where it does not stand on the page anyway. */
export function Linked({ subject, open, report }: { subject: Subject; open: boolean; report?: ReportSlot }) {
  const { t } = useWords('comments');
  const { hash } = useLocation();
  const id = hash.startsWith('#comment-') ? decodeURIComponent(hash.slice('#comment-'.length)) : null;
  const { data } = useGraph(OneComment, { id: id ?? '' }, { enabled: id !== null });
  const found = data?.comment ?? null;
  const { data: above } = useGraph(OneComment, { id: found?.parentId ?? '' }, { enabled: Boolean(found?.parentId) });
  const shown: ShownComment | null = found?.parentId ? (above?.comment ?? null) : found;
  const shownId = shown?.id;
  useEffect(() => {
    if (!shownId) return;
    const place = document.getElementById(`linked-${shownId}`);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [shownId]);
  if (!shown || shown.visibility !== 'public') return null;
  return (
    <section className={styles.linked} id={`linked-${shown.id}`} tabIndex={-1} aria-label={t('linked')}>
      <h3>{t('linked')}</h3>
      <Argument subject={subject} comment={shown} agreed={false} open={open} report={report} showReplies={Boolean(found?.parentId)} />
    </section>
  );
}
