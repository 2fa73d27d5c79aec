import { Injectable } from '@nestjs/common';
import type { Locale } from '@isegoria/kernel/contracts';

/** What machines read in the head of a page. */
export interface PageHead {
  /** Whole HTML elements, already escaped. A `<title>` among them replaces the platform's own title and description. */
  tags: string;
  /** 404 where it is the address of a thing that no visitor may see. */
  status: 200 | 404;
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
    const heads = found.map((head): PageHead => (typeof head === 'string' ? { tags: head, status: 200 } : head));
    return { tags: heads.map(({ tags }) => tags).join(''), status: heads.some(({ status }) => status === 404) ? 404 : 200 };
  }
}
