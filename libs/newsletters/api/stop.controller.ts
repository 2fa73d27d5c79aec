import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import { Readers } from './readers.service';

/** The one-click end of letters that mail programs offer beside the sender (RFC 8058). People who follow the link see a page. */
@Controller('newsletters/stop')
export class StopController {
  constructor(private readonly readers: Readers) {}

  @Post()
  @Public()
  @HttpCode(204)
  async stop(@Query() { citizen, letter, token }: Record<string, unknown>): Promise<void> {
    if (typeof citizen === 'string' && typeof letter === 'string' && typeof token === 'string') await this.readers.leave(citizen, letter, token);
  }
}
