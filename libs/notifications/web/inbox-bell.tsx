import { Link } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { useWords, VisuallyHidden } from '@isegoria/ui/web';
import styles from './inbox-bell.module.css';
import { useUnreadLive } from './use-unread';

/** The way to the notices with the number that waits, live. Nothing for a visitor. */
export function InboxBell() {
  const { me } = useMe();
  return me ? <Bell /> : null;
}

function Bell() {
  const { t, n } = useWords('notifications');
  const count = useUnreadLive();
  return (
    <Link to="/inbox" className={styles.bell}>
      <span>{t('bell.none')}</span>{' '}
      {count > 0 && (
        <>
          <span className={styles.count}>{count > 99 ? '99+' : n(count)}</span> <VisuallyHidden>{t('bell.unread', { count })}</VisuallyHidden>
        </>
      )}
    </Link>
  );
}
