import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import * as z from 'zod/mini';
import { refusedReasons, safePath } from '@isegoria/identity/contracts';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Form, FormActs, LinkButton, Notice, Page, TextField, useGraph, useKept, useWords } from '@isegoria/ui/web';
import { SignInWays } from '../documents';
import { PasskeySignIn } from '../keys/passkey-sign-in';
import { PasswordField } from '../password-field';
import { askDoor } from '../sign-out';
import { useMe } from '../use-me';

const filled = z.object({ email: z.string().check(z.trim(), z.minLength(1)), password: z.string().check(z.minLength(1)) });

/** The door. Whoever comes from a page goes back to it. */
export function Component() {
  const { t } = useWords('identity');
  const { me, refetch } = useMe();
  const [asked, setAsked] = useState(false);
  const [search] = useSearchParams();
  const next = safePath(search.get('next'));
  // Whose session ended while they wrote is sent here, and is still known on this page: nobody is told that they are in before the server says so now.
  useEffect(() => void refetch().then(() => setAsked(true)), [refetch]);
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      {me && asked ? (
        <Notice title={t('signIn.already', { name: me.name })}>
          <LinkButton to={next}>{t('signIn.goOn')}</LinkButton>
        </Notice>
      ) : (
        <>
          <SignIn next={next} refused={search.get('refused')} />
          <Ways next={next} forStaff />
        </>
      )}
    </Page>
  );
}

function SignIn({ next, refused }: { next: string; refused: string | null }) {
  const { t } = useWords('identity');
  const [email, setEmail, forget] = useKept('sign-in-email', '');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [said, setSaid] = useState(refused === null ? '' : refusal(refused, t));
  const [pending, setPending] = useState(false);
  const submit = async () => {
    const wrong = problemsOf(filled, { email, password });
    setProblems(wrong);
    setSaid('');
    if (wrong.length > 0 || pending) return;
    setPending(true);
    const { status, said: answer } = await askDoor('/auth/sign-in', { email, password });
    if (status === 200) {
      forget();
      // A new page, so that nothing that a visitor was told is shown to a citizen.
      const { step } = answer;
      return location.assign(typeof step === 'string' ? `/sign-in/code?by=${step}&next=${encodeURIComponent(next)}` : next);
    }
    setPending(false);
    setSaid(sentence(status, answer, t));
  };
  return (
    <Card>
      <Ways next={next} />
      {said && <Notice tone="problem" live>{said}</Notice>}
      <Form words="identity" problems={problems} onSubmit={() => void submit()}>
        <TextField name="email" type="email" label={t('field.email')} autoComplete="username webauthn" spellCheck={false} value={email} onChange={setEmail} />
        <PasswordField kind="known" label={t('field.password')} value={password} onChange={setPassword} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('signIn.submit')}
          </Button>
          <Link to="/forgot">{t('signIn.forgot')}</Link>
        </FormActs>
      </Form>
      <p>{t('signIn.passkeyNote')}</p>
      <PasskeySignIn next={next} offered />
      <p>
        {t('signIn.new')} <Link to={`/sign-up?next=${encodeURIComponent(next)}`}>{t('signIn.join')}</Link>
      </p>
    </Card>
  );
}

/** The ways over another site, where this city has some: the citizens' above the form, those of the people who work for the city below it. */
function Ways({ next, forStaff = false }: { next: string; forStaff?: boolean }) {
  const { t, lt } = useWords('identity');
  const { data } = useGraph(SignInWays, {}, { staleMs: 60_000 });
  const ways = (data?.signInWays ?? []).filter((way) => way.forStaff === forStaff);
  if (ways.length === 0) return null;
  const buttons = (
    <FormActs>
      {ways.map(({ name, label }) => (
        <Button key={name} variant="secondary" onClick={() => location.assign(`/auth/${name}?next=${encodeURIComponent(next)}`)}>
          {t('signIn.with', { way: lt(label) })}
        </Button>
      ))}
      {!forStaff && <span>{t('signIn.or')}</span>}
    </FormActs>
  );
  const silent = ways.filter(({ answers }) => !answers).map(({ name, label }) => <p key={name}>{t('signIn.silent', { way: lt(label) })}</p>);
  return forStaff ? <Card title={t('signIn.staff')} note={t('signIn.staffNote')}>{silent}{buttons}</Card> : <>{silent}{buttons}</>;
}

/** Why another site did not let them in, and the way on. */
function refusal(reason: string, t: (key: string) => string): string {
  const known = refusedReasons.find((one) => one === reason);
  return known ? t(`signIn.refusedBy.${known}`) : t('signIn.refused');
}

function sentence(status: number, said: Record<string, unknown>, t: (key: string, params?: { count: number }) => string): string {
  if (status === 401 || status === 400) return t('signIn.wrong');
  if (status === 429) return t('signIn.tooMany', { count: Math.ceil(Number(said['retryAfterSeconds'] ?? 60) / 60) });
  return t('signIn.failed');
}
