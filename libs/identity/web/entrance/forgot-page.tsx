import { useState } from 'react';
import { emailForm } from '@isegoria/identity/contracts';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Form, FormActs, Notice, Page, TextField, useAct, useKept, useWords } from '@isegoria/ui/web';
import { RequestReset } from '../documents';

/** A forgotten password: a link by mail, if there is anybody to send it to. */
export function Component() {
  const { t } = useWords('identity');
  const [email, setEmail] = useKept('sign-in-email', '');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [said, setSaid] = useState<{ tone: 'done' | 'problem'; text: string } | null>(null);
  const [ask, { pending }] = useAct(RequestReset);
  const submit = async () => {
    const wrong = problemsOf(emailForm, { email });
    setProblems(wrong);
    const answer = wrong.length === 0 && (await ask({ email }));
    if (!answer) return;
    const sent = answer.requestPasswordReset.__typename === 'LetterSent';
    setSaid(sent ? { tone: 'done', text: t('forgot.sent', { email }) } : { tone: 'problem', text: t('tooManyLetters') });
  };
  return (
    <Page title={t('forgot.title')} lead={t('forgot.lead')} back={{ to: '/sign-in' }}>
      {said && <Notice tone={said.tone} live>{said.text}</Notice>}
      {said?.tone !== 'done' && (
        <Card>
          <Form words="identity" problems={problems} onSubmit={() => void submit()}>
            <TextField name="email" type="email" label={t('field.email')} autoComplete="email" spellCheck={false} value={email} onChange={setEmail} />
            <FormActs>
              <Button type="submit" pending={pending}>
                {t('forgot.submit')}
              </Button>
            </FormActs>
          </Form>
        </Card>
      )}
    </Page>
  );
}
