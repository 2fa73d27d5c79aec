import { useState } from 'react';
import type { Answer } from '../graph/use-graph';
import { FailureNotice, Waiting } from '../show/states';
import { useFocusBack } from '../use-focus-back';
import { useWords } from '../words/use-words';
import { Button } from './button';
import styles from './subject-picker.module.css';
import { TextField } from './text-field';

/** Something on the platform that was picked: enough to name it. */
export interface PickedSubject {
  kind: string;
  id: string;
  title: { el: string; en: string };
  /** False where it was hidden since. */
  isPublic?: boolean;
}

/** The sentences of whoever asks: what is picked, for what, differs from page to page. */
export interface PickerWords {
  group: string;
  title: string;
  nothing: string;
  find: string;
  findHint: string;
  findAct: string;
  findLabel: string;
  take: string;
  takeOff: string;
  gone: string;
  takeLabel(title: string): string;
  takeOffLabel(title: string): string;
  found(count: number, words: string): string;
  kind(kind: string): string;
}

export interface SubjectPickerProps {
  /** The name of its field; several may stand on a page. */
  name: string;
  says: PickerWords;
  subjects: readonly PickedSubject[];
  /** How many may be picked. */
  most: number;
  onChange(subjects: PickedSubject[]): void;
  /** What some words find: a hook of the slice whose server is asked. */
  useFound(words: string): Pick<Answer<readonly PickedSubject[]>, 'data' | 'error' | 'refetch'>;
}

const keyOf = ({ kind, id }: PickedSubject): string => `${kind}:${id}`;

/** What something is about: found by words, taken or left by a button. */
export function SubjectPicker({ name, says, subjects, most, onChange, useFound }: SubjectPickerProps) {
  const { lt } = useWords('ui');
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const box = useFocusBack();
  const isFull = subjects.length >= most;
  return (
    <div ref={box} className={styles.picker} role="group" aria-label={says.group}>
      <p className={styles.label}>{says.title}</p>
      {subjects.length === 0 && <p className={styles.quiet}>{says.nothing}</p>}
      <ul role="list">
        {subjects.map((subject) => (
          <li key={keyOf(subject)}>
            <Named subject={subject} says={says} />
            <Button variant="quiet" label={says.takeOffLabel(lt(subject.title))} onClick={() => onChange(subjects.filter((one) => one !== subject))}>
              {says.takeOff}
            </Button>
          </li>
        ))}
      </ul>
      {!isFull && (
        <div className={styles.finder} onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), setWords(typed.trim()))}>
          <TextField name={name} label={says.find} hint={says.findHint} value={typed} onChange={setTyped} />
          <Button variant="secondary" label={says.findLabel} onClick={() => setWords(typed.trim())}>
            {says.findAct}
          </Button>
        </div>
      )}
      {words !== '' && !isFull && <Found words={words} says={says} useFound={useFound} taken={new Set(subjects.map(keyOf))} onTake={(subject) => onChange([...subjects, subject])} />}
    </div>
  );
}

interface FoundProps extends Pick<SubjectPickerProps, 'says' | 'useFound'> {
  words: string;
  taken: ReadonlySet<string>;
  onTake(subject: PickedSubject): void;
}

function Found({ words, says, useFound, taken, onTake }: FoundProps) {
  const { lt } = useWords('ui');
  const { data, error, refetch } = useFound(words);
  if (error) return <FailureNotice failure={error} retry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const found = data.filter((subject) => !taken.has(keyOf(subject)));
  return (
    <>
      <p role="status">{says.found(found.length, words)}</p>
      <ul role="list">
        {found.map((subject) => (
          <li key={keyOf(subject)}>
            <Named subject={subject} says={says} />
            <Button variant="quiet" label={says.takeLabel(lt(subject.title))} onClick={() => onTake(subject)}>
              {says.take}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Named({ subject: { kind, title, isPublic = true }, says }: { subject: PickedSubject; says: PickerWords }) {
  const { lt, lang } = useWords('ui');
  return (
    <span>
      <span className={styles.kind}>{says.kind(kind)}</span> {isPublic ? <span lang={lang(title)}>{lt(title)}</span> : says.gone}
    </span>
  );
}
