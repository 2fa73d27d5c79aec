import { type Locale, numberFormat } from '@isegoria/kernel/contracts';
import type { Params } from '@isegoria/notifications/contracts';
import { sentence as spoken, type Words } from '@isegoria/ui/contracts';

const files = import.meta.glob<Words>('/libs/*/contracts/words.{el,en}.json', { import: 'default', eager: true });

/** The sentence of a slice's catalogue with its pieces filled in, for mail; null where there are no such words. */
export function sentence(slice: string, key: string, params: Params, locale: Locale): string | null {
  const words = files[`/libs/${slice}/contracts/words.${locale}.json`];
  if (!words) return null;
  const blanks = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value, locale)]));
  return spoken(words, locale, key, blanks, typeof params['count'] === 'number' ? params['count'] : undefined);
}

function written(value: Params[string] | undefined, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberFormat(locale).format(value);
  return typeof value === 'object' ? value[locale] || value.el : value;
}
