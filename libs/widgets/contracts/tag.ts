import type { WidgetThing } from './card';
import { type Look, lookRule } from './look';

/** What of a widget its host chose. */
export interface TagOptions {
  platform: string;
  thing: WidgetThing;
  /** Left out: the language of the page around it. */
  lang?: 'el' | 'en' | undefined;
  /** The level of its headline, 2 to 6. */
  level?: number | undefined;
  /** Of the ledger: the key, and the size and root of a checkpoint, that the host's page holds the log to. */
  pin?: { key: string; size: number; root: string } | null | undefined;
}

/** The script, once a page. */
export function scriptTag(platform: string): string {
  return `<script src="${quoted(platform)}/widgets/widgets.js" async></script>`;
}

/** The element, where it should stand. A reader without scripts gets the link in it. */
export function elementTag({ platform, thing, lang, level, pin }: TagOptions, link: { href: string; title: string }): string {
  const { kind, of, part } = thing;
  const attributes = { of, part, lang, level: level && level !== 2 ? String(level) : '', key: pin?.key, size: pin && String(pin.size), root: pin?.root };
  const written = Object.entries(attributes).flatMap(([name, value]) => (value ? [` ${name}="${quoted(value)}"`] : [])).join('');
  return `<isegoria-${kind}${written}><a href="${quoted(new URL(link.href, platform).href)}">${quoted(link.title)}</a></isegoria-${kind}>`;
}

/** The host's colours, for its own style sheet: a strict policy allows no style in a tag. */
export function styleFor({ kind }: WidgetThing, look: Look): string {
  return lookRule(look, `isegoria-${kind}`);
}

/** What the policy of a strict host must allow. */
export function policyFor(platform: string): string {
  return `script-src ${platform}; connect-src ${platform}`;
}

/** For a page that allows no foreign script: the same as a frame. */
export function frameTag({ platform, thing, lang }: TagOptions, title: string, size: { width: number; height: number }): string {
  const query = new URLSearchParams({ ...(thing.of ? { of: thing.of } : {}), ...(thing.part ? { part: thing.part } : {}), ...(lang ? { lang } : {}) }).toString();
  const address = `${platform}/embed/${thing.kind}${query ? `?${query}` : ''}`;
  return `<iframe src="${quoted(address)}" title="${quoted(title)}" width="${size.width}" height="${size.height}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" loading="lazy" frameborder="0"></iframe>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML writes it, within an attribute too. */
export function quoted(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
