import { useState } from 'react';
import { passwordForm } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Disclosure, Form, FormActs, Notice, useAct, useWords } from '@isegoria/ui/web';
import { ChangePassword } from '../documents';
import { PasswordField } from '../password-field';

const wrongPassword = [{ field: 'current', code: 'wrong' }];

/** A new password, for those who know the old one. */
export function PasswordPart() {
  const { t } = useWords('identity');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<{ field: string; code: string; limit?: number | null }[]>([]);
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [change, { pending }] = useAct(ChangePassword);
  const submit = async () => {
    const missing = current ? [] : [{ field: 'current', code: 'required' }];
    const wrong = [...missing, ...problemsOf(passwordForm, { password })];
    setProblems(wrong);
    setSaid(null);
    const answer = wrong.length === 0 && (await change({ current, password }));
    if (!answer) return;
    const { changePassword: outcome } = answer;
    if (outcome.__typename === 'Invalid') return setProblems(outcome.problems);
    if (outcome.__typename === 'NotAllowed') return setProblems(wrongPassword);
    if (outcome.__typename === 'TooMany') return setSaid({ tone: 'problem', text: t('signIn.tooMany', { count: Math.ceil(outcome.retryAfterSeconds / 60) }) });
    setCurrent('');
    setPassword('');
    setSaid({ tone: 'done', text: t('account.passwordChanged') });
  };
  return (
    <Card title={t('account.passwordTitle')}>
      {said && <Notice tone={said.tone} live>{said.text}</Notice>}
      <Disclosure label={t('account.changePassword')}>
        <Form words="identity" summary="here" problems={problems} onSubmit={() => void submit()}>
          <PasswordField name="current" kind="known" label={t('field.current')} value={current} onChange={setCurrent} />
          <PasswordField kind="new" label={t('field.newPassword')} hint={t('hint.password')} value={password} onChange={setPassword} />
          <FormActs>
            <Button type="submit" pending={pending}>
              {t('account.changePassword')}
            </Button>
          </FormActs>
        </Form>
      </Disclosure>
    </Card>
  );
}
