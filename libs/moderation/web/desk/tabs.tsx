import { NavLink } from 'react-router';
import { useGraph, useWords } from '@isegoria/ui/web';
import { QueueOf } from '../documents';
import styles from './tabs.module.css';

/** The rooms of moderation. */
export function Tabs() {
  const { t, n } = useWords('moderation');
  const { data } = useGraph(QueueOf, { first: 1 }, { staleMs: 10_000 });
  const tabs = [
    { to: '/moderation', label: t('tabs.queue', { count: n(data?.moderationQueue.total ?? 0) }) },
    { to: '/moderation/objections', label: t('tabs.objections', { count: n(data?.moderationQueue.objections ?? 0) }) },
    { to: '/moderation/decisions', label: t('tabs.decisions') },
    { to: '/moderation/log', label: t('tabs.log') },
  ];
  return (
    <nav aria-label={t('tabs.label')}>
      <ul role="list" className={styles.tabs}>
        {tabs.map(({ to, label }) => (
          <li key={to}>
            <NavLink to={to} end>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
