import { Link, useSearchParams } from 'react-router';
import { narrowed } from './pager';
import styles from './view-switch.module.css';

export interface ViewSwitchProps {
  /** What the views are for, for those who listen. */
  label: string;
  /** The view that is shown. */
  view: string;
  /** Each view by its value in the address, and its name; the first is the usual one and stands in no address. */
  views: readonly { value: string; name: string }[];
}

/** The same list seen in another way, with the same filters: the address keeps which. */
export function ViewSwitch({ label, view, views }: ViewSwitchProps) {
  const [search] = useSearchParams();
  return (
    <nav className={styles.views} aria-label={label}>
      {views.map(({ value, name }, at) => (
        <Link key={value} to={`?${narrowed(search, 'view', at === 0 ? '' : value).toString()}`} aria-current={view === value ? 'true' : undefined} preventScrollReset>
          {name}
        </Link>
      ))}
    </nav>
  );
}
