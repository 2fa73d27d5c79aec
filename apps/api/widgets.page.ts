import type { Locale, Localized } from '@isegoria/kernel/contracts';

/** What a frame shows of a proposal or a decision. The figures are in the words already, so that the frame needs no language of its own. */
export interface Shown {
  kind: Localized;
  title: string;
  /** The language of the title, where it is not the reader's. */
  titleLang: string;
  act: Localized;
  /** The platform's page for it. */
  path: string;
  count: number;
  countWords: (count: number) => Localized;
  headline: Localized | null;
  bars: { label: Localized; percents: number[]; answered: number }[];
}

export interface FrameOptions {
  locale: Locale;
  platform: string;
  /** The page that the frame stands on, where it said so. */
  host: URL | null;
  state: string;
  nonce: string;
}

const steps: Localized[] = [
  { el: 'Καθόλου', en: 'Not at all' },
  { el: 'Λίγο', en: 'A little' },
  { el: 'Μέτρια', en: 'Somewhat' },
  { el: 'Αρκετά', en: 'Rather' },
  { el: 'Πολύ', en: 'Very much' },
];
const words = {
  opens: { el: 'Ανοίγει η Ισηγορία σε νέα καρτέλα.', en: 'Isegoria opens in a new tab.' },
  missing: { el: 'Αυτό που έδειχνε η σελίδα δεν υπάρχει πια.', en: 'What this page showed is not there any more.' },
  platform: { el: 'Πήγαινε στην Ισηγορία', en: 'Go to Isegoria' },
} satisfies Record<string, Localized>;

/** The figures alone, as the frame asks for them. */
export function standing({ count, countWords, headline, bars }: Shown, locale: Locale) {
  const texts: Record<string, string> = { count: count.toLocaleString(locale === 'el' ? 'el-GR' : 'en-GB'), words: countWords(count)[locale] };
  if (headline) texts['headline'] = headline[locale];
  for (const [at, bar] of bars.entries()) Object.assign(texts, { [`bar${at}`]: favourable(bar.percents, locale), [`spoken${at}`]: spoken(bar.percents, locale) });
  return { texts, bars: bars.map(({ percents }) => percents) };
}

/** The frame's whole page, ready to be read before any script runs. */
export function framePage(shown: Shown, options: FrameOptions): string {
  const { locale, platform, host } = options;
  const { texts } = standing(shown, locale);
  const address = `${platform}${shown.path}${host ? `${shown.path.includes('?') ? '&' : '?'}return=${encodeURIComponent(host.href)}` : ''}`;
  const text = (name: string) => `<span data-text="${name}">${escaped(texts[name] ?? '')}</span>`;
  return html(options, [
    `<p class="kind">${escaped(shown.kind[locale])}</p>`,
    `<h1 id="title" lang="${escaped(shown.titleLang)}">${escaped(shown.title)}</h1>`,
    shown.headline ? `<p class="headline">${text('headline')}</p>` : '',
    shown.bars.length > 0 ? `<dl>${shown.bars.map(({ label, percents }, at) => `<dt>${escaped(label[locale])}</dt><dd>${bar(percents)}${text(`bar${at}`)}<span class="listen" data-text="spoken${at}">${escaped(texts[`spoken${at}`] ?? '')}</span></dd>`).join('')}</dl>` : '',
    `<p class="count"><b data-text="count">${escaped(texts['count'] ?? '')}</b> ${text('words')}</p>`,
    `<a class="act" href="${escaped(address)}" target="_blank" rel="noopener">${escaped(shown.act[locale])}</a>`,
    `<small>${escaped(words.opens[locale])}</small>`,
  ]);
}

/** The same frame where there is nothing to show. */
export function missingPage(options: FrameOptions): string {
  const { locale, platform } = options;
  return html({ ...options, state: '' }, [
    `<p id="title">${escaped(words.missing[locale])}</p>`,
    `<a class="act" href="${escaped(platform)}/" target="_blank" rel="noopener">${escaped(words.platform[locale])}</a>`,
  ]);
}

function html({ locale, platform, host, state, nonce }: FrameOptions, parts: string[]): string {
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${locale === 'el' ? 'Ισηγορία' : 'Isegoria'}</title><meta name="robots" content="noindex">`,
    `<link rel="stylesheet" href="${escaped(platform)}/widgets/embed.css" nonce="${escaped(nonce)}"></head>`,
    `<body data-state="${escaped(state)}" data-host="${escaped(host?.origin ?? '')}"><main aria-labelledby="title">${parts.join('')}</main>`,
    `<script src="${escaped(platform)}/widgets/embed.js" nonce="${escaped(nonce)}"></script></body></html>`,
  ].join('');
}

function bar(percents: number[]): string {
  let from = 0;
  const parts = percents.map((percent) => {
    const part = `<rect x="${from}" width="${percent}" height="12"/>`;
    from += percent;
    return part;
  });
  return `<svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

function favourable(percents: number[], locale: Locale): string {
  const share = (percents[3] ?? 0) + (percents[4] ?? 0);
  return locale === 'el' ? `${share} % θετικοί` : `${share} % favourable`;
}

const spoken = (percents: number[], locale: Locale): string => percents.map((percent, at) => `${steps[at]?.[locale] ?? ''} ${percent} %`).join(', ');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
