import { type Given, isChosen, noOpinion, optionIds, surveyLimits as limits, takesWords } from '@isegoria/surveys/contracts';
import { Button, Checkbox, FieldGroup, RadioGroup, TextArea, TextField, useField, useWords } from '@isegoria/ui/web';
import { QuestionField as BallotField } from '@isegoria/votes/web';
import type { ReactNode } from 'react';
import styles from './answer-page.module.css';
import type { ShownQuestion } from '../documents';
import { optionText } from '../option-text';

export interface QuestionFieldProps {
  question: ShownQuestion;
  given: Given;
  /** Whether own words are published, once a moderator let them pass. */
  publishesWords: boolean;
  onChoose(options: readonly string[]): void;
  onWrite(text: string): void;
}

/** One question, answered in its form; under an «other» that was chosen, a few words more. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, given } = props;
  if (question.form === 'words') return <WordsField {...props} />;
  return (
    <div className={styles.question}>
      <ChoiceField {...props} />
      {isChosen(question.form) && takesWords(question, given) && <OtherField {...props} />}
      {question.form !== 'several' && question.form !== 'ranking' && <TakeBack {...props} />}
    </div>
  );
}

function ChoiceField(props: QuestionFieldProps) {
  if (props.question.form === 'several') return <SeveralField {...props} />;
  return props.question.form === 'ranking' ? <OrderField {...props} /> : <OneField {...props} />;
}

function OneField({ question, given: { chosen }, onChoose }: QuestionFieldProps) {
  const words = useWords('surveys');
  const { id, form, text, hint, isRequired } = question;
  const choices = optionIds(question).map((value) => ({ value, label: optionText(question, value, words) }));
  return (
    <RadioGroup
      name={`q.${id}`} label={words.lt(text)} hint={words.lt(hint)} optional={!isRequired} layout={form === 'scale' ? 'scale' : 'stacked'}
      choices={choices} value={chosen[id]?.[0] ?? ''} onChange={(optionId) => onChoose([optionId])}
    />
  );
}

/** A round button cannot be let go by itself: who need not answer can take the answer back. */
function TakeBack({ question: { id, text, isRequired }, given: { chosen }, onChoose }: QuestionFieldProps) {
  const { t, lt } = useWords('surveys');
  if (isRequired || !chosen[id]?.length) return null;
  return (
    <div>
      <Button variant="quiet" label={`${t('answer.takeBack')}: ${lt(text)}`} onClick={() => onChoose([])}>
        {t('answer.takeBack')}
      </Button>
    </div>
  );
}

/** Several may be chosen, «no opinion» only alone. One may choose too many and take one back: the count says so. */
function SeveralField({ question, given: { chosen }, onChoose }: QuestionFieldProps) {
  const words = useWords('surveys');
  const { t, lt } = words;
  const { id, text, hint, isRequired, most } = question;
  const own = chosen[id] ?? [];
  const field = { name: `q.${id}`, label: lt(text), optional: !isRequired, hint: <Hints hint={lt(hint)} count={most ? t('answer.most', { chosen: own.length, count: most }) : t('answer.several')} /> };
  const { id: fieldId, problem } = useField(field);
  const toggle = (optionId: string, isIn: boolean) => {
    if (!isIn) return onChoose(own.filter((one) => one !== optionId));
    onChoose(optionId === noOpinion ? [noOpinion] : [...own.filter((one) => one !== noOpinion), optionId]);
  };
  return (
    <FieldGroup {...field} id={fieldId} problem={problem}>
      {optionIds(question).map((optionId) => (
        <Checkbox key={optionId} name={`q.${id}.${optionId}`} label={optionText(question, optionId, words)} checked={own.includes(optionId)} onChange={(isIn) => toggle(optionId, isIn)} />
      ))}
    </FieldGroup>
  );
}

function Hints({ hint, count }: { hint: string; count: string }) {
  return (
    <>
      {hint && <span className={styles.hint}>{hint}</span>}
      <span role="status">{count}</span>
    </>
  );
}

/** An order, as ballots take it: by buttons that every hand and keyboard can press. */
function OrderField({ question, given: { chosen }, onChoose }: QuestionFieldProps) {
  const words = useWords('surveys');
  const { t, lt } = words;
  const { id, text, hint, isRequired, most } = question;
  const label = isRequired ? lt(text) : `${lt(text)} ${t('ui:optional')}`;
  const { id: fieldId, problem } = useField({ name: `q.${id}`, label: lt(text) });
  const own = (chosen[id] ?? []).map((optionId) => ({ questionId: id, optionId }));
  return (
    <div id={fieldId} tabIndex={-1} role="group" aria-label={lt(text)} className={styles.order} data-problem={problem ? true : undefined}>
      {problem && <p className={styles.problem}>{problem}</p>}
      <BallotField
        question={{ id, options: optionIds(question), form: 'ranking', most, money: null, costs: [], points: null }}
        labels={{ question: () => label, option: (_, optionId) => ({ label: optionText(question, optionId, words) }) }}
        answers={own} onChange={(answers) => onChoose(answers.map(({ optionId }) => optionId))}
      />
      {lt(hint) && <p className={styles.quiet}>{lt(hint)}</p>}
    </div>
  );
}

function OtherField({ question: { id, text }, given: { written }, publishesWords, onWrite }: QuestionFieldProps) {
  const { t, lt } = useWords('surveys');
  return (
    <div className={styles.other}>
      <TextField name={`q.${id}.other`} optional label={t('answer.other', { question: lt(text) })} hint={t(publishesWords ? 'answer.otherPublic' : 'answer.otherKept')} value={written[id] ?? ''} onChange={onWrite} />
    </div>
  );
}

function WordsField({ question: { id, text, hint, isRequired }, given: { written }, publishesWords, onWrite }: QuestionFieldProps) {
  const { t, lt } = useWords('surveys');
  const about: ReactNode = (
    <>
      {lt(hint) && <p>{lt(hint)}</p>}
      <p>{t(publishesWords ? 'answer.wordsPublic' : 'answer.wordsKept')}</p>
    </>
  );
  return <TextArea name={`q.${id}`} label={lt(text)} hint={about} optional={!isRequired} rows={5} limit={limits.words} value={written[id] ?? ''} onChange={onWrite} />;
}
