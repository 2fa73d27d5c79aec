import { Controller, HttpCode, Post, Query } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import { Mails } from './mails.service';

/** The one-click end of mails that mail programs offer beside the sender (RFC 8058). People who follow the link see a page. */
@Controller('stop-mail')
export class StopMailController {
  constructor(private readonly mails: Mails) {}

  @Post()
  @Public()
  @HttpCode(204)
  async stop(@Query('citizen') citizen: unknown, @Query('token') token: unknown): Promise<void> {
    if (typeof citizen === 'string' && typeof token === 'string') await this.mails.stop(citizen, token);
  }
}
