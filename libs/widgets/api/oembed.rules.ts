import { type Card, frameTag, quoted, thingAt, type WidgetThing } from '@isegoria/widgets/contracts';
import type { Locale } from '@isegoria/kernel/contracts';

/** An oEmbed 1.0 answer of the type `rich` (oembed.com, 2.3.4.4). */
export interface OEmbed {
  type: 'rich';
  version: '1.0';
  title: string;
  provider_name: string;
  provider_url: string;
  cache_age: number;
  html: string;
  width: number;
  height: number;
}

/** What a consumer asks, read; or the HTTP status that tells what is wrong with it. */
export type OEmbedRequest = { thing: WidgetThing; locale: Locale; format: 'json' | 'xml'; width: number; height: number } | { status: 400 | 404 | 501 };

const usual = { width: 600, height: 420 };

/** Reads a consumer's question. Only addresses of this platform are answered; 404 does not tell whether a thing is hidden. */
export function readOEmbed(query: Record<string, unknown>, platform: string): OEmbedRequest {
  const { url, format = 'json', lang } = query;
  const [maxwidth, maxheight] = [most(query['maxwidth']), most(query['maxheight'])];
  if (typeof url !== 'string' || url.length > 2000 || maxwidth === null || maxheight === null) return { status: 400 };
  if (format !== 'json' && format !== 'xml') return { status: 501 };
  const address = URL.canParse(url) ? new URL(url) : null;
  const thing = address?.origin === new URL(platform).origin && !address.username ? thingAt(address.pathname) : null;
  if (!thing) return { status: 404 };
  return { thing, locale: lang === 'en' ? 'en' : 'el', format, width: Math.min(maxwidth, usual.width), height: Math.min(maxheight, usual.height) };
}

/** A limit in pixels; infinite where none is given, null where it is no number. */
function most(written: unknown): number | null {
  if (written === undefined || written === '') return Infinity;
  const limit = typeof written === 'string' && /^\d{1,6}$/.test(written) ? Number(written) : 0;
  return limit > 0 ? limit : null;
}

export function oEmbedOf(card: Card, thing: WidgetThing, { platform, width, height }: { platform: string; width: number; height: number }): OEmbed {
  const html = frameTag({ platform, thing, lang: card.locale }, `${card.label}: ${card.title}`, { width, height });
  return { type: 'rich', version: '1.0', title: card.title, provider_name: card.source.label, provider_url: platform, cache_age: 300, html, width, height };
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

/** What a public page's head says of this, so that an editor finds it by the page's address alone; empty where there is no widget of the page. */
export function discoveryTags(path: string, platform: string): string {
  if (!thingAt(path)) return '';
  const address = `${platform}/oembed?url=${encodeURIComponent(platform + path)}`;
  return (['json', 'xml'] as const)
    .map((format) => `<link rel="alternate" type="${format === 'json' ? 'application/json' : 'text/xml'}+oembed" href="${quoted(`${address}&format=${format}`)}">`)
    .join('');
}
