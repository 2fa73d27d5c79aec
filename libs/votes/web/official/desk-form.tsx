import { Button, Form, FormActs, Notice, type Problem, type ResultOf, useAct, useWords } from '@isegoria/ui/web';
import type { Answer, OfflineChannel } from '@isegoria/votes/contracts';
import { useState } from 'react';
import type { BallotLabels } from '../ballot/ballot-form';
import { QuestionField } from '../ballot/question-field';
import type { BallotOnPage } from '../ballot/use-ballot';
import { EnterBallot } from '../documents';
import { fateKey, fateTone, SlipFields, slipInput, toSlip } from './slip-fields';

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
  const { t } = useWords('votes');
  const { channels } = ballot;
  const [slip, setSlip] = useState({ slip: '', person: '', channel: String(channels[0] ?? '') });
  const [answers, setAnswers] = useState<readonly Answer[]>([]);
  const [entered, setEntered] = useState<Entered | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [enter, { pending }] = useAct(EnterBallot);
  const send = async () => {
    const typed = slipInput(slip, channels);
    setProblems(typed?.slip === '' ? [{ field: 'slip', code: 'required' }] : []);
    if (!typed || typed.slip === '') return;
    const answer = (await enter({ input: { ballotId: ballot.id, ...typed, answers: [...answers] } }))?.enterBallot;
    if (!answer) return;
    setEntered(answer);
    if (answer.__typename !== 'EntryKept') return;
    setSlip({ ...slip, slip: '', person: '' });
    setAnswers([]);
    toSlip();
    onEntered?.();
  };
  return (
    <Form words="votes" label={t('desk.form')} problems={problems} summary="here" onSubmit={() => void send()}>
      {entered && <Notice tone={fateTone(entered)} live>{t(`desk.${fateKey(entered)}`)}</Notice>}
      <SlipFields channels={channels} value={slip} onChange={(part) => setSlip({ ...slip, ...part })} />
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
