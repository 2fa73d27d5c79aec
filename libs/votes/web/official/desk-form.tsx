import { Button, Form, FormActs, Notice, type Problem, RadioGroup, type ResultOf, TextField, useAct, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import type { Answer, OfflineChannel } from '@isegoria/votes/contracts';
import { useState } from 'react';
import type { BallotLabels } from '../ballot/ballot-form';
import { QuestionField } from '../ballot/question-field';
import type { BallotOnPage } from '../ballot/use-ballot';
import { EnterBallot } from '../documents';

type Entered = ResultOf<typeof EnterBallot>['enterBallot'];

export interface DeskFormProps {
  ballot: BallotOnPage & { channels: readonly OfflineChannel[] };
  labels: BallotLabels;
  onEntered?(): void;
}

/**
 * One vote of another channel, as one official reads it. By keyboard alone: Enter anywhere sends it, and when it is taken the focus stands in the first field of
 * an empty form, so that a pile of slips is typed without a hand leaving the keys.
 */
export function DeskForm({ ballot, labels, onEntered }: DeskFormProps) {
  const words = useWords('votes');
  const { t } = words;
  const [channel, setChannel] = useState<string>(ballot.channels[0] ?? '');
  const [slip, setSlip] = useState('');
  const [person, setPerson] = useState('');
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [entered, setEntered] = useState<Entered | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [enter, { pending }] = useAct(EnterBallot);
  const send = async () => {
    setProblems(slip.trim() === '' ? [{ field: 'slip', code: 'required' }] : []);
    if (slip.trim() === '') return;
    const who = person.includes('@') ? { email: person.trim() } : { document: person.trim() };
    const known = ballot.channels.find((each) => each === channel);
    const answer = known && (await enter({ input: { ballotId: ballot.id, channel: known, slip: slip.trim(), ...who, answers: [...answers] } }))?.enterBallot;
    if (!answer) return;
    setEntered(answer);
    if (answer.__typename !== 'EntryKept') return;
    setSlip('');
    setPerson('');
    setAnswers([]);
    document.querySelector<HTMLInputElement>('form input[name="slip"]')?.focus();
    onEntered?.();
  };
  return (
    <Form words="votes" label={t('desk.form')} problems={problems} summary="here" onSubmit={() => void send()}>
      {entered && <Notice tone={toneOf(entered)} live>{enteredWords(words, entered)}</Notice>}
      <TextField name="slip" label={t('desk.slip')} hint={t('desk.slipHint')} width="short" value={slip} onChange={setSlip} autoComplete="off" />
      <TextField name="person" label={t('desk.person')} hint={t('desk.personHint')} width="medium" value={person} onChange={setPerson} autoComplete="off" spellCheck={false} />
      <RadioGroup name="channel" label={t('desk.by')} layout="row" choices={ballot.channels.map((value) => ({ value, label: t(`desk.channel.${value}`) }))} value={channel} onChange={setChannel} />
      {ballot.questions.map((question) => (
        <QuestionField key={question.id} question={question} labels={labels} answers={answers} onChange={setAnswers} />
      ))}
      <FormActs>
        <Button type="submit" pending={pending}>
          {t('desk.enter')}
        </Button>
      </FormActs>
    </Form>
  );
}

function toneOf(entered: Entered): 'done' | 'warning' | 'problem' {
  if (entered.__typename !== 'EntryKept') return 'problem';
  return entered.state === 'conflict' ? 'warning' : 'done';
}

function enteredWords({ t }: WordsOfSlice, entered: Entered): string {
  if (entered.__typename === 'EntryKept') return t(`desk.kept.${entered.state}`);
  if (entered.__typename === 'NotAllowed') return t(`desk.refused.${entered.reason}`);
  const field = entered.__typename === 'Invalid' ? entered.problems[0]?.field : null;
  const key = field === 'document' || field === 'email' ? 'person' : field === 'slip' ? 'slip' : entered.__typename;
  return t(`desk.refused.${key}`);
}
