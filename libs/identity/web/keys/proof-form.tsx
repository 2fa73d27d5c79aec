import { type ReactNode, useState } from 'react';
import { Button, Form, FormActs, Notice, type Problem, useWords } from '@isegoria/ui/web';
import { PasswordField } from '../password-field';
import { askWho, knowsPasskeys } from './device';
import { tooMany } from './too-many';

/** By what the owner shows that the account is theirs. */
export interface Proof {
  password?: string;
  passkey?: string;
}

/** Why an act that asks for a proof did not go through; null where it did, or did not arrive. */
export type Refusal = { reason: string } | { retryAfterSeconds: number } | null;

export interface ProofFormProps {
  act: string;
  hasPassword: boolean;
  hasPasskey: boolean;
  /** What is wrong with the other fields, before anything is asked. */
  check?(): readonly Problem[];
  run(proof: Proof): Promise<Refusal>;
  /** The sentence for a refusal that is not about the proof: a text, or a problem of a field. */
  why(reason: string): string | Problem;
  pending: boolean;
  /** The form's other fields. */
  children?: ReactNode;
}

/** An act for which the owner shows that the account is theirs: by the password, or by a passkey that answers just now. */
export function ProofForm({ act, hasPassword, hasPasskey, check = () => [], run, why, pending, children }: ProofFormProps) {
  const { t } = useWords('identity');
  const [password, setPassword] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const attempt = async (proof: Proof) => {
    const refusal = await run(proof);
    if (!refusal) return;
    if ('retryAfterSeconds' in refusal) return setSaid(tooMany(t, refusal.retryAfterSeconds));
    if (refusal.reason === 'proof' && proof.passkey) return setSaid(t('signIn.passkeyWrong'));
    const told = refusal.reason === 'proof' ? { field: 'current', code: 'wrong' } : why(refusal.reason);
    if (typeof told === 'string') setSaid(told);
    else setProblems([told]);
  };
  const isReady = (more: readonly Problem[]) => {
    const wrong = [...check(), ...more];
    setProblems(wrong);
    setSaid('');
    return wrong.length === 0;
  };
  const submit = async () => {
    if (isReady(hasPassword && !password ? [{ field: 'current', code: 'required' }] : [])) await attempt(hasPassword ? { password } : {});
  };
  const byPasskey = async () => {
    if (!isReady([])) return;
    const answered = await askWho().catch(() => ({ no: 'failed' as const }));
    if ('said' in answered) await attempt({ passkey: JSON.stringify(answered.said) });
    else if ('tooManySeconds' in answered) setSaid(tooMany(t, answered.tooManySeconds));
    else setSaid(t('passkeys.refused.no'));
  };
  return (
    <>
      {said && <Notice tone="problem" live>{said}</Notice>}
      <Form words="identity" summary="here" problems={problems} onSubmit={() => void submit()}>
        {children}
        {hasPassword && <PasswordField name="current" kind="known" label={t('field.current')} value={password} onChange={setPassword} />}
        <FormActs>
          <Button type="submit" pending={pending}>
            {act}
          </Button>
          {hasPassword && hasPasskey && knowsPasskeys() && (
            <Button variant="quiet" pending={pending} onClick={() => void byPasskey()}>
              {t('proof.passkey')}
            </Button>
          )}
        </FormActs>
      </Form>
    </>
  );
}
