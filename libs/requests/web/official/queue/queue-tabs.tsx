import type { RequestQueueView } from '@isegoria/requests/contracts';
import { narrowed, useWords } from '@isegoria/ui/web';
import { Link, useSearchParams } from 'react-router';
import type { QueueCounts } from '../documents';
import styles from './queue.module.css';

interface QueueTabsProps {
  views: readonly RequestQueueView[];
  current: RequestQueueView;
  /** Null until they are known. */
  counts: QueueCounts | null;
}

/** The parts of the queue, with how much each holds. */
export function QueueTabs({ views, current, counts }: QueueTabsProps) {
  const { t, n } = useWords('requests');
  const [search] = useSearchParams();
  const countOf = (view: RequestQueueView) => (counts && view !== 'ended' ? counts[view] : null);
  return (
    <nav aria-label={t('queue.tabs')}>
      <ul role="list" className={styles.tabs}>
        {views.map((view) => {
          const count = countOf(view);
          return (
            <li key={view}>
              <Link to={`?${narrowed(search, 'view', view).toString()}`} aria-current={view === current ? 'page' : undefined}>
                {count === null ? t(`queue.view.${view}`) : t('queue.counted', { view: t(`queue.view.${view}`), count: n(count) })}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
