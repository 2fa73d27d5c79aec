import { useState } from 'react';
import { Button, Card, DateText, Disclosure, Form, FormActs, Notice, type Problem, QrCode, TextField, useAct, useWords } from '@isegoria/ui/web';
import { MeQuery } from '../use-me';
import { AskSecondStep, ConfirmSecondStep, EndSecondStep, OwnKeys, RenewRecoveryCodes } from './documents';
import type { Keys } from './keys-parts';
import { type Proof, ProofForm, type Refusal } from './proof-form';
import { RecoveryCodes } from './recovery-codes';
import styles from './second-step-part.module.css';
import { tooMany } from './too-many';

const few = 3;
const wrongCode = { field: 'code', code: 'wrong' };

/** A code of the phone after the password: set up, given new recovery codes, and switched off, by the owner. */
export function SecondStepPart({ keys }: { keys: Keys }) {
  const { t } = useWords('identity');
  const [shown, setShown] = useState<{ codes: readonly string[]; said: string } | null>(null);
  const [ended, setEnded] = useState(false);
  const { secondStep } = keys;
  return (
    <Card title={t('phone.title')} note={t('phone.note')}>
      {shown && <RecoveryCodes {...shown} onKept={() => setShown(null)} />}
      {ended && !secondStep && <Notice tone="done" live>{t('phone.ended')}</Notice>}
      {!shown && secondStep && <On keys={keys} secondStep={secondStep} onRenewed={(codes) => setShown({ codes, said: t('phone.renewed') })} onEnded={() => setEnded(true)} />}
      {!shown && !secondStep && <SetUp keys={keys} onSet={(codes) => setShown({ codes, said: t('phone.done') })} />}
    </Card>
  );
}

interface OnProps {
  keys: Keys;
  secondStep: NonNullable<Keys['secondStep']>;
  onRenewed(codes: readonly string[]): void;
  onEnded(): void;
}

function On({ keys, secondStep: { since, codesLeft }, onRenewed, onEnded }: OnProps) {
  const { t } = useWords('identity');
  const [renew, renewing] = useAct(RenewRecoveryCodes, { refresh: [OwnKeys] });
  const [end, ending] = useAct(EndSecondStep, { refresh: [OwnKeys, MeQuery] });
  const runRenew = async (shown: Shown): Promise<Refusal> => {
    const outcome = (await renew(shown))?.renewRecoveryCodes;
    if (outcome?.__typename !== 'RecoveryCodesRenewed') return outcome ?? null;
    onRenewed(outcome.codes);
    return null;
  };
  const runEnd = async (shown: Shown): Promise<Refusal> => {
    const outcome = (await end(shown))?.endSecondStep;
    if (outcome?.__typename !== 'SecondStepOff') return outcome ?? null;
    onEnded();
    return null;
  };
  return (
    <>
      <p>
        {t('phone.on')} <DateText at={since} />. {t('phone.codesLeft', { count: codesLeft })} {codesLeft <= few && t('phone.fewCodes')}
      </p>
      <WithCode keys={keys} act={t('phone.renew')} text={t('phone.renewText')} pending={renewing.pending} run={runRenew} />
      <WithCode keys={keys} act={t('phone.end')} text={t('phone.endText')} pending={ending.pending} run={runEnd} />
    </>
  );
}

/** What the owner shows before an act on a second step that stands. */
interface Shown {
  proof: Proof;
  code: string;
}

interface WithCodeProps {
  keys: Keys;
  act: string;
  text: string;
  pending: boolean;
  run(shown: Shown): Promise<Refusal>;
}

function WithCode({ keys, act, text, pending, run }: WithCodeProps) {
  const { t } = useWords('identity');
  const [code, setCode] = useState('');
  return (
    <Disclosure label={act}>
      <p>{text}</p>
      <ProofForm act={act} hasPassword hasPasskey={keys.passkeys.length > 0} pending={pending} check={() => (code.trim() ? [] : [{ field: 'code', code: 'required' }])} run={(proof) => run({ proof, code })} why={() => wrongCode}>
        <TextField name="code" label={t('field.code')} width="medium" autoComplete="one-time-code" spellCheck={false} value={code} onChange={setCode} />
      </ProofForm>
    </Disclosure>
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
