import { requestLimits as limits, type ServiceAnswerType } from '@isegoria/requests/contracts';
import { announce, Button, Checkbox, Select, useField, useFocusBack, useWords } from '@isegoria/ui/web';
import type { Service } from '../../documents';
import { BothFields } from './both-fields';
import styles from './kept-list.module.css';
import { freshId, nothing, type TypedQuestion } from './typed-service';

const types: readonly ServiceAnswerType[] = ['text', 'number', 'choice', 'choices'];

interface QuestionsFieldProps {
  questions: readonly TypedQuestion[];
  /** Those that citizens may have answered: they keep their kind. */
  kept: Service['questions'];
  onChange(questions: TypedQuestion[]): void;
}

/** What the crew must know to come prepared. */
export function QuestionsField({ questions, kept, onChange }: QuestionsFieldProps) {
  const { t } = useWords('requests');
  const box = useFocusBack();
  const set = (at: number, part: Partial<TypedQuestion>) => onChange(questions.map((question, place) => (place === at ? { ...question, ...part } : question)));
  const add = () => onChange([...questions, { id: freshId(questions.map(({ id }) => id)), text: nothing, hint: nothing, type: 'text', isRequired: false, choices: [] }]);
  const remove = (at: number) => {
    onChange(questions.filter((_, place) => place !== at));
    announce(t('catalogue.questionRemoved'));
  };
  return (
    <fieldset ref={box} className={styles.questions}>
      <legend className={styles.name}>{t('catalogue.questions')}</legend>
      <p className={styles.quiet}>{t('catalogue.questionsHint')}</p>
      {questions.map((question, at) => (
        <div key={question.id} className={styles.question} role="group" aria-label={t('catalogue.question', { place: at + 1 })}>
          <QuestionFields at={at} question={question} isKept={kept.some(({ id }) => id === question.id)} onChange={(part) => set(at, part)} />
          <div>
            <Button variant="quiet" label={t('catalogue.questionRemoveOf', { place: at + 1 })} onClick={() => remove(at)}>{t('catalogue.questionRemove')}</Button>
          </div>
        </div>
      ))}
      {questions.length < limits.questions && <div><Button variant="secondary" onClick={add}>{t('catalogue.questionAdd')}</Button></div>}
    </fieldset>
  );
}

function QuestionFields({ at, question, isKept, onChange }: { at: number; question: TypedQuestion; isKept: boolean; onChange(part: Partial<TypedQuestion>): void }) {
  const { t } = useWords('requests');
  const { text, hint, type, isRequired, choices } = question;
  const name = `questions.${at}`;
  const label = t('catalogue.question', { place: at + 1 });
  const chosenType = (value: string) => onChange({ type: types.find((one) => one === value) ?? 'text' });
  return (
    <>
      <BothFields name={`${name}.text`} label={label} value={text} onChange={(next) => onChange({ text: next })} />
      <BothFields name={`${name}.hint`} optional label={t('catalogue.questionHint')} value={hint} onChange={(next) => onChange({ hint: next })} />
      {isKept ? (
        <p className={styles.quiet}>{t('catalogue.keptType', { type: t(`catalogue.type.${type}`) })}</p>
      ) : (
        <Select name={`${name}.type`} label={t('catalogue.questionType')} choices={types.map((value) => ({ value, label: t(`catalogue.type.${value}`) }))} value={type} onChange={chosenType} />
      )}
      {(type === 'choice' || type === 'choices') && <ChoicesField name={`${name}.choices`} question={label} choices={choices} onChange={(next) => onChange({ choices: next })} />}
      <Checkbox name={`${name}.isRequired`} label={t('catalogue.isRequired')} checked={isRequired} onChange={(next) => onChange({ isRequired: next })} />
    </>
  );
}

interface ChoicesFieldProps {
  name: string;
  question: string;
  choices: TypedQuestion['choices'];
  onChange(choices: TypedQuestion['choices']): void;
}

function ChoicesField({ name, question, choices, onChange }: ChoicesFieldProps) {
  const { t } = useWords('requests');
  const box = useFocusBack();
  const { id: listId, problem } = useField({ name, label: t('catalogue.choices', { question }) });
  return (
    <fieldset ref={box} className={styles.questions} id={listId} tabIndex={-1}>
      <legend>{t('catalogue.choices', { question })}</legend>
      {problem && <p>{problem}</p>}
      {choices.map((choice, at) => (
        <div key={choice.id}>
          <BothFields name={`${name}.${at}.name`} label={t('catalogue.choice', { place: at + 1 })} value={choice.name} onChange={(next) => onChange(choices.map((one, place) => (place === at ? { ...one, name: next } : one)))} />
          <Button variant="quiet" label={t('catalogue.choiceRemoveOf', { place: at + 1, question })} onClick={() => onChange(choices.filter((_, place) => place !== at))}>{t('catalogue.choiceRemove')}</Button>
        </div>
      ))}
      {choices.length < limits.choices && (
        <div>
          <Button variant="quiet" label={t('catalogue.choiceAddOf', { question })} onClick={() => onChange([...choices, { id: freshId(choices.map(({ id }) => id)), name: nothing }])}>{t('catalogue.choiceAdd')}</Button>
        </div>
      )}
    </fieldset>
  );
}
