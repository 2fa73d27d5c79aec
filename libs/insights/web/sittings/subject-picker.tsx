import { agendaLimits } from '@isegoria/insights/contracts';
import { Button, FailureNotice, TextField, useFocusBack, useGraph, useWords, Waiting } from '@isegoria/ui/web';
import { useState } from 'react';
import { FindSubjectsQuery, type ItemSubject } from './documents';
import styles from './sitting.module.css';

interface SubjectPickerProps {
  number: number;
  subjects: readonly ItemSubject[];
  onChange(subjects: ItemSubject[]): void;
}

const keyOf = ({ kind, id }: ItemSubject): string => `${kind}:${id}`;

/** What an item is about: found by words, taken or left by a button. */
export function SubjectPicker({ number, subjects, onChange }: SubjectPickerProps) {
  const { t, lt } = useWords('insights');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const box = useFocusBack();
  const isFull = subjects.length >= agendaLimits.subjects;
  return (
    <div ref={box} className={styles.picker} role="group" aria-label={t('edit.about', { number })}>
      <p className={styles.label}>{t('sitting.about')}</p>
      {subjects.length === 0 && <p className={styles.quiet}>{t('edit.aboutNothing')}</p>}
      <ul role="list">
        {subjects.map((subject) => (
          <li key={keyOf(subject)}>
            <Named subject={subject} />
            <Button variant="quiet" label={t('edit.takeOffLabel', { title: lt(subject.title) })} onClick={() => onChange(subjects.filter((one) => one !== subject))}>
              {t('edit.takeOff')}
            </Button>
          </li>
        ))}
      </ul>
      {!isFull && (
        <div className={styles.finder} onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), setWords(typed.trim()))}>
          <TextField name={`find-${number}`} label={t('edit.find', { number })} hint={t('edit.findHint')} value={typed} onChange={setTyped} />
          <Button variant="secondary" label={t('edit.findLabel', { number })} onClick={() => setWords(typed.trim())}>
            {t('edit.findAct')}
          </Button>
        </div>
      )}
      {words !== '' && !isFull && <Found words={words} taken={new Set(subjects.map(keyOf))} onTake={(subject) => onChange([...subjects, subject])} />}
    </div>
  );
}

function Found({ words, taken, onTake }: { words: string; taken: ReadonlySet<string>; onTake(subject: ItemSubject): void }) {
  const { t, lt } = useWords('insights');
  const { data, error, refetch } = useGraph(FindSubjectsQuery, { words });
  if (error) return <FailureNotice failure={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const found = data.findSubjects.filter((subject) => !taken.has(keyOf(subject)));
  return (
    <>
      <p role="status">{t('edit.found', { count: found.length, words })}</p>
      <ul role="list">
        {found.map((subject) => (
          <li key={keyOf(subject)}>
            <Named subject={subject} />
            <Button variant="quiet" label={t('edit.takeLabel', { title: lt(subject.title) })} onClick={() => onTake(subject)}>
              {t('edit.take')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Named({ subject: { kind, title, isPublic } }: { subject: ItemSubject }) {
  const { t, lt, lang } = useWords('insights');
  return (
    <span>
      <span className={styles.kind}>{t(`kind.${kind}`)}</span> {isPublic ? <span lang={lang(title)}>{lt(title)}</span> : t('edit.gone')}
    </span>
  );
}
