import { announce, Button, Card, Notice, Page, useAct, useWords } from '@isegoria/ui/web';
import { DataPart } from './account-data';
import { DeletePart } from './account-delete';
import { DemographicsPart } from './account-demographics';
import { PasswordPart } from './account-password';
import { ProfilePart } from './account-profile';
import { ResendConfirmation, SignOutEverywhere } from './documents';
import { RequireRole } from './require-role';
import { type Me, useMe } from './use-me';

/** A person's own account. */
export function Component() {
  return (
    <RequireRole>
      <Account />
    </RequireRole>
  );
}

function Account() {
  const { t } = useWords('identity');
  const { me } = useMe();
  if (!me) return null;
  return (
    <Page title={t('account.title')} lead={me.roles.map((role) => t(`role.${role}`)).join(' · ')}>
      {!me.confirmed && <Unconfirmed me={me} />}
      <ProfilePart me={me} />
      <DemographicsPart />
      {me.hasPassword && <PasswordPart />}
      <Sessions />
      <DataPart />
      <DeletePart />
    </Page>
  );
}

function Unconfirmed({ me }: { me: Me }) {
  const { t } = useWords('identity');
  const [resend, { pending }] = useAct(ResendConfirmation);
  const press = async () => {
    const answer = await resend({});
    if (!answer) return;
    const sent = answer.resendConfirmation.__typename === 'LetterSent';
    announce(sent ? t('account.resent', { email: me.email ?? '' }) : t('tooManyLetters'));
  };
  return (
    <Notice tone="warning" title={t('account.unconfirmed')}>
      <p>{t('account.unconfirmedText')}</p>
      <Button variant="secondary" pending={pending} onClick={() => void press()}>
        {t('account.resend')}
      </Button>
    </Notice>
  );
}

function Sessions() {
  const { t } = useWords('identity');
  const [end, { pending }] = useAct(SignOutEverywhere);
  const press = async () => {
    if (await end({})) location.assign('/');
  };
  return (
    <Card title={t('account.sessions')}>
      <p>{t('account.sessionsText')}</p>
      <p>
        <Button variant="secondary" pending={pending} onClick={() => void press()}>
          {t('account.everywhere')}
        </Button>
      </p>
    </Card>
  );
}
