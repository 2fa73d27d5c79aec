import type { ReactNode } from 'react';
import type { Role } from '@isegoria/identity/contracts';
import { Empty, FailureNotice, FormActs, LinkButton, Page, useWords, Waiting } from '@isegoria/ui/web';
import { SignInLink, useSignInPath } from './sign-in-link';
import { useMe } from './use-me';

/** A page for some only: the server refuses the others anyway, this tells them kindly. Without roles: for all who signed in. */
export function RequireRole({ roles = [], children }: { roles?: readonly Role[]; children: ReactNode }) {
  const { t } = useWords('identity');
  const { me, pending, error, refetch, is } = useMe();
  if (pending) return <Waiting />;
  if (error) return <FailureNotice failure={error} retry={() => void refetch()} />;
  if (!me) return <Unknown mayJoin={roles.length === 0} />;
  if (me.needsSecondStep && roles.some((role) => me.roles.includes(role))) return <NeedsStep />;
  if (roles.length > 0 && !is(...roles)) {
    return (
      <Page title={t('closed.role')}>
        <Empty title={t('closed.why')} action={<LinkButton to="/">{t('ui:shell.notFound.home')}</LinkButton>} />
      </Page>
    );
  }
  return children;
}

/** Their role opens this page once they come in by more than a password. */
function NeedsStep() {
  const { t } = useWords('identity');
  return (
    <Page title={t('needs.title')}>
      <Empty title={t('needs.text')} action={<LinkButton to="/account">{t('needs.act')}</LinkButton>} />
    </Page>
  );
}

/** Nobody has signed in yet: the ways in, and back to here. A newcomer's own account opens the pages that are for all. */
function Unknown({ mayJoin }: { mayJoin: boolean }) {
  const { t } = useWords('identity');
  const join = useSignInPath('sign-up');
  return (
    <Page title={t('closed.signIn')}>
      <Empty
        title={t('closed.back')}
        action={
          <FormActs>
            <SignInLink />
            {mayJoin && (
              <LinkButton variant="secondary" to={join}>
                {t('closed.join')}
              </LinkButton>
            )}
          </FormActs>
        }
      />
    </Page>
  );
}
