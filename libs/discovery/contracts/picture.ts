import type { Locale } from '@isegoria/kernel/contracts';

/** Pixels: what Open Graph and Twitter's large card ask for (1.91 : 1). */
export const pictureWidth = 1200;
export const pictureHeight = 630;

/** Home has no name in its path. */
const home = '/home';

/** The widths that there are, widest first. */
const widths = [pictureWidth, pictureWidth / 2, pictureWidth / 4] as const;
const heightOf = (width: number): number => (width * pictureHeight) / pictureWidth;

/** Where the picture of a public page stands: its own path under `/cards`. */
export function picturePath(path: string, locale: Locale, width = pictureWidth): string {
  const asked = new URLSearchParams({ ...(locale !== 'el' && { lang: locale }), ...(width !== pictureWidth && { width: String(width) }) }).toString();
  return `/cards${path === '/' ? home : path}.png${asked && `?${asked}`}`;
}

/** The widest picture within some limits in pixels; null where none is so small. */
export function pictureWithin(most: { width: number; height: number }): { width: number; height: number } | null {
  const width = widths.find((one) => one <= most.width && heightOf(one) <= most.height);
  return width ? { width, height: Math.floor(heightOf(width)) } : null;
}

/** The width that was asked for, or the usual one. */
export function readWidth(asked: unknown): number {
  return widths.find((width) => String(width) === asked) ?? pictureWidth;
}

/** The page of a picture's path without its `/cards`, or null where it is no such path. */
export function pathOfPicture(path: string): string | null {
  if (!path.startsWith('/') || !path.endsWith('.png')) return null;
  const page = path.slice(0, -'.png'.length);
  return page === home ? '/' : page;
}
