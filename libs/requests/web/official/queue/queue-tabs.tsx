import type { RequestQueueView } from '@isegoria/requests/contracts';
import { LinkTabs, narrowed, useWords } from '@isegoria/ui/web';
import { useSearchParams } from 'react-router';
import type { QueueCounts } from '../documents';

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
  const nameOf = (view: RequestQueueView) => (counts && view !== 'ended' ? t('queue.counted', { view: t(`queue.view.${view}`), count: n(counts[view]) }) : t(`queue.view.${view}`));
  return <LinkTabs label={t('queue.tabs')} tabs={views.map((view) => ({ to: `?${narrowed(search, 'view', view).toString()}`, label: nameOf(view), isCurrent: view === current }))} />;
}
