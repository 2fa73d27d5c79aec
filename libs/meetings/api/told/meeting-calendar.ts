import { Controller, Get, Header, Injectable, NotFoundException, Param, Query } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Public } from '@isegoria/identity/api';
import { type CalendarEvent, calendarText, Clock, Kept, publicUrl } from '@isegoria/kernel/api';
import { type Locale, localeOf, type Localized } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Meeting } from '../meeting.schema';
import { meetingPath } from '../moves';
import { when } from '../news';
import { publicIn } from '../reading.service';

/** Programs ask again and again for the same calendar: it is made once in so long. */
const keptMs = 10_000;
const shownMost = 500;
const fileType = 'text/calendar; charset=utf-8';

const says = {
  calendar: { el: 'Συναντήσεις του δήμου με κατοίκους', en: 'The municipality’s meetings with residents' },
  cancelled: { el: 'Ματαιώθηκε', en: 'Cancelled' },
  postponed: { el: 'Αναβλήθηκε από', en: 'Postponed from' },
  remote: { el: 'Και από απόσταση', en: 'Also from afar' },
} satisfies Record<string, Localized>;

const inOne = (text: Localized, locale: Locale): string => text[locale] || text.el;

/** Meetings for people's own calendars: each as a file, all of them as one that programs read again. The way in from afar is in none. */
@Injectable()
export class MeetingCalendar {
  private readonly all = { el: this.keptIn('el'), en: this.keptIn('en') };

  constructor(
    @InjectModel(Meeting.name) private readonly meetings: Model<Meeting>,
    private readonly clock: Clock,
  ) {}

  /** Those that were cancelled too: a calendar that knows one has to hear of it. */
  everything(locale: Locale): Promise<string> {
    return this.all[locale].get();
  }

  async one(id: string, locale: Locale): Promise<string | null> {
    const meeting = await this.meetings.findOne({ _id: id, ...publicIn() }).lean<Meeting>().exec();
    return meeting && calendarText(inOne(meeting.title, locale), eventsOf(meeting, locale), this.clock.now());
  }

  private keptIn(locale: Locale): Kept<string> {
    return new Kept(async () => {
      const found = await this.meetings.find(publicIn()).sort({ startsAt: -1, _id: -1 }).limit(shownMost).lean<Meeting[]>().exec();
      return calendarText(says.calendar[locale], found.flatMap((meeting) => eventsOf(meeting, locale)), this.clock.now());
    }, keptMs);
  }
}

function eventsOf({ _id: id, title, venue, joinUrl, startsAt, endsAt, postponements, stage, items, revision }: Meeting, locale: Locale): CalendarEvent[] {
  if (!startsAt) return [];
  const isCancelled = stage === 'cancelled';
  const moved = postponements.map(({ from, reason }) => `${says.postponed[locale]} ${when(from)[locale]}: ${reason}`);
  const address = inOne(venue.address, locale);
  return [{
    uid: `meeting-${id}@${new URL(publicUrl()).host}`,
    sequence: revision - 1,
    startsAt,
    endsAt,
    isCancelled,
    // Not every program shows the status.
    title: isCancelled ? `${says.cancelled[locale]}: ${inOne(title, locale)}` : inOne(title, locale),
    text: [...moved, ...items.map((item, at) => `${at + 1}. ${inOne(item.title, locale)}`)].join('\n'),
    place: [address, joinUrl && says.remote[locale]].filter(Boolean).join(' · '),
    url: `${publicUrl()}${meetingPath(id)}`,
  }];
}

/** Meetings as calendar files. */
@Controller('meeting-files')
export class MeetingCalendarController {
  constructor(private readonly calendar: MeetingCalendar) {}

  @Public()
  @Get('all.ics')
  @Header('content-type', fileType)
  all(@Query('lang') lang: unknown): Promise<string> {
    return this.calendar.everything(localeOf(lang));
  }

  @Public()
  @Get('one/:file')
  @Header('content-type', fileType)
  async one(@Param('file') file: string, @Query('lang') lang: unknown): Promise<string> {
    const text = file.endsWith('.ics') ? await this.calendar.one(file.slice(0, -'.ics'.length), localeOf(lang)) : null;
    if (text === null) throw new NotFoundException('There is no such meeting.');
    return text;
  }
}
