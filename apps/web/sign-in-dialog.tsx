import { Dialog, LinkButton, useWords } from '@isegoria/ui/web';
import { useLocation } from 'react-router';

/** An act that counts once a person needs to know who asks. After signing in one comes back to the same place. */
export default function SignInDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords('ui');
  const { pathname, search } = useLocation();
  const next = encodeURIComponent(pathname + search);
  return (
    <Dialog
      open
      title={t('shell.signIn.title')}
      closeLabel={t('shell.signIn.later')}
      onClose={onClose}
      actions={
        <>
          <LinkButton to={`/sign-in?next=${next}`}>{t('signIn')}</LinkButton>
          <LinkButton variant="secondary" to={`/sign-up?next=${next}`}>
            {t('shell.signIn.join')}
          </LinkButton>
        </>
      }
    >
      <p>{t('shell.signIn.text')}</p>
    </Dialog>
  );
}
