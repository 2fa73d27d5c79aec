import { Injectable } from '@nestjs/common';

/** Tags for the head of a public page, made of its path (no query): what machines read there. Whole HTML elements, already escaped; empty where it has nothing to say. */
export type HeadTags = (path: string) => string | Promise<string>;

/** What the slices write into the heads of the platform's pages. */
@Injectable()
export class PageHeads {
  private readonly sources = new Map<string, HeadTags>();

  register(name: string, tags: HeadTags): void {
    this.sources.set(name, tags);
  }

  async of(path: string): Promise<string> {
    return (await Promise.all([...this.sources.values()].map((tags) => tags(path)))).join('');
  }
}
