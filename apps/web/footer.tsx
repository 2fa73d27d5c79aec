import { useWords } from '@isegoria/ui/web';
import { Link } from 'react-router';
import styles from './footer.module.css';
import { LookSwitch } from './look-switch';
import { CityName, useRoles } from './neighbours';
import { waysFor } from './ways';

const OWN = [
  { to: '/accessibility', label: 'shell.accessibility' },
  { to: '/privacy', label: 'shell.privacy' },
  { to: '/contact', label: 'shell.contact' },
];

/** Where every page ends: what the municipality owes its readers to say. */
export function Footer() {
  const { t } = useWords('ui');
  const ways = [...waysFor('footer', useRoles()), ...OWN];
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div>
          <p className={styles.name}>Ισηγορία</p>
          <p className={styles.meaning}>{t('shell.meaning')}</p>
          <p className={styles.meaning}>
            <CityName />
          </p>
        </div>
        <nav aria-label={t('shell.footer')}>
          <ul role="list" className={styles.list}>
            {ways.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{t(label)}</Link>
              </li>
            ))}
          </ul>
        </nav>
        <LookSwitch />
      </div>
    </footer>
  );
}
