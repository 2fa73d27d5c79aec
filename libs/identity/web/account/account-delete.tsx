import { useState } from 'react';
import { Button, Card, Dialog, Form, Loaded, Notice, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { DeleteAccount, LeavingWarnings } from '../documents';
import { PasswordField } from '../password-field';
import { leaveTogether } from '../sign-out';
import { useMe } from '../use-me';

/** Leaving for good. It asks twice, and for the password. */
export function DeletePart() {
  const { t } = useWords('identity');
  const { me } = useMe();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<{ field: string; code: string }[]>([]);
  const [said, setSaid] = useState('');
  const [leave, { pending }] = useAct(DeleteAccount);
  const confirm = async () => {
    setSaid('');
    const answer = await leave({ password });
    if (!answer) return;
    const { deleteAccount: outcome } = answer;
    if (outcome.__typename === 'AccountDeleted') return leaveTogether(t('account.left'));
    if (outcome.__typename === 'TooMany') return setSaid(t('signIn.tooMany', { count: Math.ceil(outcome.retryAfterSeconds / 60) }));
    if (outcome.reason === 'last_administrator') return setSaid(t('account.lastAdministrator'));
    setProblems([{ field: 'password', code: 'wrong' }]);
  };
  return (
    <Card title={t('account.leave')} edge="terracotta">
      <p>{t('account.leaveText')}</p>
      <p>
        <Button variant="danger" onClick={() => setOpen(true)}>
          {t('account.leaveAct')}
        </Button>
      </p>
      <Dialog
        title={t('account.leaveSure')}
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button variant="danger" pending={pending} onClick={() => void confirm()}>
            {t('account.leaveConfirm')}
          </Button>
        }
      >
        <p>{t('account.leaveText')}</p>
        {open && <Warnings />}
        {said && <Notice tone="problem" live>{said}</Notice>}
        {me?.hasPassword && (
          <Form words="identity" summary="here" problems={problems} onSubmit={() => void confirm()}>
            <PasswordField kind="known" label={t('field.current')} value={password} onChange={setPassword} />
          </Form>
        )}
      </Dialog>
    </Card>
  );
}

/** What others would miss, such as the share of a key that this person keeps. Nobody finds out afterwards what they could have read before. */
function Warnings() {
  const { lt } = useWords('identity');
  return (
    <Loaded answer={useGraph(LeavingWarnings, {})}>
      {({ leavingWarnings }) =>
        leavingWarnings.map((warning) => (
          <Notice key={warning.el} tone="warning">
            {lt(warning)}
          </Notice>
        ))
      }
    </Loaded>
  );
}
