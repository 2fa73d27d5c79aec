import { Args, Query, Resolver } from '@nestjs/graphql';
import type { FoundOfKind } from '@isegoria/discovery/contracts';
import { Public } from '@isegoria/identity/api';
import { excerptsOf, type SubjectCard, Subjects, titlesOf } from '@isegoria/kernel/api';

/** In the order of the page. A kind is here once people look for it by name. */
const KINDS = ['proposal', 'request', 'decision', 'choice', 'consultation', 'initiative', 'debate', 'survey', 'panel', 'newsletter', 'meeting', 'volunteer-call', 'project', 'process'] as const;
/** So many of a kind; its own list has the rest. */
const MOST = 6;

/** The search over the whole city: each slice finds among its own things, as it does for the lists and for an agenda. */
@Resolver()
export class SearchResolver {
  constructor(private readonly subjects: Subjects) {}

  @Public()
  @Query()
  async search(@Args('words') words: string): Promise<FoundOfKind[]> {
    if (words.trim() === '') return [];
    const found = await Promise.all(KINDS.map(async (kind) => ({ kind, cards: await this.subjects.findOf(kind, words, MOST + 1) })));
    return found.flatMap(({ kind, cards }) => {
      const things = cards.filter(({ isPublic }) => isPublic).map(thingOf);
      return things.length > 0 ? [{ kind, things: things.slice(0, MOST), hasMore: things.length > MOST }] : [];
    });
  }
}

const thingOf = (card: SubjectCard) => ({ kind: card.kind, id: card.id, title: titlesOf(card), excerpt: excerptsOf(card), path: card.path });
