import type { ReactNode } from 'react';
import type { Role } from '@isegoria/identity/contracts';
import { Empty, Page, useWords, Waiting } from '@isegoria/ui/web';
import { SignInLink } from './sign-in-link';
import { useMe } from './use-me';

/** A page for some only: the server refuses the others anyway, this tells them kindly. Without roles: for all who signed in. */
export function RequireRole({ roles = [], children }: { roles?: readonly Role[]; children: ReactNode }) {
  const { t } = useWords('identity');
  const { me, pending, is } = useMe();
  if (pending) return <Waiting />;
  if (!me) return <Closed title={t('closed.signIn')} action={<SignInLink />} />;
  if (roles.length > 0 && !is(...roles)) return <Closed title={t('closed.role')} />;
  return children;
}

function Closed({ title, action }: { title: string; action?: ReactNode }) {
  const { t } = useWords('identity');
  return (
    <Page title={title}>
      <Empty title={t('closed.why')} action={action} />
    </Page>
  );
}
