import { problemsOf } from '@isegoria/kernel/contracts';
import { type Fate, Button, Form, FormActs, Notice, TextArea, useFate, useWords } from '@isegoria/ui/web';
import { reasonInput, volunteerLimits as limits } from '@isegoria/volunteering/contracts';
import { useState } from 'react';
import styles from '../volunteering.module.css';

interface ReasonFormProps {
  label: string;
  hint: string;
  act: string;
  /** What is said aloud when it went through. */
  done: string;
  pending: boolean;
  send(reason: string): Promise<Fate>;
}

/** An act that asks for its reason: those whom it concerns read it. */
export function ReasonForm({ label, hint, act, done, pending, send }: ReasonFormProps) {
  const { t } = useWords('volunteering');
  const { problems, setProblems, refused, take } = useFate('volunteering');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const wrong = problemsOf(reasonInput, { reason });
    setProblems(wrong);
    if (wrong.length === 0) take(await send(reason), done);
  };
  return (
    <Form words="volunteering" summary="here" label={label} problems={problems} onSubmit={() => void submit()}>
      <p className={styles.small}>{hint}</p>
      <TextArea name="reason" rows={2} label={t('field.reason')} limit={limits.reason} value={reason} onChange={setReason} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs><Button type="submit" variant="danger" pending={pending}>{act}</Button></FormActs>
    </Form>
  );
}
