import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isObvious, safePath, signUpForm } from '@isegoria/identity/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Checkbox, Form, FormActs, Notice, Page, type ResultOf, TextField, useAct, useKept, useWords } from '@isegoria/ui/web';
import { DistrictSelect } from '../district-select';
import { SignUp } from '../documents';
import { LetterIsOut } from './letter-is-out';
import { PasswordField } from '../password-field';

type Problems = Extract<ResultOf<typeof SignUp>['signUp'], { __typename: 'Invalid' }>['problems'];

const blank = { name: '', email: '', districtId: '', agrees: false, wantsNewsletter: false };
type Typed = typeof blank;

/** A newcomer makes an account. The answer is the same whether the address is known or not. */
export function Component() {
  const { t } = useWords('identity');
  const [typed, setTyped] = useState(blank);
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo !== null) return <LetterIsOut to={sentTo} onAgain={() => setSentTo(null)} />;
  // Who comes back to the form, because no letter came, finds what they typed; the tab does not keep it any longer.
  const send = (sent: Typed, to: string) => {
    setTyped(sent);
    setSentTo(to);
  };
  return (
    <Page title={t('signUp.title')} lead={t('signUp.lead')}>
      <SignUpForm start={typed} onSent={send} />
    </Page>
  );
}

function SignUpForm({ start, onSent }: { start: Typed; onSent(typed: Typed, email: string): void }) {
  const { t, locale } = useWords('identity');
  const [search] = useSearchParams();
  const next = safePath(search.get('next'));
  const [typed, setTyped, forget] = useKept('sign-up', start);
  // A password is kept nowhere but in the field.
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<Problems>([]);
  const [tooMany, setTooMany] = useState(false);
  const [signUp, { pending }] = useAct(SignUp);
  const submit = async () => {
    const input = { ...typed, districtId: typed.districtId || null, password, locale, next };
    const wrong = problemsHere(input);
    setProblems(wrong);
    setTooMany(false);
    const answer = wrong.length === 0 && (await signUp({ input }));
    if (!answer) return;
    if (answer.signUp.__typename === 'Invalid') return setProblems(answer.signUp.problems);
    if (answer.signUp.__typename === 'TooMany') return setTooMany(true);
    forget();
    onSent(typed, answer.signUp.email);
  };
  return (
    <Card>
      {tooMany && <Notice tone="problem" live>{t('tooManyLetters')}</Notice>}
      <Form words="identity" problems={problems} onSubmit={() => void submit()}>
        <TextField name="name" label={t('field.name')} hint={t('hint.name')} autoComplete="name" value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
        <TextField name="email" type="email" label={t('field.email')} hint={t('hint.email')} autoComplete="email" spellCheck={false} value={typed.email} onChange={(email) => setTyped({ ...typed, email })} />
        <PasswordField kind="new" label={t('field.password')} hint={t('hint.password')} value={password} onChange={setPassword} />
        <DistrictSelect value={typed.districtId} onChange={(districtId) => setTyped({ ...typed, districtId })} />
        <Checkbox name="agrees" label={t('field.agrees')} hint={t('hint.agrees')} checked={typed.agrees} onChange={(agrees) => setTyped({ ...typed, agrees })} />
        <Checkbox name="wantsNewsletter" label={t('field.wantsNewsletter')} hint={t('hint.wantsNewsletter')} checked={typed.wantsNewsletter} onChange={(wantsNewsletter) => setTyped({ ...typed, wantsNewsletter })} />
        <p>
          <Link to="/code-of-conduct" target="_blank">
            {t('signUp.conductLink')}
          </Link>
        </p>
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('signUp.submit')}
          </Button>
        </FormActs>
      </Form>
      <p>
        {t('signUp.have')} <Link to={`/sign-in?next=${encodeURIComponent(next)}`}>{t('signIn.submit')}</Link>
      </p>
    </Card>
  );
}

/** The same rules as the server's, told before anything is sent. */
function problemsHere(input: { name: string; email: string; password: string }): Problems {
  const problems = problemsOf(signUpForm, input).map((problem) => ({ ...problem, __typename: undefined }));
  if (problems.length > 0 || !isObvious(input.password, input)) return problems;
  return [{ field: 'password', code: 'obvious', limit: null }];
}
