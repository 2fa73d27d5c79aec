import { conditionOptions, isChosen, surveyForms, surveyLimits as limits } from '@isegoria/surveys/contracts';
import { Button, Checkbox, Disclosure, FieldGroup, FoldedItem, MoveActs, Select, TextArea, TextField, useField, useFocusBack, useWords } from '@isegoria/ui/web';
import { optionText } from '../option-text';
import styles from './official.module.css';
import { asForm, movedBy, newOption, type TypedOption, type TypedQuestion } from './typed';

interface QuestionFieldsProps {
  question: TypedQuestion;
  /** The field of the form under which it stands: `sections.0.questions.2`. */
  path: string;
  /** Its number in the whole survey. */
  number: number;
  /** The questions before it, on whose answers it may hang. */
  before: readonly TypedQuestion[];
  isOpen: boolean;
  canUp: boolean;
  canDown: boolean;
  onOpen(isOpen: boolean): void;
  onChange(question: TypedQuestion): void;
  onMove(step: 1 | -1): void;
  onRemove(): void;
}

/** One question: its words and how it is answered, under a press all that belongs to it. */
export function QuestionFields({ question, path, number, before, isOpen, canUp, canDown, onOpen, onChange, onMove, onRemove }: QuestionFieldsProps) {
  const { t } = useWords('surveys');
  const { id, form, text, hint, isRequired, hasNoOpinion, most } = question;
  const set = (part: Partial<TypedQuestion>) => onChange({ ...question, ...part });
  const name = `${number}. ${text.el.trim() || t('edit.unwritten')}`;
  return (
    <FoldedItem id={`question-${id}`} name={name} lang="el" note={t(`form.${form}`)} isOpen={isOpen} onOpen={onOpen}>
      <TextArea name={`${path}.text.el`} label={t('field.text')} rows={2} limit={limits.text} value={text.el} onChange={(el) => set({ text: { ...text, el } })} />
      <TextField name={`${path}.hint.el`} optional label={t('field.hint')} hint={t('edit.hintHint')} value={hint.el} onChange={(el) => set({ hint: { ...hint, el } })} />
      <Select name={`${path}.form`} label={t('field.form')} choices={surveyForms.map((value) => ({ value, label: t(`form.${value}`) }))} value={form} onChange={(value) => onChange(asForm(question, surveyForms.find((one) => one === value) ?? form))} />
      {form === 'scale' && <Ends question={question} path={path} onChange={set} />}
      {isChosen(form) && <Options question={question} path={path} onChange={(options) => set({ options })} />}
      {(form === 'several' || form === 'ranking') && <TextField name={`${path}.most`} optional width="short" inputMode="numeric" label={t('field.most')} hint={t('edit.mostHint')} value={most} onChange={(next) => set({ most: next })} />}
      <Checkbox name={`${path}.isRequired`} label={t('field.isRequired')} hint={t('edit.requiredHint')} checked={isRequired} onChange={(next) => set({ isRequired: next })} />
      {form !== 'ranking' && form !== 'words' && <Checkbox name={`${path}.hasNoOpinion`} label={t('field.hasNoOpinion')} checked={hasNoOpinion} onChange={(next) => set({ hasNoOpinion: next })} />}
      <Condition question={question} path={path} before={before} onChange={(showIf) => set({ showIf })} />
      <Disclosure label={t('edit.english')}>
        <div className={styles.group}>
          <TextArea name={`${path}.text.en`} optional label={t('field.textEn')} rows={2} limit={limits.text} value={text.en} onChange={(en) => set({ text: { ...text, en } })} />
          <TextField name={`${path}.hint.en`} optional label={t('field.hintEn')} value={hint.en} onChange={(en) => set({ hint: { ...hint, en } })} />
          {question.options.map((option, at) => (
            <TextField key={option.id} name={`${path}.options.${at}.text.en`} optional label={t('edit.optionEn', { option: option.text.el || String(at + 1) })} value={option.text.en} onChange={(en) => set({ options: question.options.map((one) => (one.id === option.id ? { ...one, text: { ...one.text, en } } : one)) })} />
          ))}
        </div>
      </Disclosure>
      <MoveActs name={name} at={number} canUp={canUp} canDown={canDown} loses={text.el.trim() === '' ? undefined : t('edit.questionLoses')} onMove={onMove} onRemove={onRemove} />
    </FoldedItem>
  );
}

interface PartProps {
  question: TypedQuestion;
  path: string;
}

/** The words at the two ends of a scale. */
function Ends({ question: { options }, path, onChange }: PartProps & { onChange(part: Pick<TypedQuestion, 'options'>): void }) {
  const { t } = useWords('surveys');
  return (
    <>
      {options.map((option, at) => (
        <TextField
          key={option.id} name={`${path}.options.${at}.text.el`} width="medium" label={t(option.id === '1' ? 'field.lowest' : 'field.highest')} hint={t(option.id === '1' ? 'edit.lowestHint' : 'edit.highestHint')}
          value={option.text.el} onChange={(el) => onChange({ options: options.map((one) => (one.id === option.id ? { ...one, text: { ...one.text, el } } : one)) })}
        />
      ))}
    </>
  );
}

/** What may be chosen: added, taken out, moved; one may be «other», to which one may write a few words. */
function Options({ question: { form, options }, path, onChange }: PartProps & { onChange(options: TypedOption[]): void }) {
  const { t } = useWords('surveys');
  const box = useFocusBack();
  const field = { name: `${path}.options`, label: t('field.options') };
  const { id, problem } = useField(field);
  const set = (optionId: string, part: Partial<TypedOption>) => onChange(options.map((one) => (one.id === optionId ? { ...one, ...part } : one)));
  return (
    <div ref={box} className={styles.group}>
      <FieldGroup {...field} id={id} problem={problem}>
        <ol role="list" className={styles.options}>
          {options.map((option, at) => {
            const name = option.text.el.trim() || t('edit.option', { place: at + 1 });
            return (
              <li key={option.id} className={styles.option}>
                <TextField name={`${path}.options.${at}.text.el`} label={t('edit.option', { place: at + 1 })} value={option.text.el} onChange={(el) => set(option.id, { text: { ...option.text, el } })} />
                {form !== 'ranking' && <Checkbox name={`${path}.options.${at}.isOther`} label={t('field.isOther')} checked={option.isOther} onChange={(isOther) => set(option.id, { isOther })} />}
                <MoveActs name={name} at={at} canUp={at > 0} canDown={at < options.length - 1} onMove={(step) => onChange(movedBy(options, option.id, step))} onRemove={() => onChange(options.filter((one) => one.id !== option.id))} />
              </li>
            );
          })}
        </ol>
        {options.length < limits.options && <Button variant="secondary" onClick={() => onChange([...options, newOption(options)])}>{t('edit.addOption')}</Button>}
      </FieldGroup>
    </div>
  );
}

/** Of whom it is asked: of everybody, or only of those who answered an earlier question so. */
function Condition({ question: { showIf }, path, before, onChange }: PartProps & { before: readonly TypedQuestion[]; onChange(showIf: TypedQuestion['showIf']): void }) {
  const words = useWords('surveys');
  const { t } = words;
  const possible = before.filter((one) => conditionOptions(one).length > 0);
  const earlier = possible.find(({ id }) => id === showIf?.questionId);
  const options = { name: `${path}.showIf`, label: t('field.showIf') };
  const { id, problem } = useField({ ...options, name: `${path}.showIf` });
  if (possible.length === 0 && !showIf) return null;
  const toggle = (optionId: string, isIn: boolean) => {
    if (showIf) onChange({ ...showIf, optionIds: isIn ? [...showIf.optionIds, optionId] : showIf.optionIds.filter((one) => one !== optionId) });
  };
  return (
    <div id={id} tabIndex={-1} className={styles.group}>
      <Select
        name={`${path}.showIf.questionId`} width="full" label={t('field.asked')} placeholder={t('edit.askedAll')} problem={problem} value={showIf?.questionId ?? ''}
        choices={possible.map((one) => ({ value: one.id, label: t('edit.askedIf', { question: one.text.el.trim() || t('edit.unwritten') }) }))}
        onChange={(questionId) => onChange(questionId ? { questionId, optionIds: [] } : null)}
      />
      {showIf && earlier && (
        <FieldGroup {...options} id={`${id}-options`} problem={null}>
          {conditionOptions(earlier).map((optionId) => (
            <Checkbox key={optionId} name={`${path}.showIf.${optionId}`} label={optionText(earlier, optionId, words) || optionId} checked={showIf.optionIds.includes(optionId)} onChange={(isIn) => toggle(optionId, isIn)} />
          ))}
        </FieldGroup>
      )}
    </div>
  );
}
