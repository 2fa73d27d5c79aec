import type { VisitDevice, VisitOrigin } from './insights.gen';

/** The kind of page that an address is: its first word, `home` for the first page. Nothing of what it is about. */
export function pageKindOf(path: string): string {
  const [first = ''] = path.split('/').filter(Boolean);
  if (first === '') return 'home';
  return /^[a-z][a-z-]{0,23}$/.test(first) ? first : 'other';
}

/** The process whose page an address is, or null. */
export function processOf(path: string): string | null {
  return /^\/processes\/([\w-]{1,60})\/?$/.exec(path)?.[1] ?? null;
}

/** By the width of the window alone, in CSS pixels, in three wide classes: too few to tell devices apart by. */
export function deviceOf(width: number): VisitDevice {
  if (width < 640) return 'phone';
  return width < 1024 ? 'tablet' : 'computer';
}

const search = /(^|\.)(google|bing|duckduckgo|qwant|ecosia|yahoo|startpage)\.[a-z.]+$/;
const social = /(^|\.)(facebook|instagram|linkedin|reddit|tiktok|youtube|x|twitter|t|whatsapp|viber|telegram|mastodon)\.[a-z.]+$/;

/** The class of the site that a visitor came from; the address itself is not sent anywhere. */
export function originOf(referrer: string, own: string): VisitOrigin {
  const host = hostOf(referrer);
  if (host === null) return 'direct';
  if (host === own) return 'inside';
  if (search.test(host)) return 'search';
  return social.test(host) ? 'social' : 'elsewhere';
}

function hostOf(address: string): string | null {
  try {
    return new URL(address).host;
  } catch {
    return null;
  }
}
