import type { Ask } from '@isegoria/kernel/api';
import { dateFormat, type Locale, type Localized, moneyText, numberFormat } from '@isegoria/kernel/contracts';
import { sentence } from '@isegoria/ui/contracts';
import { type Card, cardWords, type CardWord, el, en } from '@isegoria/widgets/contracts';

/** What every card is made with: the questions, and the reader's words, numbers and dates. */
export interface Maker {
  ask: Ask;
  platform: string;
  locale: Locale;
  t(key: string, params?: Record<string, string | number>): string;
  lt(text: Localized): string;
  n(value: number): string;
  /** Cents of a currency. */
  money(cents: number, currency: string): string;
  day(at: string): string;
}

/** A card's own part. What is not said is empty. */
export type CardPart = Pick<Card, 'title' | 'href'> & Partial<Pick<Card, 'label' | 'titleLang' | 'lead' | 'figures' | 'bars' | 'items' | 'act' | 'way' | 'check'>>;

/** Makes one card, or null where a visitor sees nothing. */
export type MakeCard = (maker: Maker, of: string, part: string) => Promise<CardPart | null>;

export function newMaker(locale: Locale, platform: string, ask: Ask): Maker {
  const n = (value: number) => numberFormat(locale).format(value);
  return {
    ask,
    platform,
    locale,
    n,
    t(key, params = {}) {
      const blanks = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? n(value) : value]));
      return sentence(locale === 'el' ? el : en, locale, `card.${key}`, blanks, typeof params['count'] === 'number' ? params['count'] : undefined) ?? key;
    },
    lt: (text) => text[locale] || text.el,
    money: (cents, currency) => moneyText(locale, cents, currency),
    day: (at) => dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at)),
  };
}

export function wordsFor({ t }: Maker): Record<CardWord, string> {
  return Object.fromEntries(cardWords.map((word) => [word, t(`words.${word}`)])) as Record<CardWord, string>;
}

/** Whole per cents of a sum, written with the sign as the house writes it. */
export function percentOf(part: number, whole: number): number {
  return whole > 0 ? Math.round((100 * part) / whole) : 0;
}
