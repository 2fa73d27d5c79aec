import { Module, type OnModuleInit } from '@nestjs/common';
import { PageHeads, PublicPages, publicUrl } from '@isegoria/kernel/api';
import { Cards } from './cards.service';
import { EmbedController } from './embed.controller';
import { Examples } from './examples.service';
import { OEmbedController } from './oembed.controller';
import { discoveryTags } from './oembed.rules';
import { WidgetsController } from './widgets.controller';

@Module({
  controllers: [WidgetsController, EmbedController, OEmbedController],
  providers: [Cards, Examples],
})
export class WidgetsModule implements OnModuleInit {
  constructor(
    private readonly heads: PageHeads,
    private readonly pages: PublicPages,
  ) {}

  onModuleInit(): void {
    this.heads.register('oembed', (path) => (this.pages.knows(path) ? discoveryTags(path, publicUrl()) : ''));
  }
}
