import { useEffect, type ReactNode } from 'react';
import { cx } from '../class-names';
import { useWords } from '../words/use-words';
import styles from './field.module.css';
import { fieldId, problemText, useFormScope, type Problem } from './form-context';

/** What every field of a form has. */
export interface FieldProps {
  /** The field's name in the form: the same as in its schema. */
  name: string;
  label: string;
  /** One short sentence, without links. */
  hint?: ReactNode;
  /** Marks it «(προαιρετικό)»; what is not marked is asked for. */
  optional?: boolean;
  /** A problem of its own; a Form around it hands in its problems by name. */
  problem?: Problem | string | null;
  /** For a field whose label would say what its heading has said: it is still read. */
  hideLabel?: boolean;
  /** In which language it is written, where that is not the page's: for who checks its spelling and who reads it out. */
  lang?: 'el' | 'en';
}

/** What a control needs to be tied to its label, hint and problem. */
export interface ControlProps {
  id: string;
  name: string;
  lang: string | undefined;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** The ids and the problem of a field, by its form. */
export function useField({ name, label, hint, lang, problem: own }: FieldProps) {
  useWords('ui');
  const { prefix, problems, words, labels } = useFormScope();
  useEffect(() => void labels.set(name, label), [labels, name, label]);
  const id = fieldId(prefix, name);
  const found = own ?? problems.find(({ field }) => field === name);
  const problem = found && (typeof found === 'string' ? found : problemText(found, words, label));
  const described = cx(Boolean(hint) && `${id}-hint`, Boolean(problem) && `${id}-problem`) || undefined;
  const control: ControlProps = { id, name, lang, 'aria-describedby': described, 'aria-invalid': problem ? true : undefined };
  return { id, problem: problem ?? null, control };
}

interface FieldFrameProps extends Pick<FieldProps, 'label' | 'hint' | 'optional' | 'hideLabel'> {
  id: string;
  problem: string | null;
  /** What follows the control, such as a count. */
  after?: ReactNode;
  children: ReactNode;
}

/** Label, hint, problem, control: in the order in which they are read. */
export function FieldFrame({ id, label, hint, optional, hideLabel, problem, after, children }: FieldFrameProps) {
  return (
    <div className={styles.field} data-problem={problem ? true : undefined}>
      <label htmlFor={id} className={cx(styles.label, hideLabel && styles.hidden)}>
        {label} {optional && <Optional />}
      </label>
      <HintAndProblem id={id} hint={hint} problem={problem} />
      {children}
      {after}
    </div>
  );
}

/** The same for a group of controls under one question. */
export function FieldGroup({ id, label, hint, optional, hideLabel, problem, children }: FieldFrameProps) {
  const described = cx(Boolean(hint) && `${id}-hint`, Boolean(problem) && `${id}-problem`) || undefined;
  return (
    <fieldset className={styles.field} id={id} aria-describedby={described} data-problem={problem ? true : undefined}>
      <legend className={cx(styles.label, hideLabel && styles.hidden)}>
        {label} {optional && <Optional />}
      </legend>
      <HintAndProblem id={id} hint={hint} problem={problem} />
      {children}
    </fieldset>
  );
}

export function HintAndProblem({ id, hint, problem }: { id: string; hint: ReactNode; problem: string | null }) {
  const { t } = useWords('ui');
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          <span className={styles.hidden}>{t('problem.prefix')}</span>
          {problem}
        </p>
      )}
    </>
  );
}

function Optional() {
  const { t } = useWords('ui');
  return <span className={styles.optional}>{t('optional')}</span>;
}
