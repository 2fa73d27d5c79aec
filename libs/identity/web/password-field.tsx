import { useState } from 'react';
import { Checkbox, TextField, useWords } from '@isegoria/ui/web';
import styles from './password-field.module.css';

interface PasswordFieldProps {
  name?: 'password' | 'current';
  label: string;
  hint?: string;
  /** Whether the browser fills in the known one or proposes a new one. */
  kind: 'known' | 'new';
  value: string;
  onChange(value: string): void;
}

/** A password, hidden until its owner wants to see what they type. Pasting and password managers are welcome. */
export function PasswordField({ name = 'password', kind, ...field }: PasswordFieldProps) {
  const { t } = useWords('identity');
  const [shown, setShown] = useState(false);
  return (
    <div className={styles.password}>
      <TextField {...field} name={name} type={shown ? 'text' : 'password'} autoComplete={kind === 'new' ? 'new-password' : 'current-password'} spellCheck={false} />
      <Checkbox name={`${name}-shown`} label={t('show')} checked={shown} onChange={setShown} />
    </div>
  );
}
