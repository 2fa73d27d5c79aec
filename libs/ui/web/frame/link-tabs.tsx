import { Link } from 'react-router';
import styles from './link-tabs.module.css';

export interface LinkTabsProps {
  /** What they are the parts of. */
  label: string;
  tabs: readonly { to: string; label: string; isCurrent: boolean }[];
}

/** The rooms of a desk, each with an address of its own. */
export function LinkTabs({ label, tabs }: LinkTabsProps) {
  return (
    <nav aria-label={label}>
      <ul role="list" className={styles.tabs}>
        {tabs.map(({ to, label: name, isCurrent }) => (
          <li key={to}>
            <Link to={to} aria-current={isCurrent ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
