import { Link } from 'react-router';
import { useMe } from '@isegoria/identity/web';
import { cx, useWords, VisuallyHidden } from '@isegoria/ui/web';
import styles from './inbox-bell.module.css';
import { useUnreadLive } from './use-unread';

/** The way to the notices with the number that waits, live. Nothing for a visitor. Where there is little room (`isSmall`), a wide screen shows a bell for the word. */
export function InboxBell({ isSmall = false }: { isSmall?: boolean }) {
  const { me } = useMe();
  return me ? <Bell isSmall={isSmall} /> : null;
}

function Bell({ isSmall }: { isSmall: boolean }) {
  const { t, n } = useWords('notifications');
  const count = useUnreadLive();
  return (
    <Link to="/inbox" className={cx(styles.bell, isSmall && styles.small)} title={isSmall ? t('bell.none') : undefined}>
      {isSmall && (
        <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden>
          <path d="M5 17.5h14c-1.3-1.5-2-3.2-2-5.5v-1.5a5 5 0 0 0-10 0V12c0 2.3-.7 4-2 5.5zM10 20.5a2.2 2.2 0 0 0 4 0" />
        </svg>
      )}
      {isSmall ? <VisuallyHidden onWide>{t('bell.none')}</VisuallyHidden> : <span>{t('bell.none')}</span>}{' '}
      {count > 0 && (
        <>
          <span className={styles.count}>{count > 99 ? '99+' : n(count)}</span> <VisuallyHidden>{t('bell.unread', { count })}</VisuallyHidden>
        </>
      )}
    </Link>
  );
}
