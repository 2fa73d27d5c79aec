import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { passwordForm } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Form, FormActs, LinkButton, Notice, Page, useAct, useWords } from '@isegoria/ui/web';
import { ResetPassword } from '../documents';
import { PasswordField } from '../password-field';

/** The link of the second letter: a new password. */
export function Component() {
  const { t } = useWords('identity');
  const [search] = useSearchParams();
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<{ field: string; code: string; limit?: number | null }[]>([]);
  const [outcome, setOutcome] = useState<'done' | 'expired' | null>(null);
  const [reset, { pending }] = useAct(ResetPassword);
  const submit = async () => {
    const wrong = problemsOf(passwordForm, { password });
    setProblems(wrong);
    const answer = wrong.length === 0 && (await reset({ token: search.get('token') ?? '', password }));
    if (!answer) return;
    if (answer.resetPassword.__typename === 'Invalid') return setProblems(answer.resetPassword.problems);
    setOutcome(answer.resetPassword.__typename === 'PasswordChanged' ? 'done' : 'expired');
  };
  return (
    <Page title={t('reset.title')}>
      {outcome === null && (
        <Card>
          <Form words="identity" problems={problems} onSubmit={() => void submit()}>
            <PasswordField kind="new" label={t('field.newPassword')} hint={t('hint.password')} value={password} onChange={setPassword} />
            <FormActs>
              <Button type="submit" pending={pending}>
                {t('reset.submit')}
              </Button>
            </FormActs>
          </Form>
        </Card>
      )}
      {outcome === 'done' && (
        <Notice tone="done" live title={t('reset.done')}>
          <LinkButton to="/sign-in">{t('signIn.submit')}</LinkButton>
        </Notice>
      )}
      {outcome === 'expired' && (
        <Notice tone="problem" live title={t('reset.expired')}>
          <LinkButton to="/forgot">{t('reset.again')}</LinkButton>
        </Notice>
      )}
    </Page>
  );
}
