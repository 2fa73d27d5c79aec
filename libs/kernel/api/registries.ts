import { Injectable } from '@nestjs/common';
import { type Cell, type FigureColumn, type Localized, parseSubject, type Subject } from '@isegoria/kernel/contracts';
import { gathered } from './gathered';

/** Who asks, as far as visibility goes. Null is a visitor. */
export interface Viewer {
  id: string;
  roles: readonly string[];
}

/** What a slice tells the others about one of its things: enough to name it, link it and decide what may be done on it. */
export interface SubjectCard extends Subject {
  title: string;
  /** The page's path on the platform. */
  path: string;
  excerpt: string;
  /** The same in English, of what the municipality keeps in both languages. A citizen's words stand in the language they were written in. */
  english?: { title: string; excerpt: string };
  authorId: string | null;
  departmentId?: string | null;
  isPublic: boolean;
  acceptsComments: boolean;
  /** Whether a new comment waits for a moderator, as the phase's setting says; at once public when not said. */
  commentMode?: 'wait' | 'public';
  /** How statements for the opinion map come in; as comments do when not said. */
  opinionMode?: 'wait' | 'public' | 'closed';
  /** About how many people have had it before their eyes, where somebody counts that. */
  seenBy?: number;
  createdAt: Date;
  /** Of something that is said about another: about what. */
  about?: Subject;
}

/** A card's title in both languages; where there is no English one, the title as it is. */
export const titlesOf = ({ title, english }: Pick<SubjectCard, 'title' | 'english'>): Localized => ({ el: title, en: english?.title || title });

/** A card's excerpt, in the same way. */
export const excerptsOf = ({ excerpt, english }: Pick<SubjectCard, 'excerpt' | 'english'>): Localized => ({ el: excerpt, en: english?.excerpt || excerpt });

/** A subject as somebody may hear of it: nulls where they may not. */
export interface SubjectName {
  title: string | null;
  path: string | null;
}

/** How a slice answers for its kind of subject. Ids that do not exist are left out; hidden ones come with `isPublic: false`. */
export interface SubjectKind {
  cards(ids: string[]): Promise<SubjectCard[]>;
  /** The public ones that some words find, the likeliest first; without words what stands out most. Left out by kinds that nobody looks for. */
  find?(words: string, most: number): Promise<SubjectCard[]>;
}

/** Every kind of thing that votes, comments, reports and notices may be about. */
@Injectable()
export class Subjects {
  private readonly kinds = new Map<string, SubjectKind>();

  register(kind: string, subject: SubjectKind): void {
    this.kinds.set(kind, subject);
  }

  knows(kind: string): boolean {
    return this.kinds.has(kind);
  }

  async card({ kind, id }: Subject): Promise<SubjectCard | null> {
    const cards = await this.kinds.get(kind)?.cards([id]);
    return cards?.[0] ?? null;
  }

  /** What some words find, of every kind that can be looked for: the kinds in turn, so that none hides the others. */
  async find(words: string, most: number): Promise<SubjectCard[]> {
    const found = await Promise.all([...this.kinds.values()].map((kind) => kind.find?.(words, most) ?? []));
    const longest = Math.max(0, ...found.map((cards) => cards.length));
    return Array.from({ length: longest }, (_, at) => found.flatMap((cards) => cards[at] ?? [])).flat().slice(0, most);
  }

  /** What some words find of one kind; no words find what stands out most. */
  async findOf(kind: string, words: string, most: number): Promise<SubjectCard[]> {
    return (await this.kinds.get(kind)?.find?.(words, most)) ?? [];
  }

  /** The cards of many subjects of any kinds, by their key `kind:id`. */
  async cards(subjects: Subject[]): Promise<Map<string, SubjectCard>> {
    const idsOf = new Map<string, Set<string>>();
    for (const { kind, id } of subjects) idsOf.set(kind, (idsOf.get(kind) ?? new Set()).add(id));
    const found = await Promise.all([...idsOf].map(([kind, ids]) => this.kinds.get(kind)?.cards([...ids]) ?? []));
    return new Map(found.flat().map((card) => [`${card.kind}:${card.id}`, card]));
  }

  /** How a person may hear of subjects, by their keys: what is public, and what is theirs. Of the others nothing is told. */
  async namesFor(personId: string, keys: readonly string[]): Promise<(key: string) => SubjectName> {
    const cards = await this.cards([...new Set(keys)].map(parseSubject).filter((subject) => subject !== null));
    return (key) => {
      const card = cards.get(key);
      return card && (card.isPublic || card.authorId === personId) ? { title: card.title, path: card.path } : { title: null, path: null };
    };
  }

  /** What comes one by one, each with how a person may hear of its subject. Names are asked for a portion at a time. */
  async *named<T>(personId: string, source: AsyncIterable<T>, keyOf: (item: T) => string | null): AsyncGenerator<[T, SubjectName]> {
    for await (const portion of gathered(source)) {
      const nameOf = await this.namesFor(personId, portion.flatMap((item) => keyOf(item) ?? []));
      for (const item of portion) yield [item, nameOf(keyOf(item) ?? '')];
    }
  }
}

/** Where a person may say that they live: as the slice that knows the city's districts tells. Where there is none, anywhere. */
@Injectable()
export class Homes {
  private knows: (districtId: string) => Promise<boolean> = () => Promise.resolve(true);

  register(knows: (districtId: string) => Promise<boolean>): void {
    this.knows = knows;
  }

  async has(districtId: string | null | undefined): Promise<boolean> {
    return !districtId || this.knows(districtId);
  }
}

/** What a seed may use: a repeatable source of chance, the moment that counts as now, and a way to show how far it is. */
export interface SeedContext {
  /** In [0, 1); the same sequence at every run. */
  random(): number;
  now: Date;
  /** 1 is the demo city; tests ask for less. */
  scale: number;
  progress(label: string, done: number, total: number): void;
  /** A line for the person who started it, such as an account to sign in with. */
  tell(line: string): void;
}

/** A slice's part of the demo city. `order`: organisation 10, identity 20, processes 30, then the civic slices from 40. */
export interface Seed {
  name: string;
  order: number;
  run(context: SeedContext): Promise<void>;
}

@Injectable()
export class Seeds {
  private readonly seeds: Seed[] = [];

  register(seed: Seed): void {
    this.seeds.push(seed);
  }

  inOrder(): Seed[] {
    return [...this.seeds].sort((a, b) => a.order - b.order);
  }
}

/** How an import tells what it does with each record. */
export interface ImportReport {
  total(records: number): void;
  added(): void;
  unchanged(): void;
  changed(): void;
  refused(record: string, why: string): void;
}

/** Brings records of an outside format in. Safe to run twice; a record comes in whole or not at all. */
export interface Importer {
  name: string;
  /** The format in a sentence or two, shown by `isegoria help`. */
  help: string;
  run(text: string, report: ImportReport): Promise<void>;
  /** Where the records can also be fetched from where they are kept: `import <name> --<option>` instead of a file. */
  source?: ImportSource;
  /** Reads the file itself, plain or gzipped, piece by piece: for files too large to be one text. */
  runFile?(path: string, report: ImportReport): Promise<void>;
}

/** A source that an import can ask by itself. */
export interface ImportSource {
  option: string;
  help: string;
  /** What follows the option on the command line is handed on as it stands. Throws a sentence where the source cannot be read. */
  run(words: readonly string[], report: ImportReport): Promise<void>;
}

@Injectable()
export class Importers {
  private readonly importers = new Map<string, Importer>();

  register(importer: Importer): void {
    this.importers.set(importer.name, importer);
  }

  named(name: string): Importer | null {
    return this.importers.get(name) ?? null;
  }

  all(): Importer[] {
    return [...this.importers.values()];
  }
}

/** Something derived that can be thrown away and made again from its log. */
export interface Projection {
  name: string;
  rebuild(progress: (done: number, total: number) => void): Promise<void>;
}

@Injectable()
export class Projections {
  private readonly projections = new Map<string, Projection>();

  register(projection: Projection): void {
    this.projections.set(projection.name, projection);
  }

  named(name: string): Projection | null {
    return this.projections.get(name) ?? null;
  }

  all(): Projection[] {
    return [...this.projections.values()];
  }
}

export type { FigureColumn };

/** A figure for the council: a table that can also be drawn. The page, the table twin and the CSV are all made from it. */
export interface CouncilFigure {
  id: string;
  order: number;
  title: Localized;
  /** How it was counted, in a sentence. */
  note?: Localized;
  chart: 'bars' | 'stacked' | 'line' | 'none';
  /** The page that it stands on: the council's when not said. */
  page?: 'council' | 'participation';
  columns: FigureColumn[];
  /** Rows by column key. A label in both languages is given as `Localized`. */
  rows(): Promise<Record<string, Cell | Localized>[]>;
}

@Injectable()
export class Figures {
  private readonly figures = new Map<string, CouncilFigure>();

  register(figure: CouncilFigure): void {
    this.figures.set(figure.id, figure);
  }

  named(id: string): CouncilFigure | null {
    return this.figures.get(id) ?? null;
  }

  inOrder(): CouncilFigure[] {
    return [...this.figures.values()].sort((a, b) => a.order - b.order);
  }
}
