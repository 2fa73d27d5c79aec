import { surveyLimits as limits } from '@isegoria/surveys/contracts';
import { announce, Button, MoveActs, Notice, type Problem, TextArea, TextField, useField, useFocusBack, useWords } from '@isegoria/ui/web';
import { type ReactNode, useState } from 'react';
import styles from './official.module.css';
import { QuestionFields } from './question-fields';
import { movedBy, newQuestion, newSection, questionChanged, questionMoved, questionRemoved, questionsOf, type TypedSection } from './typed';

interface SectionsFieldProps {
  sections: readonly TypedSection[];
  problems: readonly Problem[];
  onChange(sections: TypedSection[]): void;
}

/** The questions, in sections: each section is a page to whoever answers. */
export function SectionsField({ sections, problems, onChange }: SectionsFieldProps) {
  const { t } = useWords('surveys');
  const box = useFocusBack();
  const { id: listId, problem } = useField({ name: 'sections', label: t('edit.questions') });
  const [opened, setOpened] = useState<readonly string[]>([]);
  const all = questionsOf(sections);
  const set = (id: string, part: Partial<TypedSection>) => onChange(sections.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const addQuestion = (sectionId: string) => {
    const question = newQuestion(sections);
    onChange(sections.map((one) => (one.id === sectionId ? { ...one, questions: [...one.questions, question] } : one)));
    setOpened([...opened, question.id]);
  };
  const move = (id: string, step: 1 | -1) => {
    const next = questionMoved(sections, id, step);
    onChange(next);
    announce(t('edit.moved', { place: questionsOf(next).findIndex((one) => one.id === id) + 1, all: all.length }));
  };
  const moveSection = (id: string, step: 1 | -1) => {
    onChange(movedBy(sections, id, step));
    announce(t('edit.moved', { place: sections.findIndex((one) => one.id === id) + 1 + step, all: sections.length }));
  };
  const removeSection = (section: TypedSection) => onChange(section.questions.reduce((left, { id }) => questionRemoved(left, id), [...sections]).filter(({ id }) => id !== section.id));
  return (
    <div ref={box} className={styles.group} id={listId} tabIndex={-1}>
      {problem && <Notice tone="problem">{problem}</Notice>}
      {sections.map((section, at) => (
        <SectionCard key={section.id} section={section} at={at} isAlone={sections.length === 1} onChange={(part) => set(section.id, part)}>
          <ol role="list" aria-label={t('edit.questionsOf', { place: at + 1 })}>
            {section.questions.map((question, place) => {
              const path = `sections.${at}.questions.${place}`;
              const number = all.indexOf(question);
              return (
                <QuestionFields
                  key={question.id} question={question} path={path} number={number + 1} before={all.slice(0, number)}
                  isOpen={opened.includes(question.id) || problems.some(({ field }) => field.startsWith(`${path}.`))}
                  canUp={number > 0 || at > 0} canDown={number < all.length - 1 || at < sections.length - 1}
                  onOpen={(isOpen) => setOpened(isOpen ? [...opened, question.id] : opened.filter((id) => id !== question.id))}
                  onChange={(changed) => onChange(questionChanged(sections, changed))} onMove={(step) => move(question.id, step)} onRemove={() => onChange(questionRemoved(sections, question.id))}
                />
              );
            })}
          </ol>
          {all.length < limits.questions && <div><Button variant="secondary" onClick={() => addQuestion(section.id)}>{t('edit.addQuestion')}</Button></div>}
          {sections.length > 1 && (
            <MoveActs
              name={t('edit.section', { place: at + 1 })} at={at} canUp={at > 0} canDown={at < sections.length - 1} loses={section.questions.length > 0 ? t('edit.sectionLoses', { count: section.questions.length }) : undefined}
              onMove={(step) => moveSection(section.id, step)} onRemove={() => removeSection(section)}
            />
          )}
        </SectionCard>
      ))}
      {sections.length < limits.sections && <div><Button variant="secondary" onClick={() => onChange([...sections, newSection(sections)])}>{t('edit.addSection')}</Button></div>}
    </div>
  );
}

interface SectionCardProps {
  section: TypedSection;
  at: number;
  /** One section alone needs no name. */
  isAlone: boolean;
  onChange(part: Partial<TypedSection>): void;
  children: ReactNode;
}

function SectionCard({ section: { title, note }, at, isAlone, onChange, children }: SectionCardProps) {
  const { t } = useWords('surveys');
  const field = { name: `sections.${at}.questions`, label: t('edit.questionsOf', { place: at + 1 }) };
  const { id, problem } = useField(field);
  return (
    <fieldset className={styles.section} id={id} tabIndex={-1}>
      <legend className={styles.legend}>{t('edit.section', { place: at + 1 })}</legend>
      <TextField name={`sections.${at}.title.el`} optional={isAlone} label={t('field.sectionTitle')} value={title.el} onChange={(el) => onChange({ title: { ...title, el } })} />
      <TextField name={`sections.${at}.title.en`} optional label={t('field.sectionTitleEn')} value={title.en} onChange={(en) => onChange({ title: { ...title, en } })} />
      <TextArea name={`sections.${at}.note.el`} optional label={t('field.sectionNote')} rows={2} limit={limits.note} value={note.el} onChange={(el) => onChange({ note: { ...note, el } })} />
      <TextArea name={`sections.${at}.note.en`} optional label={t('field.sectionNoteEn')} rows={2} limit={limits.note} value={note.en} onChange={(en) => onChange({ note: { ...note, en } })} />
      {problem && <Notice tone="problem">{problem}</Notice>}
      {children}
    </fieldset>
  );
}
