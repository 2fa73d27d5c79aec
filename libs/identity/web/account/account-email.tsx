import { useState } from 'react';
import { emailForm } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Disclosure, Form, FormActs, Notice, TextField, useAct, useWords } from '@isegoria/ui/web';
import { ChangeEmail } from '../documents';
import { PasswordField } from '../password-field';

const wrongPassword = [{ field: 'current', code: 'wrong' }];

export interface EmailPartProps {
  /** Null where there is none yet. */
  email: string | null;
  /** Whoever signs in elsewhere has none to give. */
  asksPassword?: boolean;
}

/** Another address, for those who know the password. It holds when somebody who reads mail there says so. */
export function EmailPart({ email: present, asksPassword = true }: EmailPartProps) {
  const { t } = useWords('identity');
  const [email, setEmail] = useState('');
  const [current, setCurrent] = useState('');
  const [problems, setProblems] = useState<{ field: string; code: string; limit?: number | null }[]>([]);
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [change, { pending }] = useAct(ChangeEmail);
  const act = t(present ? 'account.changeEmail' : 'account.giveEmail');
  const submit = async () => {
    const wrong = [...problemsOf(emailForm, { email }), ...(current || !asksPassword ? [] : [{ field: 'current', code: 'required' }])];
    setProblems(wrong);
    setSaid(null);
    const answer = wrong.length === 0 && (await change({ email, password: current }));
    if (!answer) return;
    const { changeEmail: outcome } = answer;
    if (outcome.__typename === 'Invalid') return setProblems(outcome.problems);
    if (outcome.__typename === 'NotAllowed') return setProblems(wrongPassword);
    if (outcome.__typename === 'TooMany') return setSaid({ tone: 'problem', text: t('signIn.tooMany', { count: Math.ceil(outcome.retryAfterSeconds / 60) }) });
    setEmail('');
    setCurrent('');
    setSaid({ tone: 'done', text: t(present ? 'account.emailSent' : 'account.firstEmailSent', { email: outcome.email }) });
  };
  return (
    <Card title={t('account.emailTitle')} note={present ?? t('account.noEmail')}>
      {said && <Notice tone={said.tone} live>{said.text}</Notice>}
      <Disclosure label={act}>
        <Form words="identity" summary="here" problems={problems} onSubmit={() => void submit()}>
          <TextField name="email" type="email" label={t(present ? 'field.newEmail' : 'field.email')} hint={t(present ? 'hint.newEmail' : 'welcome.email')} autoComplete="email" spellCheck={false} value={email} onChange={setEmail} />
          {asksPassword && <PasswordField name="current" kind="known" label={t('field.current')} value={current} onChange={setCurrent} />}
          <FormActs>
            <Button type="submit" pending={pending}>
              {act}
            </Button>
          </FormActs>
        </Form>
      </Disclosure>
    </Card>
  );
}
