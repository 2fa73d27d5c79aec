import { DateText, useWords, VisuallyHidden } from '@isegoria/ui/web';
import type { KeyboardEvent } from 'react';
import { Link } from 'react-router';
import { dueText } from '../../standing';
import { StatusTag } from '../../status-tag';
import type { DeskRequest } from '../documents';
import styles from './queue.module.css';

interface QueueRowProps {
  request: DeskRequest;
  isTicked: boolean;
  onTick(isTicked: boolean): void;
}

/** One request of the queue: what and where, since when, by when, whom it concerns, who sees to it. */
export function QueueRow({ request, isTicked, onTick }: QueueRowProps) {
  const words = useWords('requests');
  const { t, lt } = words;
  const { id, title, district, createdAt, affected, status, closing, isOverdue, isPrivate, reopened, word, desk } = request;
  const due = dueText(request, words);
  const facts = [
    lt(district.name),
    ...(affected > 0 ? [t('list.affected', { count: affected })] : []),
    ...(reopened > 0 ? [t('queue.reopened', { count: reopened })] : []),
    ...(word.notFixed > 0 ? [t('queue.notFixed', { count: word.notFixed })] : []),
    ...(isPrivate ? [t('queue.private')] : []),
    ...(desk?.isMine ? [t('desk.mine')] : typeof desk?.takenBy === 'string' ? [t('desk.takenBy', { name: desk.takenBy })] : []),
  ];
  return (
    <li className={styles.row}>
      <label className={styles.tick}>
        <input type="checkbox" checked={isTicked} onChange={(event) => onTick(event.target.checked)} onKeyDown={step} />
        <VisuallyHidden>{t('queue.choose', { id, title: lt(title) })}</VisuallyHidden>
      </label>
      <div className={styles.body}>
        <h2 className={styles.title}><Link to={`/requests/${id}`}>{lt(title)}</Link></h2>
        <p className={styles.quiet}>{t('list.number', { id })}, <DateText at={createdAt} style="short" />, {facts.join(', ')}</p>
        {due && <p className={isOverdue ? styles.late : styles.quiet}>{due}</p>}
      </div>
      <StatusTag status={status} closing={closing} isOverdue={isOverdue} />
    </li>
  );
}

/** The arrows lead from box to box, so that a long list is gone through without the tab key. */
function step(event: KeyboardEvent<HTMLInputElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const boxes = [...(event.currentTarget.closest('ol')?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])];
  event.preventDefault();
  boxes[boxes.indexOf(event.currentTarget) + by]?.focus();
}
