import { useState } from 'react';
import { birthYearForm } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Form, FormActs, Notice, Page, type Problem, type ResultOf, TextField, useAct, useWords } from '@isegoria/ui/web';
import { BirthYearChecks, VerifyBirthYear } from '../documents';
import { RequireRole } from '../require-role';

type Fate = ResultOf<typeof VerifyBirthYear>['verifyBirthYear'];

/** For officials at a desk: the year of birth of somebody who stands before them, as their card says it. */
export function Component() {
  return (
    <RequireRole roles={['official', 'administrator']}>
      <CardPage />
    </RequireRole>
  );
}

function CardPage() {
  const { t } = useWords('identity');
  const [typed, setTyped] = useState({ email: '', birthYear: '' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [fate, setFate] = useState<Fate | null>(null);
  const [verify, { pending }] = useAct(VerifyBirthYear, { refresh: [BirthYearChecks] });
  const send = async () => {
    const input = { email: typed.email.trim(), birthYear: Number(typed.birthYear) };
    const wrong = problemsOf(birthYearForm, input);
    setProblems(wrong);
    setFate(null);
    const answer = wrong.length === 0 && (await verify(input))?.verifyBirthYear;
    if (!answer) return;
    if (answer.__typename === 'Invalid') return setProblems(answer.problems);
    setFate(answer);
    if (answer.__typename === 'BirthYearVerified') setTyped({ email: '', birthYear: '' });
  };
  return (
    <Page title={t('card.title')} lead={t('card.lead')}>
      <Form words="identity" problems={problems} onSubmit={() => void send()}>
        {fate?.__typename === 'BirthYearVerified' && <Notice tone="done" live>{t('card.saved', { name: fate.name, year: String(fate.birthYear) })}</Notice>}
        {fate && 'reason' in fate && <Notice tone="problem" live>{t(`card.refused.${fate.reason}`)}</Notice>}
        <TextField name="email" type="email" label={t('card.email')} value={typed.email} onChange={(email) => setTyped({ ...typed, email })} autoComplete="off" />
        <TextField name="birthYear" width="short" inputMode="numeric" label={t('card.year')} value={typed.birthYear} onChange={(birthYear) => setTyped({ ...typed, birthYear })} autoComplete="off" />
        <FormActs>
          <Button type="submit" pending={pending}>{t('card.save')}</Button>
        </FormActs>
      </Form>
    </Page>
  );
}
