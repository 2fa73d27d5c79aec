import { isChosen, newKey, noOpinion, surveyForms, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { Button, Checkbox, Disclosure, FieldGroup, Notice, Select, TextField, useField, useWords } from '@isegoria/ui/web';
import styles from './official.module.css';
import { mayHangOn, nothing, type TypedQuestion, type TypedSection, withForm } from './typed';

interface QuestionFieldsProps {
  /** Where it stands in the form, such as `sections.0.questions.2`. */
  path: string;
  question: TypedQuestion;
  sections: readonly TypedSection[];
  number: number;
  of: number;
  name: string;
  isOpen: boolean;
  onOpen(isOpen: boolean): void;
  onChange(question: TypedQuestion): void;
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** One question of a survey that is being written: folded to its words, or open with all that makes it. */
export function QuestionFields({ path, question, sections, number, of, name, isOpen, onOpen, onChange, onMove, onRemove }: QuestionFieldsProps) {
  const { t } = useWords('surveys');
  const { form, text, hint, isRequired, hasNoOpinion, most } = question;
  const set = (part: Partial<TypedQuestion>) => onChange({ ...question, ...part });
  const bodyId = `fields-${question.id}`;
  return (
    <li className={styles.question}>
      <button type="button" className={styles.fold} aria-expanded={isOpen} aria-controls={bodyId} onClick={() => onOpen(!isOpen)}>
        <span>{number}. {name}</span>
        <span className={styles.quiet}>{t(`form.${form}`)}</span>
      </button>
      <div id={bodyId} className={styles.open} hidden={!isOpen}>
        {isOpen && (
          <>
            <TextField name={`${path}.text.el`} label={t('field.text')} value={text.el} onChange={(el) => set({ text: { ...text, el } })} />
            <Select
              name={`${path}.form`} label={t('field.form')} value={form} choices={surveyForms.map((value) => ({ value, label: t(`form.${value}`) }))}
              onChange={(value) => onChange(withForm(question, surveyForms.find((one) => one === value) ?? form))}
            />
            {form === 'scale' && <ScaleFields path={path} question={question} onChange={onChange} />}
            {isChosen(form) && <OptionFields path={path} question={question} onChange={onChange} />}
            {(form === 'several' || form === 'ranking') && <TextField name={`${path}.most`} optional inputMode="numeric" width="short" label={t('field.most')} hint={t('edit.mostHint')} value={most} onChange={(next) => set({ most: next })} />}
            <TextField name={`${path}.hint.el`} optional label={t('field.hint')} value={hint.el} onChange={(el) => set({ hint: { ...hint, el } })} />
            <Checkbox name={`${path}.isRequired`} label={t('field.isRequired')} checked={isRequired} onChange={(next) => set({ isRequired: next })} />
            {(form === 'single' || form === 'several' || form === 'scale') && <Checkbox name={`${path}.hasNoOpinion`} label={t('field.hasNoOpinion')} checked={hasNoOpinion} onChange={(next) => set({ hasNoOpinion: next })} />}
            <ConditionFields path={path} question={question} sections={sections} onChange={onChange} />
            <Disclosure label={t('edit.english')}>
              <TextField name={`${path}.text.en`} optional label={t('field.textEn')} value={text.en} onChange={(en) => set({ text: { ...text, en } })} />
              <TextField name={`${path}.hint.en`} optional label={t('field.hintEn')} value={hint.en} onChange={(en) => set({ hint: { ...hint, en } })} />
              {question.options.map((option, at) => (
                <TextField
                  key={option.id} name={`${path}.options.${at}.text.en`} optional label={form === 'scale' ? t(option.id === '1' ? 'edit.lowEn' : 'edit.highEn') : t('edit.optionTextEn', { place: at + 1 })} value={option.text.en}
                  onChange={(en) => set({ options: question.options.map((one) => (one.id === option.id ? { ...one, text: { ...one.text, en } } : one)) })}
                />
              ))}
            </Disclosure>
          </>
        )}
        <div className={styles.acts}>
          <Button variant="quiet" disabled={number === 1} label={t('edit.upOf', { name })} onClick={() => onMove(-1)}>{t('edit.up')}</Button>
          <Button variant="quiet" disabled={number === of} label={t('edit.downOf', { name })} onClick={() => onMove(1)}>{t('edit.down')}</Button>
          <Button variant="quiet" label={t('edit.removeOf', { name })} onClick={onRemove}>{t('edit.remove')}</Button>
        </div>
      </div>
    </li>
  );
}

type PartProps = Pick<QuestionFieldsProps, 'path' | 'question' | 'onChange'>;

/** The words at the ends of a scale. */
function ScaleFields({ path, question, onChange }: PartProps) {
  const { t } = useWords('surveys');
  return question.options.map((option, at) => (
    <TextField
      key={option.id} name={`${path}.options.${at}.text.el`} label={t(option.id === '1' ? 'edit.low' : 'edit.high')} value={option.text.el}
      onChange={(el) => onChange({ ...question, options: question.options.map((one) => (one.id === option.id ? { ...one, text: { ...one.text, el } } : one)) })}
    />
  ));
}

/** The answers that people choose among. */
function OptionFields({ path, question, onChange }: PartProps) {
  const { t } = useWords('surveys');
  const { options, form } = question;
  const { id, problem } = useField({ name: `${path}.options`, label: t('field.options') });
  const set = (next: TypedQuestion['options']) => onChange({ ...question, options: next });
  return (
    <div id={id} tabIndex={-1} className={styles.group}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {options.map((option, at) => (
        <div key={option.id} className={styles.option}>
          <TextField name={`${path}.options.${at}.text.el`} label={t('edit.optionText', { place: at + 1 })} value={option.text.el} onChange={(el) => set(options.map((one) => (one.id === option.id ? { ...one, text: { ...one.text, el } } : one)))} />
          {form !== 'ranking' && <Checkbox name={`${path}.options.${at}.isOther`} label={t('edit.isOther')} checked={option.isOther} onChange={(isOther) => set(options.map((one) => (one.id === option.id ? { ...one, isOther } : one)))} />}
          {options.length > limits.leastOptions && (
            <div>
              <Button variant="quiet" label={t('edit.removeOf', { name: t('edit.optionText', { place: at + 1 }) })} onClick={() => set(options.filter((one) => one.id !== option.id))}>{t('edit.remove')}</Button>
            </div>
          )}
        </div>
      ))}
      {options.length < limits.options && (
        <div>
          <Button variant="secondary" onClick={() => set([...options, { id: newKey('o', options.map((one) => one.id)), text: nothing(), isOther: false }])}>{t('edit.optionAdd')}</Button>
        </div>
      )}
    </div>
  );
}

/** Whom the question asks: everybody, or those who gave certain answers before. */
function ConditionFields({ path, question, sections, onChange }: PartProps & { sections: readonly TypedSection[] }) {
  const { t } = useWords('surveys');
  const earlier = mayHangOn(sections, question.id);
  const field = { name: `${path}.showIf`, label: t('field.showIf'), hint: t('edit.conditionHint') };
  const { showIf } = question;
  const { id, problem } = useField({ name: `${path}.showIf.optionIds`, label: t('edit.whichOptions') });
  if (earlier.length === 0 && !showIf) return null;
  const chosen = earlier.find(({ question: one }) => one.id === showIf?.questionId);
  const toggle = (option: string, isOn: boolean) => showIf && onChange({ ...question, showIf: { ...showIf, optionIds: isOn ? [...showIf.optionIds, option] : showIf.optionIds.filter((one) => one !== option) } });
  return (
    <>
      <Select
        {...field} placeholder={t('edit.always')} value={showIf?.questionId ?? ''} onChange={(questionId) => onChange({ ...question, showIf: questionId ? { questionId, optionIds: [] } : null })}
        choices={earlier.map(({ question: one }) => ({ value: one.id, label: one.text.el || t('edit.unnamed') }))}
      />
      {chosen && showIf && (
        <FieldGroup id={id} label={t('edit.whichOptions')} problem={problem}>
          {chosen.options.map((option) => (
            <Checkbox key={option.id} name={`${path}.showIf.${option.id}`} label={option.id === noOpinion ? t('answer.noOpinion') : option.text || option.id} checked={showIf.optionIds.includes(option.id)} onChange={(isOn) => toggle(option.id, isOn)} />
          ))}
        </FieldGroup>
      )}
    </>
  );
}
