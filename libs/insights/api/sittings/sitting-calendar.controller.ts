import { Controller, Get, Header, NotFoundException, Param, Query } from '@nestjs/common';
import { Public } from '@isegoria/identity/api';
import { localeOf } from '@isegoria/kernel/contracts';
import { SittingCalendar } from './sitting-calendar';

const CALENDAR = 'text/calendar; charset=utf-8';

/** Sittings as calendar files. */
@Controller('insights')
export class SittingCalendarController {
  constructor(private readonly calendar: SittingCalendar) {}

  @Public()
  @Get('sittings.ics')
  @Header('content-type', CALENDAR)
  all(@Query('lang') lang: unknown): Promise<string> {
    return this.calendar.everything(localeOf(lang));
  }

  @Public()
  @Get('sittings/:file')
  @Header('content-type', CALENDAR)
  async one(@Param('file') file: string, @Query('lang') lang: unknown): Promise<string> {
    const text = file.endsWith('.ics') ? await this.calendar.one(file.slice(0, -'.ics'.length), localeOf(lang)) : null;
    if (text === null) throw new NotFoundException('There is no such sitting.');
    return text;
  }
}
