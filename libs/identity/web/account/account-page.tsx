import { Button, Card, Notice, Page, SubjectParts, useAct, useWords } from '@isegoria/ui/web';
import { DataPart } from './account-data';
import { DeletePart } from './account-delete';
import { DemographicsPart } from './account-demographics';
import { EmailPart } from './account-email';
import { PasswordPart } from './account-password';
import { ProfilePart } from './account-profile';
import { WaysPart } from './account-ways';
import { SignOutEverywhere } from '../documents';
import { KeysParts } from '../keys/keys-parts';
import { RequireRole } from '../require-role';
import { ResendConfirmation } from '../resend-confirmation';
import { leaveTogether } from '../sign-out';
import { useMe } from '../use-me';

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
      {!me.confirmed && <Unconfirmed />}
      {me.needsSecondStep && <Notice tone="warning" title={t('needs.title')}>{t('needs.text')}</Notice>}
      <ProfilePart me={me} />
      <DemographicsPart />
      {(me.email || !me.hasPassword) && <EmailPart email={me.email} asksPassword={me.hasPassword} />}
      {me.hasPassword && <PasswordPart />}
      <KeysParts me={me} />
      <WaysPart asksPassword={me.hasPassword} />
      <SubjectParts subject={{ kind: 'account', id: me.id }} />
      <Sessions />
      <DataPart />
      <DeletePart />
    </Page>
  );
}

function Unconfirmed() {
  const { t } = useWords('identity');
  return (
    <>
      <Notice tone="warning" title={t('account.unconfirmed')}>
        {t('account.unconfirmedText')}
      </Notice>
      <ResendConfirmation />
    </>
  );
}

function Sessions() {
  const { t } = useWords('identity');
  const [end, { pending }] = useAct(SignOutEverywhere);
  const press = async () => {
    if (await end({})) leaveTogether(t('account.leftEverywhere'));
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
