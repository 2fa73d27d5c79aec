import { type Ask, excerpt, plain, type PublicPage, withoutHtml } from '@isegoria/kernel/api';
import { dateFormat, type Locale, type Localized, moneyText, numberFormat } from '@isegoria/kernel/contracts';
import { sentence } from '@isegoria/ui/contracts';
import { el, en } from '@isegoria/discovery/contracts';

/** What pages are made with: the city's public face, and the reader's words, numbers and dates. */
export interface PageMaker {
  ask: Ask;
  locale: Locale;
  /** Numbers among the blanks are written as the language writes them; `count` chooses between one and many. */
  t(key: string, blanks?: Record<string, string | number>): string;
  lt(text: Localized): string;
  n(value: number): string;
  /** Cents of a currency. */
  money(cents: number, currency: string): string;
  day(at: string | Date): string;
}

/** What one sort of page says of itself; what is left out is empty, its language the reader's. */
export type PagePart = Pick<PublicPage, 'title' | 'description' | 'thing'> & Partial<Omit<PublicPage, 'path'>>;

export function newPageMaker(locale: Locale, ask: Ask): PageMaker {
  const n = (value: number) => numberFormat(locale).format(value);
  return {
    ask,
    locale,
    n,
    t(key, blanks = {}) {
      const written = Object.fromEntries(Object.entries(blanks).map(([name, value]) => [name, typeof value === 'number' ? n(value) : value]));
      return sentence(locale === 'el' ? el : en, locale, key, written, typeof blanks['count'] === 'number' ? blanks['count'] : undefined) ?? key;
    },
    lt: (text) => text[locale] || text.el,
    money: (cents, currency) => moneyText(locale, cents, currency),
    day: (at) => dateFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at)),
  };
}

/** A description of a page as machines show it: one line of plain words. */
export function lineOf(text: string, most = 200): string {
  return excerpt(plain(text), most);
}

/** Sentences after one another; what has no end of its own is given one. */
export function sentences(...parts: string[]): string {
  return parts.filter(Boolean).map((part) => (/[.;!?…»]$/.test(part.trim()) ? part.trim() : `${part.trim()}.`)).join(' ');
}

/** The words of clean HTML as `prose` makes it, with a space where a paragraph ends. */
export function wordsOfHtml(html: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return withoutHtml(html.replace(/<\/(p|li|blockquote)>|<br ?\/?>/g, '$& ')).replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

/** The latest of some moments. */
export function latest(...moments: (string | Date | null | undefined)[]): Date | null {
  const times = moments.flatMap((at) => (at ? [new Date(at).getTime()] : []));
  return times.length > 0 ? new Date(Math.max(...times)) : null;
}

/** A count as schema.org tells it: how many people did something with a thing. */
export function counted(action: 'LikeAction' | 'CommentAction' | 'ReviewAction' | 'VoteAction', count: number) {
  return { '@type': 'InteractionCounter', interactionType: `https://schema.org/${action}`, userInteractionCount: count };
}

/** A place of schema.org; nothing where there is none. */
export function placeOf(place: { label: string; lat: number | null; lng: number | null } | null) {
  if (!place) return {};
  const geo = place.lat !== null && place.lng !== null ? { geo: { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lng } } : {};
  return { '@type': 'Place', name: place.label, ...geo };
}
