import { fold, intlLocale } from '@isegoria/kernel/contracts';
import { useMemo, useState } from 'react';
import { Button as AriaButton, ComboBox as AriaComboBox, I18nProvider, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useWords } from '../words/use-words';
import { cx } from '../class-names';
import styles from './combo-box.module.css';
import { FieldFrame, useField, type FieldProps } from './field';
import fieldStyles from './field.module.css';
import type { Choice } from './select';

export interface ComboBoxProps extends FieldProps {
  choices: readonly Choice[];
  value: string;
  onChange(value: string): void;
}

/** One of many, found by typing: accents, capitals and the final sigma make no difference. */
export function ComboBox({ choices, value, onChange, ...field }: ComboBoxProps) {
  const { t, locale } = useWords('ui');
  const { id, problem, control } = useField(field);
  const chosen = choices.find((choice) => choice.value === value)?.label ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const shown = useMemo(() => matching(choices, typed ?? ''), [choices, typed]);
  return (
    <I18nProvider locale={intlLocale(locale)}>
      <FieldFrame {...field} id={id} problem={problem}>
        <AriaComboBox
          aria-label={field.label}
          className={styles.combo ?? ''}
          items={shown}
          inputValue={typed ?? chosen}
          selectedKey={value || null}
          allowsEmptyCollection
          menuTrigger="focus"
          isInvalid={problem !== null}
          onInputChange={setTyped}
          onOpenChange={(open) => !open && setTyped(null)}
          onSelectionChange={(key) => key !== null && (onChange(String(key)), setTyped(null))}
        >
          <div className={styles.box}>
            <Input id={id} aria-describedby={control['aria-describedby']} className={cx(fieldStyles.control, styles.input)} />
            <AriaButton className={styles.open ?? ''} aria-label={t('combo.open')} />
          </div>
          <Popover className={styles.popover ?? ''}>
            <ListBox className={styles.list ?? ''} renderEmptyState={() => <p className={styles.none}>{t('combo.none')}</p>}>
              {(choice: Choice) => (
                <ListBoxItem id={choice.value} className={styles.item ?? ''} textValue={choice.label}>
                  {choice.label}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </AriaComboBox>
      </FieldFrame>
    </I18nProvider>
  );
}

function matching(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed.trim());
  return choices.filter(({ label }) => fold(label).includes(wanted));
}
