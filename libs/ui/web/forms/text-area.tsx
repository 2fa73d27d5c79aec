import { useEffect, useState } from 'react';
import { cx } from '../class-names';
import { VisuallyHidden } from '../show/visually-hidden';
import { useWords } from '../words/use-words';
import fieldStyles from './field.module.css';
import { FieldFrame, useField, type FieldProps } from './field';
import styles from './text-area.module.css';

export interface TextAreaProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  /** How many characters fit. One may write more and shorten it: the count says so, the schema decides. */
  limit?: number;
  rows?: number;
  /** It holds what a program reads: letters of one width, and no correction of spelling. */
  code?: boolean;
}

/** How many times too long a text may be: a whole book pasted by mistake would hold the page up for as long as it is laid out. */
const OVER = 10;

/** Several lines of text, with a soft count. */
export function TextArea({ value, onChange, limit, rows = 5, code = false, ...field }: TextAreaProps) {
  const { id, problem, control } = useField(field);
  return (
    <FieldFrame {...field} id={id} problem={problem} after={limit !== undefined && <Count id={`${id}-count`} length={[...value].length} limit={limit} />}>
      <textarea
        {...control}
        aria-describedby={cx(control['aria-describedby'], limit !== undefined && `${id}-count`) || undefined}
        className={cx(fieldStyles.control, styles.area, code && styles.code)}
        spellCheck={code ? false : undefined}
        rows={rows}
        maxLength={limit && OVER * limit}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  );
}

/** A count read out at every key would drown what is typed, so it is said when typing stops. */
function Count({ id, length, limit }: { id: string; length: number; limit: number }) {
  const { t } = useWords('ui');
  const left = limit - length;
  const text = left >= 0 ? t('count.left', { count: left }) : t('count.over', { count: -left });
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (length === 0) return setSaid('');
    const pause = setTimeout(() => setSaid(text), 1000);
    return () => clearTimeout(pause);
  }, [text, length]);
  return (
    <>
      <p className={styles.count} data-over={left < 0 || undefined} aria-hidden>
        {length === 0 ? t('count.limit', { count: limit }) : text}
      </p>
      <VisuallyHidden id={id}>{t('count.limit', { count: limit })}</VisuallyHidden>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
