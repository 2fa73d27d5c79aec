import { type Given, noOpinion, optionIds, steps, surveyLimits as limits, takesWords } from '@isegoria/surveys/contracts';
import { Checkbox, FieldGroup, Notice, RadioGroup, TextArea, TextField, useField, useWords, type WordsOfSlice } from '@isegoria/ui/web';
import { QuestionField as BallotQuestion } from '@isegoria/votes/web';
import type { ShownQuestion } from './documents';
import styles from './surveys.module.css';

interface QuestionFieldProps {
  question: ShownQuestion;
  given: Given;
  publishesWords: boolean;
  onChoose(options: readonly string[]): void;
  onWrite(text: string): void;
}

/** One question, answered in its form; with a few words beside it where «other» is chosen. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, given, publishesWords, onWrite } = props;
  const { t } = useWords('surveys');
  const reads = t(publishesWords ? 'answer.readsPublic' : 'answer.readsKept');
  return (
    <div className={styles.fields}>
      <Closed {...props} />
      {question.form !== 'words' && takesWords(question, given) && (
        <TextField name={`w.${question.id}`} optional label={t('answer.other')} hint={t('answer.otherHint', { reads })} value={given.written[question.id] ?? ''} onChange={(text) => onWrite(text.slice(0, limits.other))} />
      )}
    </div>
  );
}

function Closed({ question, given, publishesWords, onChoose, onWrite }: QuestionFieldProps) {
  const words = useWords('surveys');
  const { t, lt } = words;
  const { id, form, text, hint, isRequired, most } = question;
  const own = given.chosen[id] ?? [];
  const asked = form === 'several' ? (most ? t('answer.most', { count: most }) : t('answer.any')) : form === 'ranking' ? t('answer.rank') : '';
  const reads = form === 'words' ? t(publishesWords ? 'answer.readsPublic' : 'answer.readsKept') : '';
  const field = { name: `q.${id}`, label: lt(text), hint: [lt(hint), asked, reads].filter(Boolean).join(' ') || undefined, optional: !isRequired };
  switch (form) {
    case 'words':
      return <TextArea {...field} rows={5} limit={limits.words} value={given.written[id] ?? ''} onChange={onWrite} />;
    case 'several':
      return <SeveralField field={field} question={question} own={own} onChoose={onChoose} />;
    case 'ranking':
      return <RankingField field={field} question={question} own={own} onChoose={onChoose} />;
    case 'single':
    case 'scale':
      return (
        <RadioGroup
          {...field} layout={form === 'scale' ? 'scale' : 'stacked'} value={own[0] ?? ''} onChange={(option) => onChoose([option])}
          choices={optionIds(question).map((value) => ({ value, label: optionText(question, value, words) }))}
        />
      );
  }
}

type Field = { name: string; label: string; hint: string | undefined; optional: boolean };
type ClosedProps = { field: Field; question: ShownQuestion; own: readonly string[]; onChoose(options: readonly string[]): void };

/** Who has no opinion has none beside it. */
function SeveralField({ field, question, own, onChoose }: ClosedProps) {
  const words = useWords('surveys');
  const { id, problem } = useField(field);
  const toggle = (option: string, isOn: boolean) => {
    if (!isOn) return onChoose(own.filter((one) => one !== option));
    onChoose(option === noOpinion ? [noOpinion] : [...own.filter((one) => one !== noOpinion), option]);
  };
  return (
    <FieldGroup {...field} id={id} problem={problem}>
      {optionIds(question).map((option) => (
        <Checkbox key={option} name={`${field.name}.${option}`} label={optionText(question, option, words)} checked={own.includes(option)} onChange={(isOn) => toggle(option, isOn)} />
      ))}
    </FieldGroup>
  );
}

/** An order by buttons, as on every ballot. */
function RankingField({ field, question, own, onChoose }: ClosedProps) {
  const words = useWords('surveys');
  const { id, problem } = useField(field);
  const { options, most } = question;
  const paper = { id: question.id, options: options.map((one) => one.id), form: 'ranking' as const, most, money: null, costs: [], points: null };
  return (
    <div id={id} tabIndex={-1}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <BallotQuestion
        question={paper}
        labels={{ question: () => field.label, option: (_, option) => ({ label: optionText(question, option, words) }) }}
        answers={own.map((optionId) => ({ questionId: question.id, optionId }))}
        onChange={(answers) => onChoose(answers.map(({ optionId }) => optionId))}
      />
    </div>
  );
}

/** An option as people read it: a step of a scale by its number, with the words at its ends. */
export function optionText({ form, options }: Pick<ShownQuestion, 'form' | 'options'>, optionId: string, { t, lt }: WordsOfSlice): string {
  if (optionId === noOpinion) return t('answer.noOpinion');
  const found = options.find(({ id }) => id === optionId);
  const text = found ? lt(found.text) : '';
  const isStep = form === 'scale' && steps.some((step) => step === optionId);
  return isStep ? [optionId, text].filter(Boolean).join(' – ') : text;
}
