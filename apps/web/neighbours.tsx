import { AccountMenu, useMe } from '@isegoria/identity/web';
import { countVisit } from '@isegoria/insights/web';
import { InboxBell } from '@isegoria/notifications/web';
import { useCity } from '@isegoria/organisation/web';
import { Disclosure, nameSite, useWords } from '@isegoria/ui/web';
import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { waysFor } from './ways';

/** Who is here: the notices that wait, the pages of one's duty, the account, or the way to sign in. */
export function Account() {
  return (
    <>
      <InboxBell isSmall={useHasDuty()} />
      <DutyMenu />
      <AccountMenu own={<OwnWays />} />
    </>
  );
}

/** The pages that belong to a role; nothing for those who have none. */
function DutyMenu() {
  const { t } = useWords('ui');
  if (!useHasDuty()) return null;
  return (
    <Disclosure kind="panel" label={t('shell.duty')}>
      <ul role="list">
        <Ways place="duty" />
      </ul>
    </Disclosure>
  );
}

/** What a citizen has of their own in the slices: proposals, votes. */
function OwnWays() {
  return <Ways place="own" />;
}

function Ways({ place }: { place: 'own' | 'duty' }) {
  const { t } = useWords('ui');
  return waysFor(place, useRoles()).map(({ to, label }) => (
    <li key={to}>
      <Link to={to}>{t(label)}</Link>
    </li>
  ));
}

/** Which city this is; the browser's title says it too. */
export function CityName() {
  const { lt } = useWords('ui');
  const { city } = useCity();
  const name = city ? lt(city.name) : '';
  useEffect(() => nameSite(name ? `Ισηγορία, ${name}` : 'Ισηγορία'), [name]);
  return name;
}

/** Counts each page that is opened, once it is known whether somebody is signed in. Draws nothing. */
export function VisitCounter() {
  const { pathname } = useLocation();
  const { locale } = useWords('ui');
  const { me, pending } = useMe();
  const seen = useRef('');
  useEffect(() => {
    if (pending || seen.current === pathname) return;
    seen.current = pathname;
    void countVisit(pathname, { locale, signedIn: me !== null });
  }, [pathname, locale, pending, me]);
  return null;
}

/** Whether the person who is here has pages of duty, for which the header keeps room. */
export function useHasDuty(): boolean {
  return waysFor('duty', useRoles()).length > 0;
}

/** What the person who is here may do. */
export function useRoles(): readonly string[] {
  return useMe().me?.roles ?? [];
}
