/** What can stand on another page. Each is a custom element, `isegoria-<kind>`, and an address, `/widgets/cards/<kind>`. */
export const widgetKinds = ['proposal', 'process', 'ballot', 'opinion', 'decision', 'choice', 'budget', 'project', 'request', 'requests', 'answers', 'ledger'] as const;
export type WidgetKind = (typeof widgetKinds)[number];

/** Which thing a widget is of. `part`: of a budget the area, of opinions the statement, of answers how many, of requests the district. */
export interface WidgetThing {
  kind: WidgetKind;
  of: string;
  part: string;
}

/**
 * What a widget shows of one thing, in one language. Every word and every figure is ready to be read, so that the script on the
 * foreign page has no language and no rules of its own; and all of it is what any visitor may read.
 */
export interface Card {
  kind: WidgetKind;
  locale: 'el' | 'en';
  /** What sort of thing it is. */
  label: string;
  title: string;
  /** The language of the title, where it is not the reader's. */
  titleLang: string;
  /** The thing's own page. */
  href: string;
  /** Where it stands, in a sentence. */
  lead: string;
  figures: CardFigure[];
  bars: CardBar[];
  items: CardItem[];
  act: CardAct | null;
  /** Where one begins something of one’s own: a page of the platform, which tells this one nothing. */
  way: CardAct | null;
  /** Of the ledger: what the reader's browser can check. */
  check: CardCheck | null;
  source: { label: string; href: string };
  words: Record<CardWord, string>;
}

export interface CardFigure {
  value: string;
  label: string;
}

/** A bar of 100. Parts of a `scale` go from worst to best; a `share` has one part. */
export interface CardBar {
  label: string;
  form: 'scale' | 'share';
  /** Whole per cents. */
  parts: number[];
  /** What is written beside it. */
  said: string;
  /** The whole of it, for those who listen. */
  spoken: string;
}

export interface CardItem {
  title: string;
  lang: string;
  href: string;
  note: string;
}

/** What one may do. It happens in a window of the platform, never here. */
export interface CardAct {
  label: string;
  /** The page that the window opens, without what the asking page adds. */
  href: string;
}

/** The address of the log's files, and what the check says when it has ended. */
export interface CardCheck {
  files: string;
  button: string;
  pending: string;
  failed: string;
  broken: string;
  /** Of what it checked and what not, by what the page pinned. Blanks: `{{size}}`, `{{before}}`. */
  unpinned: string;
  pinned: string;
}

/** The sentences that the script says by itself. */
export const cardWords = ['opens', 'blocked', 'openHere', 'waits', 'done', 'stale'] as const;
export type CardWord = (typeof cardWords)[number];
