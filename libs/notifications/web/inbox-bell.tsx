import { Link } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { useWords } from '@isegoria/ui/web';
import styles from './inbox-bell.module.css';
import { useUnread } from './use-unread';

/** The way to the notices with the number that waits, live. Nothing for a visitor. */
export function InboxBell() {
  const { me } = useMe();
  return me ? <Bell /> : null;
}

function Bell() {
  const { t, n } = useWords('notifications');
  const count = useUnread();
  return (
    <Link to="/inbox" className={styles.bell} aria-label={count > 0 ? t('bell.label', { count }) : t('bell.none')}>
      <span aria-hidden>{t('bell.none')}</span>
      {count > 0 && (
        <span className={styles.count} aria-hidden>
          {count > 99 ? '99+' : n(count)}
        </span>
      )}
    </Link>
  );
}
