import { cx, Disclosure, type NavItem, speak, useWords, VisuallyHidden } from '@isegoria/ui/web';
import { useEffect, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import styles from './header.module.css';
import { Account, CityName, useHasDuty, useRoles } from './neighbours';
import { waysFor } from './ways';

/** The city's name, the ways and the account; on a phone the ways open under «Μενού». */
export function Header() {
  const { t } = useWords('ui');
  const [open, setOpen] = useState(false);
  const { key } = useLocation();
  useEffect(() => setOpen(false), [key]);
  return (
    <header className={styles.header} onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
      <div className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <span className={styles.name}>Ισηγορία</span>
          <span className={styles.city}>
            <CityName />
          </span>
        </Link>
        <LanguageSwitch />
        <button type="button" className={styles.menu} aria-expanded={open} aria-controls="ways" onClick={() => setOpen(!open)}>
          {t(open ? 'close' : 'shell.menu')}
        </button>
        <div id="ways" className={cx(styles.ways, open && styles.open)}>
          <Ways />
          <div className={styles.account}>
            <Account />
          </div>
        </div>
      </div>
    </header>
  );
}

function Ways() {
  const { t } = useWords('ui');
  const { pathname } = useLocation();
  const roles = useRoles();
  const ways = waysFor('header', roles);
  const signs = ways.filter(({ sign }) => sign);
  const named = ways.filter(({ sign }) => !sign);
  // Beside the pages of a duty there is room for one way less.
  const shown = useHasDuty() ? named.slice(0, -1) : named;
  const more = [...named.slice(shown.length), ...waysFor('more', roles)];
  return (
    <nav aria-label={t('shell.ways')}>
      <ul role="list" className={styles.list}>
        {shown.map((way) => (
          <li key={way.to}>
            <Way {...way} />
          </li>
        ))}
        {more.length > 0 && (
          <li className={styles.more} data-current={more.some(({ to }) => pathname.startsWith(to)) || undefined}>
            <Disclosure kind="wide" label={t('shell.more')}>
              <ul role="list">
                {more.map((way) => (
                  <li key={way.to}>
                    <Way {...way} />
                  </li>
                ))}
              </ul>
            </Disclosure>
          </li>
        )}
        {signs.map((way) => (
          <li key={way.to}>
            <Way {...way} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Way({ to, label, sign }: NavItem) {
  const { t } = useWords('ui');
  return (
    <NavLink to={to} className={styles.way} data-sign={sign} title={sign && t(label)}>
      {sign && (
        <svg className={styles.sign} viewBox="0 0 24 24" aria-hidden>
          <circle cx="10.5" cy="10.5" r="6.5" />
          <path d="m15.5 15.5 5 5" />
        </svg>
      )}
      {sign ? <VisuallyHidden onWide>{t(label)}</VisuallyHidden> : <span>{t(label)}</span>}
    </NavLink>
  );
}

/** The other language, one press away, on the same page. */
function LanguageSwitch() {
  const { locale } = useWords('ui');
  const other = locale === 'el' ? 'en' : 'el';
  return (
    <button type="button" lang={other} className={styles.language} aria-label={other === 'en' ? 'EN, in English' : 'ΕΛ, στα ελληνικά'} onClick={() => void speak(other)}>
      {other === 'en' ? 'EN' : 'ΕΛ'}
    </button>
  );
}
