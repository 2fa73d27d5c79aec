import { picturePath, pictureWithin } from '@isegoria/discovery/contracts';
import type { PublicPage } from '@isegoria/kernel/api';
import { type Locale, localeOf } from '@isegoria/kernel/contracts';
import { type Card, frameTag, quoted, thingAt, type WidgetThing } from '@isegoria/widgets/contracts';

/** What every oEmbed 1.0 answer says (oembed.com, 2.3.4). The three of the thumbnail come together, or none where it would be larger than allowed. */
interface OEmbedBase {
  version: '1.0';
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  thumbnail_url?: string;
  thumbnail_width?: number;
  thumbnail_height?: number;
}

/** A frame, where the thing has a widget; else a title with a picture, which asks no more fields. */
export type OEmbed = OEmbedBase & ({ type: 'rich'; html: string; width: number; height: number } | { type: 'link' });

/** What a consumer asks, read. `thing` is null where the page has no widget. Limits are pixels, infinite where there are none. */
export interface OEmbedQuestion {
  path: string;
  thing: WidgetThing | null;
  locale: Locale;
  format: 'json' | 'xml';
  maxwidth: number;
  maxheight: number;
}

/** The question, or the HTTP status that tells what is wrong with it. */
export type OEmbedRequest = OEmbedQuestion | { status: 400 | 404 | 501 };

type Answering = Pick<OEmbedQuestion, 'path' | 'locale' | 'maxwidth' | 'maxheight'> & { platform: string };

const usual = { width: 600, height: 420 };

/** Reads a consumer's question. Only addresses of this platform are answered; 404 does not tell whether a thing is hidden. */
export function readOEmbed(query: Record<string, unknown>, platform: string): OEmbedRequest {
  const { url, format = 'json', lang } = query;
  const [maxwidth, maxheight] = [most(query['maxwidth']), most(query['maxheight'])];
  if (typeof url !== 'string' || url.length > 2000 || maxwidth === null || maxheight === null) return { status: 400 };
  if (format !== 'json' && format !== 'xml') return { status: 501 };
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || address.origin !== new URL(platform).origin || address.username) return { status: 404 };
  const path = address.pathname.replace(/\/+$/, '') || '/';
  return { path, thing: thingAt(path), locale: localeOf(lang), format, maxwidth, maxheight };
}

/** A limit in pixels; infinite where none is given, null where it is no number. */
function most(written: unknown): number | null {
  if (written === undefined || written === '') return Infinity;
  const limit = typeof written === 'string' && /^\d{1,6}$/.test(written) ? Number(written) : 0;
  return limit > 0 ? limit : null;
}

export function oEmbedOf(card: Card, thing: WidgetThing, asked: Answering): OEmbed {
  const { platform, maxwidth, maxheight } = asked;
  const [width, height] = [Math.min(maxwidth, usual.width), Math.min(maxheight, usual.height)];
  const html = frameTag({ platform, thing, lang: card.locale }, `${card.label}: ${card.title}`, { width, height });
  return { type: 'rich', ...base(card.title, card.source.label, asked), html, width, height };
}

export function oEmbedLink({ title }: Pick<PublicPage, 'title'>, asked: Answering): OEmbed {
  return { type: 'link', ...base(title, asked.locale === 'el' ? 'Ισηγορία' : 'Isegoria', asked) };
}

function base(title: string, provider: string, { platform, path, locale, maxwidth, maxheight }: Answering): OEmbedBase {
  const size = pictureWithin({ width: maxwidth, height: maxheight });
  const thumbnail = size && { thumbnail_url: platform + picturePath(path, locale, size.width), thumbnail_width: size.width, thumbnail_height: size.height };
  return { version: '1.0', title, provider_name: provider, provider_url: platform, cache_age: 300, ...thumbnail };
}

/** The same as XML, after the example of the specification. */
export function oEmbedXml(answer: OEmbed): string {
  const fields = Object.entries(answer).map(([name, value]) => `  <${name}>${quoted(withoutControls(String(value)))}</${name}>`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${fields.join('\n')}\n</oembed>\n`;
}

/** XML 1.0 has no place for most control characters, not even written as entities. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '');
}

/** What a public page's head says of this, so that an editor finds it by the page's address alone. */
export function discoveryTags(path: string, platform: string): string {
  const address = `${platform}/oembed?url=${encodeURIComponent(platform + path)}`;
  return (['json', 'xml'] as const)
    .map((format) => `<link rel="alternate" type="${format === 'json' ? 'application/json' : 'text/xml'}+oembed" href="${quoted(`${address}&format=${format}`)}">`)
    .join('');
}
