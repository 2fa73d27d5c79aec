import { Injectable } from '@nestjs/common';
import type { Locale } from '@isegoria/kernel/contracts';

/** A page's first words, for whoever waits for its scripts or has none. Plain text; nothing is escaped here. */
export interface Headline {
  title: string;
  /** The language of title and text, such as `el`. */
  lang: string;
  text: string;
  /** The page above it. */
  above: { title: string; path: string } | null;
  /** The room that the page gives it: the whole width, one that reads well, or the deep band of the home page. */
  frame: 'wide' | 'narrow' | 'band';
}

/** What is known of a page before it is drawn: what machines read in its head, and its first words. */
export interface PageHead {
  /** Whole HTML elements, already escaped. A `<title>` among them replaces the platform's own title and description. */
  tags: string;
  /** 404 where it is the address of a thing that no visitor may see. */
  status: 200 | 404;
  /** Null where nobody knows what the page will say. */
  headline: Headline | null;
}

/** Makes the head of a page of its path (no query); tags alone where there is no more to say, empty where there is nothing. */
export type HeadTags = (path: string, locale: Locale) => string | PageHead | Promise<string | PageHead>;

/** What the slices write into the heads of the platform's pages. */
@Injectable()
export class PageHeads {
  private readonly sources = new Map<string, HeadTags>();

  register(name: string, tags: HeadTags): void {
    this.sources.set(name, tags);
  }

  async of(path: string, locale: Locale): Promise<PageHead> {
    const found = await Promise.all([...this.sources.values()].map((tags) => tags(path, locale)));
    const heads = found.map((head): PageHead => (typeof head === 'string' ? { tags: head, status: 200, headline: null } : head));
    return {
      tags: heads.map(({ tags }) => tags).join(''),
      status: heads.some(({ status }) => status === 404) ? 404 : 200,
      headline: heads.find(({ headline }) => headline)?.headline ?? null,
    };
  }
}
