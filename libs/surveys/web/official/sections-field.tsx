import { surveyLimits as limits } from '@isegoria/surveys/contracts';
import { announce, Button, Notice, type Problem, TextArea, TextField, useField, useFocusBack, useWords } from '@isegoria/ui/web';
import { useState } from 'react';
import styles from './official.module.css';
import { QuestionFields } from './question-fields';
import { movedBy, movedQuestion, newQuestion, newSection, type TypedQuestion, type TypedSection } from './typed';

interface SectionsFieldProps {
  sections: readonly TypedSection[];
  problems: readonly Problem[];
  onChange(sections: TypedSection[]): void;
}

/** The questions, page by page: added, moved by buttons and taken out, and brought back. */
export function SectionsField({ sections, problems, onChange }: SectionsFieldProps) {
  const { t } = useWords('surveys');
  const box = useFocusBack();
  const { id: listId, problem } = useField({ name: 'sections', label: t('field.sections') });
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [before, setBefore] = useState<{ sections: TypedSection[]; name: string } | null>(null);
  const all = sections.flatMap(({ questions }) => questions);
  const nameOf = ({ text }: TypedQuestion) => text.el.trim() || t('edit.unnamed');
  const set = (at: number, part: Partial<TypedSection>) => onChange(sections.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const add = (at: number) => {
    const question = newQuestion(sections);
    set(at, { questions: [...(sections[at]?.questions ?? []), question] });
    setOpened([...opened, question.id]);
  };
  const remove = (name: string, rest: TypedSection[]) => {
    setBefore({ sections: [...sections], name });
    onChange(rest);
    announce(t('edit.removed', { name }));
  };
  const moveQuestion = (id: string, step: 1 | -1) => {
    const moved = movedQuestion(sections, id, step);
    onChange(moved);
    announce(t('edit.moved', { place: moved.flatMap(({ questions }) => questions).findIndex((one) => one.id === id) + 1, all: all.length }));
  };
  return (
    <div ref={box} className={styles.group} id={listId} tabIndex={-1}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      <p className={styles.quiet}>{t('edit.sectionHint')}</p>
      {sections.map((section, at) => (
        <fieldset key={section.id} className={styles.section}>
          <legend className={styles.legend}>{t('edit.section', { place: at + 1 })}</legend>
          <TextField name={`sections.${at}.title.el`} optional={sections.length === 1} label={t('field.sectionTitle')} value={section.title.el} onChange={(el) => set(at, { title: { ...section.title, el } })} />
          <TextField name={`sections.${at}.title.en`} optional label={t('field.sectionTitleEn')} value={section.title.en} onChange={(en) => set(at, { title: { ...section.title, en } })} />
          <TextArea name={`sections.${at}.note.el`} optional rows={2} label={t('field.sectionNote')} limit={limits.note} value={section.note.el} onChange={(el) => set(at, { note: { ...section.note, el } })} />
          <MissingQuestions at={at} />
          <ol className={styles.rows}>
            {section.questions.map((question, place) => (
              <QuestionFields
                key={question.id} path={`sections.${at}.questions.${place}`} question={question} sections={sections} number={all.indexOf(question) + 1} of={all.length} name={nameOf(question)}
                isOpen={opened.includes(question.id) || problems.some(({ field }) => field.startsWith(`sections.${at}.questions.${place}.`))}
                onOpen={(isOpen) => setOpened(isOpen ? [...opened, question.id] : opened.filter((id) => id !== question.id))}
                onChange={(next) => set(at, { questions: section.questions.map((one) => (one.id === question.id ? next : one)) })}
                onMove={(step) => moveQuestion(question.id, step)}
                onRemove={() => remove(nameOf(question), sections.map((one) => ({ ...one, questions: one.questions.filter(({ id }) => id !== question.id) })))}
              />
            ))}
          </ol>
          <div className={styles.acts}>
            {all.length < limits.questions && <Button variant="secondary" label={t('edit.questionAddTo', { place: at + 1 })} onClick={() => add(at)}>{t('edit.questionAdd')}</Button>}
            {sections.length > 1 && (
              <>
                <Button variant="quiet" disabled={at === 0} label={t('edit.upOf', { name: t('edit.section', { place: at + 1 }) })} onClick={() => onChange(movedBy(sections, section.id, -1))}>{t('edit.up')}</Button>
                <Button variant="quiet" disabled={at === sections.length - 1} label={t('edit.downOf', { name: t('edit.section', { place: at + 1 }) })} onClick={() => onChange(movedBy(sections, section.id, 1))}>{t('edit.down')}</Button>
                <Button variant="quiet" label={t('edit.sectionRemoveOf', { place: at + 1 })} onClick={() => remove(t('edit.section', { place: at + 1 }), sections.filter(({ id }) => id !== section.id))}>{t('edit.sectionRemove')}</Button>
              </>
            )}
          </div>
        </fieldset>
      ))}
      {before && (
        <Notice live>
          <p>{t('edit.removed', { name: before.name })}</p>
          <Button
            variant="quiet"
            onClick={() => {
              onChange(before.sections);
              setBefore(null);
            }}
          >
            {t('edit.undo')}
          </Button>
        </Notice>
      )}
      {sections.length < limits.sections && (
        <div>
          <Button variant="secondary" onClick={() => onChange([...sections, newSection(sections)])}>{t('edit.sectionAdd')}</Button>
        </div>
      )}
    </div>
  );
}

/** That a page asks nothing yet, where that is said when it is to be published. */
function MissingQuestions({ at }: { at: number }) {
  const { t } = useWords('surveys');
  const { id, problem } = useField({ name: `sections.${at}.questions`, label: t('edit.section', { place: at + 1 }) });
  return problem ? <div id={id} tabIndex={-1}><Notice tone="problem">{problem}</Notice></div> : null;
}
