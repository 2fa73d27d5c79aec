import { type Locale, numberFormat } from '@isegoria/kernel/contracts';
import { type Params, wordsKey } from '@isegoria/notifications/contracts';
import { sentence as spoken, type Words } from '@isegoria/ui/contracts';

const files = import.meta.glob<Words>('/libs/*/contracts/words.{el,en}.json', { import: 'default', eager: true });

/** The sentence of a slice's catalogue with its pieces filled in, for mail; null where there are no such words. */
export function sentence(slice: string, key: string, params: Params, locale: Locale): string | null {
  const words = files[`/libs/${slice}/contracts/words.${locale}.json`];
  if (!words) return null;
  const blanks = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, written(value, locale)]));
  return spoken(words, locale, key, blanks, typeof params['count'] === 'number' ? params['count'] : undefined);
}

/** The sentence of a happening in the city's stream, in the words of the slice that told it; null where it has none. */
export function activitySentence(name: string, params: Params, locale: Locale): string | null {
  const { slice, key } = wordsKey(name, 'activity');
  return sentence(slice, key, params, locale);
}

function written(value: Params[string] | undefined, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return numberFormat(locale).format(value);
  return typeof value === 'object' ? value[locale] || value.el : value;
}
