import { Module, type OnModuleInit } from '@nestjs/common';
import { IdentityModule } from '@isegoria/identity/api';
import { Datasets, type PageHead, PageHeads, PublicFace, PublicPages, publicUrl } from '@isegoria/kernel/api';
import type { Locale } from '@isegoria/kernel/contracts';
import { Organisation, OrganisationModule } from '@isegoria/organisation/api';
import { discoveryEnv } from './discovery.env';
import { FeedsController } from './feeds/feeds.controller';
import { feedsOn } from './feeds/feeds-on';
import { headOf, noIndex } from './heads';
import { newPageMaker } from './page-maker';
import { pageKinds } from './pages';
import { sourceOf } from './pages/page-kind';
import { PicturesController } from './picture/pictures.controller';
import { SearchResolver } from './search.resolver';
import { SitemapController } from './sitemap.controller';

/** What the rest of the web reads of the city, and the search over all of it. */
@Module({
  imports: [IdentityModule, OrganisationModule],
  controllers: [FeedsController, PicturesController, SitemapController],
  providers: [SearchResolver],
})
export class DiscoveryModule implements OnModuleInit {
  constructor(
    private readonly face: PublicFace,
    private readonly pages: PublicPages,
    private readonly heads: PageHeads,
    private readonly datasets: Datasets,
    private readonly organisation: Organisation,
  ) {}

  onModuleInit(): void {
    const { ask } = this.face;
    for (const kind of pageKinds) this.pages.register(kind.name, sourceOf(kind, (locale) => newPageMaker(locale, ask), { ask, datasets: this.datasets }));
    this.heads.register('discovery', (path, locale) => this.head(path, locale));
  }

  /** A page that is not public, or no page that the world is told of, is not to be listed. */
  private async head(path: string, locale: Locale): Promise<PageHead> {
    const page = await this.pages.at(path, locale);
    if (!page) return { tags: noIndex, status: this.pages.knows(path) ? 404 : 200, headline: null };
    const maker = newPageMaker(locale, this.face.ask);
    const { name } = await this.organisation.city();
    const site = { platform: publicUrl(), name: maker.t('site'), city: name[locale], home: maker.t('home'), locale };
    return headOf(page, site, feedsOn(page, maker), !discoveryEnv.SEARCH_ENGINES);
  }
}
