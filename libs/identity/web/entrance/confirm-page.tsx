import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { safePath } from '@isegoria/identity/contracts';
import { Button, LinkButton, Notice, Page, SubjectParts, useAct, useWords } from '@isegoria/ui/web';
import { ConfirmEmail } from '../documents';
import { ResendConfirmation } from '../resend-confirmation';
import { MeQuery, useMe } from '../use-me';

/** The link of the first letter. It takes a press: programs that look at links must not use it up. */
export function Component() {
  const { t } = useWords('identity');
  const { me } = useMe();
  const [search] = useSearchParams();
  const [confirm, { pending }] = useAct(ConfirmEmail, { refresh: [MeQuery] });
  const [outcome, setOutcome] = useState<{ next: string } | 'expired' | null>(null);
  const press = async () => {
    const answer = await confirm({ token: search.get('token') ?? '' });
    if (!answer) return;
    setOutcome(answer.confirmEmail.__typename === 'AddressConfirmed' ? { next: safePath(answer.confirmEmail.next) } : 'expired');
  };
  return (
    <Page title={t('confirm.title')} lead={outcome === null && t('confirm.lead')}>
      {outcome === null && (
        <Button pending={pending} onClick={() => void press()}>
          {t('confirm.act')}
        </Button>
      )}
      {outcome === 'expired' && (
        <Notice tone="problem" live>
          <p>{t('confirm.expired')}</p>
          {!me && <LinkButton to="/sign-in?next=/account">{t('confirm.signIn')}</LinkButton>}
        </Notice>
      )}
      {outcome === 'expired' && me && !me.confirmed && <ResendConfirmation />}
      {outcome !== null && outcome !== 'expired' && (
        <Notice tone="done" live title={t('confirm.done')}>
          {me ? (
            <LinkButton to={outcome.next}>{t('confirm.goOn')}</LinkButton>
          ) : (
            <LinkButton to={`/sign-in?next=${encodeURIComponent(outcome.next)}`}>{t('confirm.signIn')}</LinkButton>
          )}
        </Notice>
      )}
      {outcome !== null && outcome !== 'expired' && me && <SubjectParts subject={{ kind: 'confirmed-account', id: me.id }} />}
    </Page>
  );
}
