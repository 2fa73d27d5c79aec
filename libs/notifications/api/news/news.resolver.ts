import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { Subjects, titlesOf } from '@isegoria/kernel/api';
import { parseSubject, type Subject } from '@isegoria/kernel/contracts';
import type { DigestRhythm, DigestWishes, Following, NewsPage, PartNews } from '@isegoria/notifications/contracts';
import { isPart } from '@isegoria/organisation/contracts';
import { Digests } from './digests.service';
import { News } from './news.service';

interface PageArgs {
  first?: number | null;
  after?: string | null;
}

interface MyNewsArgs extends PageArgs {
  part?: Subject | null;
  since?: Date | null;
  until?: Date | null;
}

@Resolver()
export class NewsResolver {
  constructor(
    private readonly news: News,
    private readonly digests: Digests,
    private readonly subjects: Subjects,
  ) {}

  @Query()
  @Public()
  async partNews(@Args() { part, ...asked }: PageArgs & { part: Subject }): Promise<PartNews | null> {
    const card = isPart(part) ? await this.subjects.card(part) : null;
    return card && { part: { ...part }, title: titlesOf(card), news: await this.news.of(part, asked) };
  }

  @Query()
  async myNews(@CurrentCitizen() { id }: Citizen, @Args() { part = null, since = null, until = null, ...asked }: MyNewsArgs): Promise<NewsPage> {
    return this.news.for(await this.news.reader(id), { part, since, until }, asked);
  }

  @Query()
  async followedParts(@CurrentCitizen() { id }: Citizen): Promise<Following[]> {
    const keys = [...(await this.news.reader(id)).parts.keys()];
    const cards = await this.subjects.cards(keys.flatMap((key) => parseSubject(key) ?? []));
    return keys.flatMap((key) => {
      const card = cards.get(key);
      return card ? [{ id: `${key}|${id}`, about: { kind: card.kind, id: card.id }, title: titlesOf(card), path: card.path, because: 'asked' }] : [];
    });
  }

  @Query()
  digestWishes(@CurrentCitizen() { id }: Citizen): Promise<DigestWishes> {
    return this.digests.wishOf(id);
  }

  @Mutation()
  setDigestRhythm(@CurrentCitizen() { id }: Citizen, @Args('rhythm') rhythm: DigestRhythm): Promise<DigestWishes> {
    return this.digests.wish(id, rhythm);
  }
}
