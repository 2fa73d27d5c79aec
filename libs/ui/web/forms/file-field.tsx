import { type DragEvent, type FocusEvent, useRef, useState } from 'react';
import { useWords } from '../words/use-words';
import { Button } from './button';
import { FieldFrame, type FieldProps, useField } from './field';
import styles from './file-field.module.css';

export interface FileFieldProps extends FieldProps {
  /** Which files the device offers first, as in HTML. */
  accept: string;
  /** The name of the file that was chosen. */
  chosen?: string | null;
  pending?: boolean;
  onFile(file: File): void;
}

/** One file, by a button in the page's own language or dropped onto the field. The same file chosen again is told again. */
export function FileField({ accept, chosen = null, pending = false, onFile, ...field }: FileFieldProps) {
  const { t } = useWords('ui');
  const { id, problem, control } = useField(field);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file && !pending) onFile(file);
    if (input.current) input.current.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const words = t(chosen === null ? 'file.choose' : 'file.another');
  return (
    <FieldFrame {...field} id={id} problem={problem}>
      <div className={styles.zone} data-over={isOver || undefined} onDragOver={drag} onDragLeave={() => setOver(false)} onDrop={drop}>
        <input {...control} ref={input} className={styles.input} type="file" accept={accept} tabIndex={-1} aria-hidden onFocus={toButton} onChange={({ target }) => take(target.files)} />
        <Button variant="secondary" pending={pending} label={`${words}: ${field.label}`} onClick={() => input.current?.click()}>
          {words}
        </Button>
        {chosen === null ? <span className={styles.drop}>{t('file.drop')}</span> : <span className={styles.chosen}>{chosen}</span>}
      </div>
    </FieldFrame>
  );
}

/** The label and the summary of a form's problems lead to the input; the button beside it is what people see and press. */
function toButton({ currentTarget }: FocusEvent<HTMLInputElement>): void {
  currentTarget.parentElement?.querySelector('button')?.focus();
}
