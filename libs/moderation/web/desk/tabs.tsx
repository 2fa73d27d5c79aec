import { LinkTabs, useGraph, useWords } from '@isegoria/ui/web';
import { useLocation } from 'react-router';
import { QueueOf } from '../documents';

/** The rooms of moderation. */
export function Tabs() {
  const { t, n } = useWords('moderation');
  const { pathname } = useLocation();
  const { data } = useGraph(QueueOf, { first: 1 }, { staleMs: 10_000 });
  const tabs = [
    { to: '/moderation', label: t('tabs.queue', { count: n(data?.moderationQueue.total ?? 0) }) },
    { to: '/moderation/objections', label: t('tabs.objections', { count: n(data?.moderationQueue.objections ?? 0) }) },
    { to: '/moderation/decisions', label: t('tabs.decisions') },
    { to: '/moderation/log', label: t('tabs.log') },
  ];
  return <LinkTabs label={t('tabs.label')} tabs={tabs.map((tab) => ({ ...tab, isCurrent: tab.to === pathname }))} />;
}
