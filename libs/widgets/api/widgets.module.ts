import { Module, type OnModuleInit } from '@nestjs/common';
import { PageHeads, publicUrl } from '@isegoria/kernel/api';
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
  constructor(private readonly heads: PageHeads) {}

  onModuleInit(): void {
    this.heads.register('oembed', (path) => discoveryTags(path, publicUrl()));
  }
}
