import { amendmentAnswersInput, consultationLimits as limits } from '@isegoria/consultations/contracts';
import { problemsOf } from '@isegoria/kernel/contracts';
import { announce, Button, Checkbox, Form, FormActs, Notice, PlainText, type Problem, RadioGroup, refusalText, Section, Tag, TextArea, useAct, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import { Difference, DifferenceKey } from '../articles/difference';
import { AnswerAmendmentsDocument, AnswerDraftDocument, type AmendmentDraft } from '../documents';
import styles from './official.module.css';

const outcomes = ['adopted', 'partly', 'notAdopted'] as const;
const tones = { adopted: 'olive', partly: 'sun', notAdopted: 'neutral' } as const;

/** The other wordings of an article, and one answer for as many of them as are marked. */
export function AmendmentAnswers({ consultationId, rows }: { consultationId: string; rows: readonly AmendmentDraft[] }) {
  const words = useWords('consultations');
  const { t } = words;
  const [marked, mark] = useState<readonly string[]>([]);
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | ''>('');
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [answer, { pending }] = useAct(AnswerAmendmentsDocument, { refresh: [AnswerDraftDocument] });
  const open = rows.filter((row) => row.outcome === null).map(({ amendment }) => amendment.id);

  const send = async () => {
    setRefused(null);
    const input = { amendmentIds: [...marked], outcome: outcome || null, reason };
    const wrong: Problem[] = problemsOf(amendmentAnswersInput, input).filter(({ field }) => field !== 'amendmentIds');
    if (marked.length === 0) wrong.unshift({ field: `amendmentIds.${rows[0]?.amendment.id ?? ''}`, code: 'unmarked' });
    if (outcome === '') wrong.push({ field: 'amendmentOutcome', code: 'required' });
    else if (reason.trim() === '' && wrong.every(({ field }) => field !== 'reason')) wrong.push({ field: 'reason', code: 'required' });
    setProblems(wrong.map((one) => (one.field === 'reason' ? { ...one, field: 'amendmentReason' } : one)));
    if (wrong.length > 0) return;
    const result = (await answer({ input: { consultationId, ...input } }))?.answerAmendments;
    if (!result) return;
    if (result.__typename === 'Invalid') return setProblems(result.problems);
    if (result.__typename !== 'AnswerDraftSaved') return setRefused(refusalText(words, result.reason));
    mark([]);
    setOutcome('');
    setReason('');
    announce(t('write.saved'));
  };
  return (
    <Section title={t('write.amendments', { count: rows.length })}>
      <Form words="consultations" summary="here" label={t('write.amendments', { count: rows.length })} problems={problems} onSubmit={() => void send()}>
        <DifferenceKey />
        <ul role="list" className={styles.group}>
          {rows.map((row) => (
            <Row key={row.amendment.id} row={row} isMarked={marked.includes(row.amendment.id)} onMark={(isMarked) => mark(isMarked ? [...marked, row.amendment.id] : marked.filter((id) => id !== row.amendment.id))} />
          ))}
        </ul>
        {open.length > 1 && <div><Button variant="quiet" onClick={() => mark(open)}>{t('write.markOpen', { count: open.length })}</Button></div>}
        <RadioGroup
          name="amendmentOutcome" layout="row" label={t('write.toMarked')} value={outcome} onChange={(value) => setOutcome(outcomes.find((one) => one === value) ?? '')}
          choices={outcomes.map((value) => ({ value, label: t(`amendment.outcome.${value}`) }))}
        />
        <TextArea name="amendmentReason" label={t('field.amendmentReason')} hint={t('write.amendmentHint')} rows={3} limit={limits.answerReason} value={reason} onChange={setReason} />
        {refused && <Notice tone="problem" live>{refused}</Notice>}
        <FormActs>
          <Button type="submit" variant="secondary" pending={pending}>{t('write.answerMarked')}</Button>
        </FormActs>
      </Form>
    </Section>
  );
}

function Row({ row: { amendment, outcome, reason }, isMarked, onMark }: { row: AmendmentDraft; isMarked: boolean; onMark(isMarked: boolean): void }) {
  const { t } = useWords('consultations');
  const { id, author, supports, isRemoval, original, text } = amendment;
  const name = t(isRemoval ? 'amendment.removalBy' : 'amendment.changeBy', { name: author?.name ?? t('amendment.someone') });
  return (
    <li className={styles.link}>
      <Checkbox name={`amendmentIds.${id}`} label={`${name} (${t('amendment.supports', { count: supports })})`} checked={isMarked} onChange={onMark} />
      {isRemoval ? <p><b>{t('amendment.removal')}</b></p> : <Difference before={original} after={text} />}
      <div>
        <p className={styles.quiet}>{t('amendment.why')}</p>
        <PlainText text={amendment.reason} />
      </div>
      {outcome && (
        <div className={styles.reply}>
          <p><span className={styles.quiet}>{t('write.answeredSoFar')}</span> <Tag tone={tones[outcome]}>{t(`amendment.outcome.${outcome}`)}</Tag></p>
          <PlainText text={reason} />
        </div>
      )}
    </li>
  );
}
