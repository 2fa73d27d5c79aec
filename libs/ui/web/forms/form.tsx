import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { ErrorSummary, toField } from './error-summary';
import { fieldId, FormContext, type Problem } from './form-context';
import styles from './form.module.css';

export interface FormProps {
  /** The slice whose words tell the problems. */
  words: string;
  /** What is wrong, from `problemsOf` or from the server. A new list moves the focus to the summary. */
  problems?: readonly Problem[];
  onSubmit(): void;
  /** Where the summary stands: above the page's headline, or here, for a small form within a page. */
  summary?: 'page' | 'here';
  /** The name of the field at which somebody who was sent back to the form starts. */
  startAt?: string | null;
  /** The form's name for those who list the page's forms. */
  label?: string;
  children: ReactNode;
}

const NONE: readonly Problem[] = [];

/** A form that checks on submit, keeps what was typed and says what is wrong twice in the same words: on top and at the field. */
export function Form({ words, problems = NONE, onSubmit, summary = 'page', startAt = null, label, children }: FormProps) {
  const prefix = useId();
  const labels = useRef(new Map<string, string>());
  const scope = useMemo(() => ({ prefix, words, problems, labels: labels.current }), [prefix, words, problems]);
  useEffect(() => {
    if (startAt) toField(fieldId(prefix, startAt));
  }, [prefix, startAt]);
  const told = <ErrorSummary problems={problems} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit();
  };
  return (
    <FormContext value={scope}>
      {problems.length > 0 && (summary === 'page' ? <AtTop>{told}</AtTop> : told)}
      <form className={styles.form} noValidate aria-label={label} data-starts={startAt ? true : undefined} onSubmit={submit}>
        {children}
      </form>
    </FormContext>
  );
}

/** Above the page's headline. Where that is, is known once this page stands: while it is drawn, the former one may still be there. */
function AtTop({ children }: { children: ReactNode }) {
  const [top, setTop] = useState<HTMLElement | 'nowhere' | null>(null);
  useLayoutEffect(() => setTop(document.getElementById('page-problems') ?? 'nowhere'), []);
  return top === 'nowhere' ? children : top && createPortal(children, top);
}

/** The form's acts: the main one first. */
export function FormActs({ children }: { children: ReactNode }) {
  return <div className={styles.acts}>{children}</div>;
}
