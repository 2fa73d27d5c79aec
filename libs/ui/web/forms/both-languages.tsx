import type { Localized } from '@isegoria/kernel/contracts';
import styles from './both-languages.module.css';
import { TextArea } from './text-area';
import { TextField } from './text-field';

export interface BothLanguagesProps {
  /** Its name in the form: the two fields are `name.el` and `name.en`. */
  name: string;
  label: string;
  labelEn: string;
  hint?: string;
  /** How many lines are shown; one line of text without it. */
  rows?: number;
  limit?: number;
  /** The English must be written too. */
  needsEnglish?: boolean;
  value: Localized;
  onChange(value: Localized): void;
}

/** A text of the city in its two languages, side by side where there is room: who translates sees what. */
export function BothLanguages({ name, label, labelEn, hint, rows, limit, needsEnglish = false, value, onChange }: BothLanguagesProps) {
  const el = { name: `${name}.el`, lang: 'el' as const, label, hint, value: value.el, onChange: (text: string) => onChange({ ...value, el: text }) };
  const en = { name: `${name}.en`, lang: 'en' as const, label: labelEn, optional: !needsEnglish, value: value.en, onChange: (text: string) => onChange({ ...value, en: text }) };
  return (
    <div className={styles.both}>
      {rows === undefined ? <TextField {...el} /> : <TextArea {...el} rows={rows} limit={limit} />}
      {rows === undefined ? <TextField {...en} /> : <TextArea {...en} rows={rows} limit={limit} />}
    </div>
  );
}
