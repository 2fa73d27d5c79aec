import { Injectable } from '@nestjs/common';
import type { Locale } from '@isegoria/kernel/contracts';
import type { Headline } from './page-heads';

/** A node of schema.org without its id, address and dates, which are the same for every page. */
export type SchemaThing = { '@type': string } & Record<string, unknown>;

/**
 * What stands at one public address, in one language, as a visitor reads it: for search engines, for whoever shows a link, for feeds and cards.
 * Text is plain text; nothing is escaped here.
 */
export interface PublicPage {
  /** The one address of it, from the root of the platform. */
  path: string;
  /** What sort of thing it is. */
  label: string;
  title: string;
  /** The language of title and description, such as `el`. */
  lang: string;
  description: string;
  /** What the page itself says first, where that is not title and description; its frame is wide when not said. */
  headline?: Partial<Pick<Headline, 'title' | 'text' | 'frame'>>;
  publishedAt: Date | null;
  updatedAt: Date | null;
  /** What was counted, the first matters most; at most two are shown on a picture. */
  figures: { value: string; label: string }[];
  /** What one can do there; empty where nothing. */
  act: string;
  /** The pages above it, from the top; home and itself are left out. */
  trail: { title: string; path: string }[];
  /** What it says in the words of schema.org. */
  thing: SchemaThing;
}

/** A public address, for a list of all of them. */
export interface PageAddress {
  path: string;
  modifiedAt: Date | null;
  /** Where to go on after it: letters, digits, `.`, `_`, `~` and `-`. */
  place: string;
}

/** The public pages of one sort. */
export interface PageSource {
  /** The whole path of each, there or not. */
  pattern: RegExp;
  /** Null where there is none that a visitor may see: it does not tell which. */
  at(path: string, locale: Locale): Promise<PublicPage | null>;
  /** All of them in a fixed order, after a place or from the beginning; read only as the caller takes them. */
  addresses?(after: string | null): AsyncIterable<PageAddress>;
}

/** Everything that has a public address. */
@Injectable()
export class PublicPages {
  private readonly sources = new Map<string, PageSource>();

  /** `name`: lower-case letters and `-`. */
  register(name: string, source: PageSource): void {
    this.sources.set(name, source);
  }

  named(name: string): PageSource | null {
    return this.sources.get(name) ?? null;
  }

  names(): string[] {
    return [...this.sources.keys()];
  }

  /** Whether public pages have such addresses. Says nothing of whether it is there. */
  knows(path: string): boolean {
    return this.sourceOf(plain(path)) !== undefined;
  }

  /** The page at this path, where there is one for everybody. */
  async at(path: string, locale: Locale): Promise<PublicPage | null> {
    return (await this.sourceOf(plain(path))?.at(plain(path), locale)) ?? null;
  }

  private sourceOf(path: string): PageSource | undefined {
    return [...this.sources.values()].find(({ pattern }) => pattern.test(path));
  }
}

/** The address of `/proposals/` is that of `/proposals`. */
function plain(path: string): string {
  return path.replace(/\/+$/, '') || '/';
}
