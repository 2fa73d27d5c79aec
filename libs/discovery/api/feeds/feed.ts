/** A feed, before it is written in one of its formats. */
export interface Feed {
  /** Its address from the root, without an ending: `/feeds/proposals`. */
  path: string;
  title: string;
  about: string;
  /** The page that shows the same. */
  page: string;
  lang: string;
  entries: FeedEntry[];
}

/** What is told once: its id never changes and never means anything else. */
export interface FeedEntry {
  /** Within the city, such as `proposals/01J…`. */
  id: string;
  path: string;
  title: string;
  lang: string;
  /** Clean HTML. */
  html: string;
  publishedAt: Date;
  updatedAt: Date;
  topics: string[];
}

/** What stands around every feed. */
export interface FeedSite {
  platform: string;
  /** The author of every entry, as far as machines are told: the municipality (decision 001). */
  city: string;
}

/** RFC 4151: a name for ever, of this city. The year is one in which the city had its name; it never changes. */
export function tagOf({ platform }: FeedSite, id: string): string {
  return `tag:${new URL(platform).hostname},2026:${id}`;
}

/** When the feed last changed: with its newest entry. A feed without entries has not changed yet. */
export function updatedOf({ entries }: Feed): Date {
  return new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime())));
}
