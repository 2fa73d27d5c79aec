import { Injectable } from '@nestjs/common';
import { type Localized, parseSubject, type Subject } from '@isegoria/kernel/contracts';
import { gathered } from '../store/gathered';

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
  /** Of what is not public: the department whose officials read it besides its author. Said where it is nobody else's matter, moderators' neither. */
  readBy?: string;
  /** Of what is not public: the persons who read it besides its author. They may report it, and notices lead them there. */
  shownTo?: readonly string[];
  acceptsComments: boolean;
  /** Whether a new comment waits for a moderator, as the phase's setting says; at once public when not said. */
  commentMode?: 'wait' | 'public';
  /** How statements for the opinion map come in; as comments do when not said. */
  opinionMode?: 'wait' | 'public' | 'closed';
  /** About how many people have had it before their eyes, where somebody counts that. */
  seenBy?: number;
  createdAt: Date;
  /** The parts of the city in whose lists it stands, such as its district and its category: who follows one of them hears of it. Nothing while it stands in no list, as what was taken back. */
  within?: readonly Subject[];
  /** Of something that is said about another: about what. */
  about?: Subject;
}

/** A card's title in both languages; where there is no English one, the title as it is. */
export const titlesOf = ({ title, english }: Pick<SubjectCard, 'title' | 'english'>): Localized => ({ el: title, en: english?.title || title });

/** A card's excerpt, in the same way. */
export const excerptsOf = ({ excerpt, english }: Pick<SubjectCard, 'excerpt' | 'english'>): Localized => ({ el: excerpt, en: english?.excerpt || excerpt });

/** Whether a person may read it: what is public, what is theirs, and what was written to them. */
export const isShownTo = ({ isPublic, authorId, shownTo = [] }: Pick<SubjectCard, 'isPublic' | 'authorId' | 'shownTo'>, personId: string): boolean => isPublic || authorId === personId || shownTo.includes(personId);

/** A subject as somebody may hear of it: nulls where they may not. */
export interface SubjectName {
  title: Localized | null;
  path: string | null;
}

/** How a slice answers for its kind of subject. Ids that do not exist are left out; hidden ones come with `isPublic: false`. */
export interface SubjectKind {
  cards(ids: string[]): Promise<SubjectCard[]>;
  /** The ids of the public ones that some words find, the likeliest first; without words what stands out most. Left out by kinds that nobody looks for. */
  find?(words: string, most: number): Promise<string[]>;
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
    const found = await Promise.all([...this.kinds.keys()].map((kind) => this.findOf(kind, words, most)));
    const longest = Math.max(0, ...found.map((cards) => cards.length));
    return Array.from({ length: longest }, (_, at) => found.flatMap((cards) => cards[at] ?? [])).flat().slice(0, most);
  }

  /** What some words find of one kind; no words find what stands out most. */
  async findOf(kind: string, words: string, most: number): Promise<SubjectCard[]> {
    const ids = (await this.kinds.get(kind)?.find?.(words, most)) ?? [];
    const cards = await this.cards(ids.map((id) => ({ kind, id })));
    return ids.flatMap((id) => cards.get(`${kind}:${id}`) ?? []);
  }

  /** The cards of many subjects of any kinds, by their key `kind:id`. */
  async cards(subjects: Subject[]): Promise<Map<string, SubjectCard>> {
    const idsOf = new Map<string, Set<string>>();
    for (const { kind, id } of subjects) idsOf.set(kind, (idsOf.get(kind) ?? new Set()).add(id));
    const found = await Promise.all([...idsOf].map(([kind, ids]) => this.kinds.get(kind)?.cards([...ids]) ?? []));
    return new Map(found.flat().map((card) => [`${card.kind}:${card.id}`, card]));
  }

  /** How a person may hear of subjects, by their keys: what is public, what is theirs, and what was written to them. Of the others nothing is told. */
  async namesFor(personId: string, keys: readonly string[]): Promise<(key: string) => SubjectName> {
    const cards = await this.cards([...new Set(keys)].map(parseSubject).filter((subject) => subject !== null));
    return (key) => {
      const card = cards.get(key);
      return card && isShownTo(card, personId) ? { title: titlesOf(card), path: card.path } : { title: null, path: null };
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
