import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { safePath } from '@isegoria/identity/contracts';
import { Button, Card, Disclosure, Form, FormActs, LinkButton, Notice, Page, type Problem, TextField, useWords } from '@isegoria/ui/web';
import { askDoor } from '../sign-out';
import { PasskeySignIn } from './passkey-sign-in';
import { tooMany } from './too-many';

/** After the password: the six digits, a recovery code, or a passkey. */
export function Component() {
  const { t } = useWords('identity');
  const [search] = useSearchParams();
  const next = safePath(search.get('next'));
  const by = search.get('by');
  return (
    <Page title={t('secondStep.title')} lead={t(by === 'passkey' ? 'secondStep.leadPasskey' : 'secondStep.lead')} back={{ to: `/sign-in?next=${encodeURIComponent(next)}` }}>
      <Card>
        {by === 'passkey' ? <p>{t('secondStep.lostPasskey')} <Link to="/contact">{t('secondStep.contact')}</Link></p> : <CodeForm next={next} />}
        {(by === 'passkey' || by === 'either') && <PasskeySignIn next={next} />}
      </Card>
    </Page>
  );
}

function CodeForm({ next }: { next: string }) {
  const { t } = useWords('identity');
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const [late, setLate] = useState(false);
  const [pending, setPending] = useState(false);
  const submit = async () => {
    setSaid('');
    setProblems(code.trim() ? [] : [{ field: 'code', code: 'required' }]);
    if (!code.trim() || pending) return;
    setPending(true);
    const { status, said: why } = await askDoor('/auth/second-step', { code: code.slice(0, 100) });
    // A new page, so that nothing that a visitor was told is shown to a citizen.
    if (status === 200) return location.assign(next);
    setPending(false);
    if (status === 429) return setSaid(tooMany(t, why['retryAfterSeconds']));
    if (status !== 401) return setSaid(t('signIn.failed'));
    if (why['reason'] === 'late') return setLate(true);
    setCode('');
    setProblems([{ field: 'code', code: 'wrong' }]);
  };
  if (late) {
    return (
      <Notice tone="warning" live>
        <p>{t('secondStep.late')}</p>
        <LinkButton to={`/sign-in?next=${encodeURIComponent(next)}`}>{t('secondStep.again')}</LinkButton>
      </Notice>
    );
  }
  return (
    <>
      {said && <Notice tone="problem" live>{said}</Notice>}
      <Form words="identity" problems={problems} onSubmit={() => void submit()}>
        <TextField name="code" label={t('field.code')} hint={t('hint.code')} width="medium" autoComplete="one-time-code" spellCheck={false} value={code} onChange={setCode} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('secondStep.submit')}
          </Button>
        </FormActs>
      </Form>
      <Disclosure label={t('secondStep.lost')}>
        <p>{t('secondStep.lostText')}</p>
        <p>
          <Link to="/contact">{t('secondStep.contact')}</Link>
        </p>
      </Disclosure>
    </>
  );
}
