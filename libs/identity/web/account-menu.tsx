import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button, Disclosure, LinkButton, useWords } from '@isegoria/ui/web';
import styles from './account-menu.module.css';
import { useSignInPath } from './sign-in-link';
import { signOut, useLeavingTogether } from './sign-out';
import { type Me, useMe } from './use-me';

/** The header's corner: the way in, or one's own name with the ways that are one's own; `own` are those of other slices, as list items. */
export function AccountMenu({ own = null }: { own?: ReactNode }) {
  const { t } = useWords('identity');
  const { me, pending, error } = useMe();
  const signInPath = useSignInPath();
  if (pending || error) return null;
  if (me) return <OwnMenu me={me} own={own} />;
  return (
    <LinkButton variant="secondary" to={signInPath}>
      {t('signIn.act')}
    </LinkButton>
  );
}

function OwnMenu({ me, own }: { me: Me; own: ReactNode }) {
  const { t } = useWords('identity');
  useLeavingTogether();
  return (
    <Disclosure kind="panel" label={firstName(me.name)}>
      <ul role="list" className={styles.list}>
        {me.needsSecondStep && (
          <li>
            <Link to="/account">{t('needs.nav')}</Link>
          </li>
        )}
        {own}
        <li>
          <Link to="/account">{t('account.nav')}</Link>
        </li>
        {me.roles.includes('administrator') && (
          <li>
            <Link to="/people">{t('people.nav')}</Link>
          </li>
        )}
        <li>
          <Button variant="quiet" onClick={() => void signOut()}>
            {t('signOut.act')}
          </Button>
        </li>
      </ul>
    </Disclosure>
  );
}

const firstName = (name: string): string => name.split(/\s+/)[0] ?? name;
