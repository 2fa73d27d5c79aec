import { problemsOf } from '@isegoria/kernel/contracts';
import { extensionInput, publicReason, publicReasonLimits } from '@isegoria/processes/contracts';
import { announce, AskedButton, Button, clockOf, DateText, type Fate, Form, FormActs, fromCityClock, Notice, type Problem, refusalText, sayOnArrival, TextArea, TextField, useFate, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import styles from './for-a-time.module.css';

/**
 * What a department does with something that it puts to people for a time, a consultation or a survey: it is published, discarded while nobody has seen it, given
 * more time, taken back. Each part says the words `official.…` of the slice that it is told; what sends the act is the slice's own.
 */
interface OfSlice {
  /** The slice whose words are said. */
  words: string;
}

export interface PublishActProps extends OfSlice {
  opensAt: string | null;
  /** Where what is missing is filled in. */
  completeAt: string;
  pending: boolean;
  publish(): Promise<Fate>;
}

/** Makes a draft public, once it was asked whether that is meant. What it lacks is shown on the way there. */
export function PublishAct({ words: slice, opensAt, completeAt, pending, publish }: PublishActProps) {
  const words = useWords(slice);
  const { t, d } = words;
  const [refused, setRefused] = useState<string | null>(null);
  const [isIncomplete, setIncomplete] = useState(false);
  const yes = async (close: () => void) => {
    const fate = await publish();
    if (!fate) return;
    close();
    setIncomplete(Boolean(fate.problems));
    setRefused(fate.reason === undefined ? null : refusalText(words, fate.reason));
    if (!fate.problems && fate.reason === undefined) announce(t('official.published'));
  };
  const isAtOnce = opensAt === null || new Date(opensAt) <= new Date();
  return (
    <>
      <AskedButton act={t('official.publish')} variant="primary" yesVariant="primary" question={t('official.publishAsk')} yes={t('official.publishYes')} pending={pending} onYes={yes}>
        <p>{isAtOnce ? t('official.publishNow') : t('official.publishLater', { date: d(opensAt, 'moment') })}</p>
      </AskedButton>
      {isIncomplete && (
        <Notice tone="problem" live title={t('official.incomplete')}>
          <Link to={completeAt}>{t('official.complete')}</Link>
        </Notice>
      )}
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

/** Throws a draft away, and leads to the list. */
export function DiscardAct({ words: slice, list, pending, discard }: OfSlice & { list: string; pending: boolean; discard(): Promise<Fate> }) {
  const words = useWords(slice);
  const { t } = words;
  const navigate = useNavigate();
  const [refused, setRefused] = useState<string | null>(null);
  const yes = async (close: () => void) => {
    const fate = await discard();
    if (!fate) return;
    close();
    if (fate.reason !== undefined) return setRefused(refusalText(words, fate.reason));
    sayOnArrival(t('official.discarded'));
    await navigate(list);
  };
  return (
    <>
      <AskedButton act={t('official.discard')} question={t('official.discardAsk')} yes={t('official.discardYes')} pending={pending} onYes={yes}>
        <p>{t('official.discardLoses')}</p>
      </AskedButton>
      {refused && <Notice tone="problem" live>{refused}</Notice>}
    </>
  );
}

/** Gives more time, never less, with a reason that everyone reads. */
export function ExtendForm({ words, closesAt, pending, extend }: OfSlice & { closesAt: string | null; pending: boolean; extend(closesAt: string, reason: string): Promise<Fate> }) {
  const { t } = useWords(words);
  const { problems, setProblems, refused, take } = useFate(words);
  const [typed, setTyped] = useState(() => ({ closesAt: clockOf(closesAt), reason: '' }));
  const send = async () => {
    const to = fromCityClock(typed.closesAt);
    const wrong: Problem[] = problemsOf(extensionInput, { closesAt: to, reason: typed.reason });
    setProblems(wrong);
    if (wrong.length === 0 && to) take(await extend(to.toISOString(), typed.reason), t('official.extended'));
  };
  return (
    <Form words={words} summary="here" label={t('official.extend')} problems={problems} onSubmit={() => void send()}>
      <TextField name="closesAt" type="datetime-local" label={t('official.newEnd')} hint={t('official.extendHint')} value={typed.closesAt} onChange={(next) => setTyped({ ...typed, closesAt: next })} />
      <TextArea name="reason" rows={3} label={t('official.publicReason')} limit={publicReasonLimits.longest} value={typed.reason} onChange={(reason) => setTyped({ ...typed, reason })} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" pending={pending}>{t('official.extendAct')}</Button>
      </FormActs>
    </Form>
  );
}

/** Takes it back, with a reason that everyone reads. */
export function WithdrawForm({ words, pending, withdraw }: OfSlice & { pending: boolean; withdraw(reason: string): Promise<Fate> }) {
  const { t } = useWords(words);
  const { problems, setProblems, refused, take } = useFate(words);
  const [reason, setReason] = useState('');
  const send = async () => {
    const wrong = problemsOf(publicReason, { reason });
    setProblems(wrong);
    if (wrong.length === 0) take(await withdraw(reason), t('official.withdrawn'));
  };
  return (
    <Form words={words} summary="here" label={t('official.withdraw')} problems={problems} onSubmit={() => void send()}>
      <p className={styles.quiet}>{t('official.withdrawHint')}</p>
      <TextArea name="reason" rows={3} label={t('official.publicReason')} limit={publicReasonLimits.longest} value={reason} onChange={setReason} />
      {refused && <Notice tone="problem" live>{refused}</Notice>}
      <FormActs>
        <Button type="submit" variant="danger" pending={pending}>{t('official.withdrawAct')}</Button>
      </FormActs>
    </Form>
  );
}

/** Each time that it was given more time: from when to when, and why. */
export function Extensions({ words, extensions }: OfSlice & { extensions: readonly { from: string; to: string; reason: string; at: string }[] }) {
  const { t } = useWords(words);
  if (extensions.length === 0) return null;
  return (
    <>
      <h3 className={styles.small}>{t('facts.extensions')}</h3>
      <ul className={styles.list}>
        {extensions.map(({ from, to, reason, at }) => (
          <li key={at}>
            {t('facts.extension')} <DateText at={from} /> → <DateText at={to} />: <span lang="el">{reason}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
