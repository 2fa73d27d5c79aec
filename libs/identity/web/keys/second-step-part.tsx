import { useState } from 'react';
import { Button, Card, DateText, Disclosure, Form, FormActs, Notice, type Problem, QrCode, TextField, useAct, useWords } from '@isegoria/ui/web';
import { MeQuery } from '../use-me';
import { AskSecondStep, ConfirmSecondStep, EndSecondStep, OwnKeys } from './documents';
import type { Keys } from './keys-parts';
import { type Proof, ProofForm, type Refusal } from './proof-form';
import { RecoveryCodes } from './recovery-codes';
import styles from './second-step-part.module.css';
import { tooMany } from './too-many';

const few = 3;
const wrongCode = { field: 'code', code: 'wrong' };

/** A code of the phone after the password: set up, and switched off, by the owner. */
export function SecondStepPart({ keys }: { keys: Keys }) {
  const { t } = useWords('identity');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [ended, setEnded] = useState(false);
  const { secondStep } = keys;
  return (
    <Card title={t('phone.title')} note={t('phone.note')}>
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {ended && !secondStep && <Notice tone="done" live>{t('phone.ended')}</Notice>}
      {!codes && (secondStep ? <On keys={keys} secondStep={secondStep} onEnded={() => setEnded(true)} /> : <SetUp keys={keys} onSet={setCodes} />)}
    </Card>
  );
}

function On({ keys, secondStep: { since, codesLeft }, onEnded }: { keys: Keys; secondStep: NonNullable<Keys['secondStep']>; onEnded(): void }) {
  const { t } = useWords('identity');
  const [code, setCode] = useState('');
  const [end, { pending }] = useAct(EndSecondStep, { refresh: [OwnKeys, MeQuery] });
  const run = async (proof: Proof): Promise<Refusal> => {
    const outcome = (await end({ proof, code }))?.endSecondStep;
    if (outcome?.__typename !== 'SecondStepOff') return outcome ?? null;
    onEnded();
    return null;
  };
  return (
    <>
      <p>
        {t('phone.on')} <DateText at={since} />. {t('phone.codesLeft', { count: codesLeft })} {codesLeft <= few && t('phone.fewCodes')}
      </p>
      <Disclosure label={t('phone.end')}>
        <p>{t('phone.endText')}</p>
        <ProofForm act={t('phone.end')} hasPassword hasPasskey={keys.passkeys.length > 0} pending={pending} check={() => (code.trim() ? [] : [{ field: 'code', code: 'required' }])} run={run} why={() => wrongCode}>
          <TextField name="code" label={t('field.code')} width="medium" autoComplete="one-time-code" spellCheck={false} value={code} onChange={setCode} />
        </ProofForm>
      </Disclosure>
    </>
  );
}

/** First the owner shows that it is them, then the phone learns the secret, then it shows that it has. */
function SetUp({ keys, onSet }: { keys: Keys; onSet(codes: readonly string[]): void }) {
  const { t } = useWords('identity');
  const [asked, setAsked] = useState<{ secret: string; address: string } | null>(null);
  const [late, setLate] = useState(false);
  const [ask, { pending }] = useAct(AskSecondStep);
  const run = async (proof: Proof): Promise<Refusal> => {
    const outcome = (await ask({ proof }))?.askSecondStep;
    if (outcome?.__typename !== 'SecondStepAsked') return outcome ?? null;
    setAsked(outcome);
    setLate(false);
    return null;
  };
  const begin = () => {
    setAsked(null);
    setLate(true);
  };
  if (asked) return <FirstCode {...asked} onSet={onSet} onLate={begin} />;
  return (
    <>
      {late && <Notice tone="warning" live>{t('phone.late')}</Notice>}
      <p>{t('phone.off')}</p>
      <Disclosure label={t('phone.set')}>
        <p>{t('phone.setText')}</p>
        <ProofForm act={t('phone.begin')} hasPassword hasPasskey={keys.passkeys.length > 0} pending={pending} run={run} why={(reason) => t(reason === 'on' ? 'phone.onAlready' : 'phone.noPassword')} />
      </Disclosure>
    </>
  );
}

function FirstCode({ secret, address, onSet, onLate }: { secret: string; address: string; onSet(codes: readonly string[]): void; onLate(): void }) {
  const { t } = useWords('identity');
  const [code, setCode] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const [confirm, { pending }] = useAct(ConfirmSecondStep, { refresh: [OwnKeys, MeQuery] });
  const submit = async () => {
    setSaid('');
    setProblems(code.trim() ? [] : [{ field: 'code', code: 'required' }]);
    const outcome = code.trim() ? (await confirm({ code }))?.confirmSecondStep : null;
    if (!outcome) return;
    if (outcome.__typename === 'SecondStepOn') return onSet(outcome.codes);
    if (outcome.__typename === 'TooMany') return setSaid(tooMany(t, outcome.retryAfterSeconds));
    if (outcome.reason === 'late') return onLate();
    if (outcome.reason === 'on') return setSaid(t('phone.onAlready'));
    setProblems([wrongCode]);
  };
  return (
    <>
      <p>{t('phone.scan')}</p>
      <div className={styles.sign}>
        <QrCode address={address} label={t('phone.sign')} />
      </div>
      <p>
        <a href={address}>{t('phone.open')}</a>
      </p>
      <p>
        {t('phone.type')} <code className={styles.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      {said && <Notice tone="problem" live>{said}</Notice>}
      <Form words="identity" summary="here" problems={problems} onSubmit={() => void submit()}>
        <TextField name="code" label={t('field.firstCode')} hint={t('hint.code')} width="short" inputMode="numeric" autoComplete="one-time-code" spellCheck={false} value={code} onChange={setCode} />
        <FormActs>
          <Button type="submit" pending={pending}>
            {t('phone.confirm')}
          </Button>
        </FormActs>
      </Form>
    </>
  );
}
