import type { Card, CardBar, CardItem } from '@isegoria/widgets/contracts';
import { type Drawn, el } from './draw';

/** What of a widget is not in its card. */
export interface ViewState {
  level: number;
  /** The page that the widget stands on, for the way back; empty where it has no address. */
  here: string;
  /** What the widget has to say about an act or a check. */
  said: string;
  /** The window did not open: the way to it. */
  blockedHref: string;
  isChecking: boolean;
  isStale: boolean;
}

/** A card as it stands in the shadow. */
export function cardView(card: Card, state: ViewState): Drawn[] {
  const { label, title, titleLang, lead, figures, bars, items, act, way, check, source, words, locale } = card;
  return [
    el(
      'article',
      { class: 'card', part: 'card', lang: locale, 'aria-labelledby': 'title' },
      el('p', { class: 'label', part: 'label' }, label),
      el(`h${state.level}`, { id: 'title', class: 'title', part: 'title', lang: titleLang }, link(title, withReturn(card.href, state.here))),
      lead !== '' && el('p', { class: 'lead' }, lead),
      figures.length > 0 && el('dl', { class: 'figures' }, ...figures.map(({ value, label: what }) => el('div', {}, el('dt', {}, what), el('dd', {}, value)))),
      bars.length > 0 && el('dl', { class: 'bars' }, ...bars.flatMap(bar)),
      items.length > 0 && el('ul', { class: 'items', role: 'list' }, ...items.map(item)),
      act && el('a', { class: 'act', part: 'act', href: act.href, target: '_blank', rel: 'noopener', 'aria-describedby': 'opens' }, act.label),
      way && el('a', { class: 'act', part: 'act', href: withReturn(way.href, state.here), target: '_blank', rel: 'noopener' }, way.label),
      act && el('p', { id: 'opens', class: 'small' }, words.opens),
      check && el('button', { class: 'act', part: 'act', type: 'button', 'aria-disabled': String(state.isChecking) }, state.isChecking ? check.pending : check.button),
      el('p', { class: 'said', role: 'status' }, state.said),
      state.blockedHref !== '' && el('p', {}, link(words.openHere, state.blockedHref)),
      state.isStale && el('p', { class: 'small' }, words.stale),
      el('p', { class: 'small source' }, link(source.label, source.href)),
    ),
  ];
}

function link(text: string, href: string): Drawn {
  return el('a', { href, target: '_blank', rel: 'noopener' }, text);
}

function item({ title, lang, href, note }: CardItem): Drawn {
  const named = { ...(lang ? { lang } : {}) };
  return el('li', {}, href ? el('span', named, link(title, href)) : el('span', named, title), el('span', { class: 'small' }, note));
}

function bar({ label, form, parts, said, spoken }: CardBar): Drawn[] {
  let from = 0;
  const drawn = parts.map((percent) => {
    const part = el('rect', { x: String(from), width: String(percent), height: '12' }, '');
    from += percent;
    return part;
  });
  return [
    el('dt', {}, label),
    el(
      'dd',
      { class: form },
      el('svg', { viewBox: '0 0 100 12', preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...drawn),
      el('span', { 'aria-hidden': 'true' }, said),
      el('span', { class: 'listen' }, spoken),
    ),
  ];
}

/** The thing's page offers the way back to where the reader came from; it never sends anybody there. */
function withReturn(href: string, here: string): string {
  if (!here) return href;
  const address = new URL(href);
  address.searchParams.set('return', here);
  return address.href;
}
