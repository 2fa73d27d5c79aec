import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { joinForm, safePath } from '@isegoria/identity/contracts';
import { type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Button, Card, Checkbox, Form, FormActs, LinkButton, Loaded, Notice, Page, type ResultOf, sayOnArrival, TextField, useAct, useGraph, useWords } from '@isegoria/ui/web';
import { DistrictSelect } from '../district-select';
import { Join, NewcomerQuery } from '../documents';

type Known = NonNullable<ResultOf<typeof NewcomerQuery>['newcomer']>;

/** Somebody whom another site vouches for says what an account needs. Who is nobody new is led to the door. */
export function Component() {
  return <Loaded answer={useGraph(NewcomerQuery, {})}>{({ newcomer }) => (newcomer ? <Welcome newcomer={newcomer} /> : <Late />)}</Loaded>;
}

function Welcome({ newcomer }: { newcomer: Known }) {
  const { t, lt } = useWords('identity');
  const [isLate, setLate] = useState(false);
  if (isLate) return <Late />;
  return (
    <Page title={t('welcome.title')} lead={t('welcome.lead', { way: lt(newcomer.way) })}>
      {newcomer.hasAccount && (
        <Notice tone="warning" title={t('welcome.known', { email: newcomer.email ?? '' })}>
          <p>{t('welcome.knownText', { way: lt(newcomer.way) })}</p>
          <LinkButton to="/sign-in?next=/account">{t('welcome.knownAct')}</LinkButton>
        </Notice>
      )}
      <WelcomeForm name={newcomer.name} email={newcomer.hasAccount ? '' : (newcomer.email ?? '')} onLate={() => setLate(true)} />
      <Notice>
        <p>{newcomer.isPerson ? t('welcome.keptPerson') : t('welcome.keptWay', { way: lt(newcomer.way) })}</p>
        <p>{newcomer.isPerson ? t('welcome.other') : t('welcome.otherWay')}</p>
      </Notice>
    </Page>
  );
}

function WelcomeForm({ name, email, onLate }: { name: string; email: string; onLate(): void }) {
  const { t, locale } = useWords('identity');
  const [search] = useSearchParams();
  const [typed, setTyped] = useState({ name, email, districtId: '', agrees: false, wantsNewsletter: false });
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const [join, { pending }] = useAct(Join);
  const submit = async () => {
    const input = { ...typed, districtId: typed.districtId || null, locale };
    const wrong = problemsOf(joinForm, input);
    setProblems(wrong);
    const answer = wrong.length === 0 && (await join({ input }));
    if (!answer) return;
    const { join: outcome } = answer;
    if (outcome.__typename === 'Invalid') return setProblems(outcome.problems as FieldProblem[]);
    if (outcome.__typename === 'NotAllowed') return onLate();
    sayOnArrival(t(outcome.letterSent ? 'welcome.doneLetter' : 'welcome.done'));
    // A new page, so that nothing that a visitor was told is shown to a citizen.
    location.assign(safePath(search.get('next')));
  };
  return (
    <Card>
      <Form words="identity" problems={problems} onSubmit={() => void submit()}>
        <TextField name="name" label={t('field.name')} hint={t('welcome.name')} autoComplete="name" value={typed.name} onChange={(name) => setTyped({ ...typed, name })} />
        <TextField name="email" type="email" label={t('field.email')} hint={t('welcome.email')} optional autoComplete="email" spellCheck={false} value={typed.email} onChange={(email) => setTyped({ ...typed, email })} />
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
            {t('welcome.submit')}
          </Button>
        </FormActs>
      </Form>
    </Card>
  );
}

function Late() {
  const { t } = useWords('identity');
  const [search] = useSearchParams();
  return (
    <Page title={t('welcome.title')}>
      <Notice tone="warning" live>
        <p>{t('welcome.late')}</p>
        <LinkButton to={`/sign-in?next=${encodeURIComponent(safePath(search.get('next')))}`}>{t('signIn.submit')}</LinkButton>
      </Notice>
    </Page>
  );
}
