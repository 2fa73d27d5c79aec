import { requestLimits } from '@isegoria/requests/contracts';
import { Checkbox, FieldGroup, RadioGroup, Select, TextField, useField, useWords } from '@isegoria/ui/web';
import type { Service } from '../documents';

type Question = Service['questions'][number];
type Answers = Readonly<Record<string, readonly string[]>>;

export interface QuestionFieldsProps {
  questions: readonly Question[];
  answers: Answers;
  onAnswer(questionId: string, values: string[]): void;
}

/** What the crew must know to come prepared. */
export function QuestionFields({ questions, answers, onAnswer }: QuestionFieldsProps) {
  return questions.map((question) => <QuestionField key={question.id} question={question} values={answers[question.id] ?? []} onAnswer={(values) => onAnswer(question.id, values)} />);
}

/** So many choices are read at a glance; more wait in a list. */
const atGlance = 5;

function QuestionField({ question, values, onAnswer }: { question: Question; values: readonly string[]; onAnswer(values: string[]): void }) {
  const { t, lt } = useWords('requests');
  const { id, text, hint, type, isRequired } = question;
  const [value = ''] = values;
  const field = { name: `answers.${id}`, label: lt(text), hint: lt(hint) || undefined, optional: !isRequired };
  const choices = question.choices.map((choice) => ({ value: choice.id, label: lt(choice.name) }));
  const one = (next: string) => onAnswer(next ? [next] : []);
  if (type === 'choices') return <Several {...field} choices={choices} values={values} onAnswer={onAnswer} />;
  if (type === 'choice' && choices.length > atGlance) return <Select {...field} placeholder={t('new.pick')} choices={choices} value={value} onChange={one} />;
  if (type === 'choice') return <RadioGroup {...field} choices={choices} value={value} onChange={one} />;
  return <TextField {...field} width={type === 'number' ? 'short' : 'full'} inputMode={type === 'number' ? 'decimal' : undefined} value={value} onChange={(next) => one(next.slice(0, requestLimits.answer))} />;
}

interface SeveralProps {
  name: string;
  label: string;
  hint: string | undefined;
  optional: boolean;
  choices: { value: string; label: string }[];
  values: readonly string[];
  onAnswer(values: string[]): void;
}

function Several({ choices, values, onAnswer, ...field }: SeveralProps) {
  const { id, problem } = useField(field);
  const turn = (value: string, isOn: boolean) => onAnswer(isOn ? [...values, value] : values.filter((other) => other !== value));
  return (
    <FieldGroup {...field} id={id} problem={problem}>
      {choices.map(({ value, label }) => (
        <Checkbox key={value} name={`${field.name}.${value}`} label={label} checked={values.includes(value)} onChange={(isOn) => turn(value, isOn)} />
      ))}
    </FieldGroup>
  );
}
