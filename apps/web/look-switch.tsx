import { Select, useWords } from '@isegoria/ui/web';
import { useState } from 'react';

const PLACE = 'isegoria:look';

/** Light or dark: as the device says, unless the reader says otherwise here. */
export function LookSwitch() {
  const { t } = useWords('ui');
  const [look, setLook] = useState(() => document.documentElement.dataset['theme'] ?? '');
  const choose = (next: string) => {
    setLook(next);
    if (next) {
      document.documentElement.dataset['theme'] = next;
      localStorage.setItem(PLACE, next);
    } else {
      delete document.documentElement.dataset['theme'];
      localStorage.removeItem(PLACE);
    }
  };
  const choices = ['light', 'dark'].map((value) => ({ value, label: t(`shell.look.${value}`) }));
  return <Select name="look" label={t('shell.look.label')} placeholder={t('shell.look.auto')} choices={choices} value={look} onChange={choose} />;
}
