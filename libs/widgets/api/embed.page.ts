import type { Locale } from '@isegoria/kernel/contracts';
import { type Card, elementTag, type Look, lookRule, quoted, type WidgetThing } from '@isegoria/widgets/contracts';

export interface EmbedOptions {
  platform: string;
  thing: WidgetThing;
  locale: Locale;
  look: Look;
  /** Light or dark, whatever the reader's device says; empty follows it. */
  scheme: '' | 'light' | 'dark';
  nonce: string;
}

/**
 * A page with one widget in it, to be framed where no foreign script may run. Its policy shuts it into a sandbox without an origin,
 * whoever frames it (the widgets' first decision). Before the script runs, and where none does, it is a link.
 */
export function embedPage(card: Pick<Card, 'title' | 'href'> | null, { platform, thing, locale, look, scheme, nonce }: EmbedOptions): string {
  const [missing, go] = locale === 'el' ? ['Αυτό που έδειχνε η σελίδα δεν υπάρχει πια.', 'Πήγαινε στην Ισηγορία'] : ['What this page showed is not there any more.', 'Go to Isegoria'];
  const shown = card ? elementTag({ platform, thing, lang: locale }, card) : `<p>${missing} <a href="${quoted(platform)}/" target="_blank" rel="noopener">${go}</a></p>`;
  const style = `:root { color-scheme: ${scheme || 'light dark'}; } body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; } ${lookRule(look, ':root').replaceAll('\n', ' ')}`;
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${quoted(card?.title ?? missing ?? '')}</title><meta name="robots" content="noindex"><base target="_blank">`,
    `<style nonce="${quoted(nonce)}">${style}</style><script src="${quoted(platform)}/widgets/widgets.js" nonce="${quoted(nonce)}" async></script></head>`,
    // Named, for it is not the only main part of what a reader hears: the page around has its own.
    `<body><main aria-label="${quoted(card?.title ?? missing ?? '')}">${shown}</main></body></html>`,
  ].join('');
}

/** The frame may run our script, ask us, and open us. Whoever frames it, it has no origin. */
export function embedPolicy(platform: string, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `connect-src ${platform}`,
    "base-uri 'none'",
    "form-action 'none'",
    'frame-ancestors *',
    'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox',
  ].join('; ');
}
