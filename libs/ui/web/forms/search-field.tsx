import { useEffect, useState, type FormEvent } from 'react';
import { useWords } from '../words/use-words';
import { Button } from './button';
import { FieldFrame, useField, type FieldProps } from './field';
import fieldStyles from './field.module.css';
import styles from './search-field.module.css';

export interface SearchFieldProps extends Omit<FieldProps, 'optional' | 'problem'> {
  /** What is searched for now, as the address of the page says it. */
  value: string;
  onSearch(text: string): void;
  /** What this search is called among others on the same page. */
  landmark?: string;
}

/** Words to look for. Searches when the citizen says so: by Enter or by the button. */
export function SearchField({ value, onSearch, landmark, ...field }: SearchFieldProps) {
  const { t } = useWords('ui');
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const { id, control } = useField(field);
  const search = (event: FormEvent) => {
    event.preventDefault();
    onSearch(text.trim());
  };
  return (
    <form role="search" aria-label={landmark} className={styles.search} onSubmit={search}>
      <FieldFrame {...field} id={id} problem={null}>
        <input {...control} type="search" className={fieldStyles.control} value={text} enterKeyHint="search" onChange={(event) => setText(event.target.value)} />
      </FieldFrame>
      <Button type="submit" variant="secondary">
        {t('search')}
      </Button>
    </form>
  );
}
