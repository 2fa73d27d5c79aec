import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, LinkButton, Notice, Page, useAct, useWords } from '@isegoria/ui/web';
import { ConfirmNewEmail } from '../documents';
import { MeQuery, useMe } from '../use-me';

/** The link of the letter to a new address. It takes a press: programs that look at links must not use it up. */
export function Component() {
  const { t } = useWords('identity');
  const { me } = useMe();
  const [search] = useSearchParams();
  const [confirm, { pending }] = useAct(ConfirmNewEmail, { refresh: [MeQuery] });
  const [outcome, setOutcome] = useState<{ email: string } | 'expired' | null>(null);
  const press = async () => {
    const answer = await confirm({ token: search.get('token') ?? '' });
    if (!answer) return;
    setOutcome(answer.confirmNewEmail.__typename === 'EmailChanged' ? { email: answer.confirmNewEmail.email } : 'expired');
  };
  const onwards = me ? <LinkButton to="/account">{t('confirmAddress.account')}</LinkButton> : <LinkButton to="/sign-in?next=/account">{t('signIn.submit')}</LinkButton>;
  return (
    <Page title={t('confirmAddress.title')} lead={outcome === null && t('confirmAddress.lead')}>
      {outcome === null && (
        <Button pending={pending} onClick={() => void press()}>
          {t('confirmAddress.act')}
        </Button>
      )}
      {outcome === 'expired' && (
        <Notice tone="problem" live>
          <p>{t('confirmAddress.expired')}</p>
          {onwards}
        </Notice>
      )}
      {outcome !== null && outcome !== 'expired' && (
        <Notice tone="done" live title={t('confirmAddress.done', { email: outcome.email })}>
          {onwards}
        </Notice>
      )}
    </Page>
  );
}
