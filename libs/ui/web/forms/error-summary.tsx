import { useEffect, useId, useRef, type MouseEvent } from 'react';
import { useTitlePart } from '../frame/title';
import { useWords } from '../words/use-words';
import styles from './error-summary.module.css';
import { fieldId, problemText, useFormScope, type Problem } from './form-context';

export interface ErrorSummaryProps {
  problems: readonly Problem[] | null | undefined;
}

/** What is wrong with a form, all at once and on top: it takes the focus, and each line leads to its field. */
export function ErrorSummary({ problems }: ErrorSummaryProps) {
  return problems && problems.length > 0 ? <Summary problems={problems} /> : null;
}

function Summary({ problems }: { problems: readonly Problem[] }) {
  const { t } = useWords('ui');
  const { prefix, words, labels } = useFormScope();
  const summary = useRef<HTMLDivElement>(null);
  const heading = useId();
  useTitlePart('problem', t('problem.prefix'));
  useEffect(() => summary.current?.focus(), [problems]);
  return (
    <div ref={summary} className={styles.summary} role="alert" tabIndex={-1} aria-labelledby={heading}>
      <h2 id={heading}>{t('problem.heading')}</h2>
      <ul role="list">
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.code}`}>
            <a href={`#${fieldId(prefix, problem.field)}`} onClick={(event) => goTo(event, fieldId(prefix, problem.field))}>
              {problemText(problem, words, labels.get(problem.field))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Straight to the control, without leaving a step in the browser's history. */
function goTo(event: MouseEvent, id: string): void {
  if (toField(id)) event.preventDefault();
}

/** Puts the focus on the control of a field; false where the page has none of that id. */
export function toField(id: string): boolean {
  const field = document.getElementById(id);
  const control = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input') : field;
  control?.focus();
  return field !== null;
}
