import type { Localized } from '@isegoria/kernel/contracts';
import { TextArea, TextField, useWords } from '@isegoria/ui/web';

interface BothFieldsProps {
  name: string;
  label: string;
  hint?: string;
  value: Localized;
  onChange(value: Localized): void;
  /** Several lines. */
  rows?: number;
  limit?: number;
  /** Whether the Greek one may be empty too; the English one always may. */
  optional?: boolean;
}

/** Municipal words in both languages, the Greek ones first. Where there are no English ones, the Greek are shown. */
export function BothFields({ name, label, hint, value, onChange, rows, limit, optional = false }: BothFieldsProps) {
  const { t } = useWords('requests');
  const field = (locale: 'el' | 'en') => ({
    name: `${name}.${locale}`,
    label: t(`catalogue.in.${locale}`, { label }),
    optional: optional || locale === 'en',
    value: value[locale],
    onChange: (next: string) => onChange({ ...value, [locale]: next }),
    ...(hint && locale === 'el' ? { hint } : {}),
  });
  return rows ? (
    <>
      <TextArea {...field('el')} rows={rows} {...(limit ? { limit } : {})} />
      <TextArea {...field('en')} rows={rows} {...(limit ? { limit } : {})} />
    </>
  ) : (
    <>
      <TextField {...field('el')} />
      <TextField {...field('en')} />
    </>
  );
}
