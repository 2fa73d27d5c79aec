import { Controller, Get, Header, Injectable, NotFoundException, Param, Query } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { CurrentCitizen, Public } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { type CalendarEvent, calendarText, Clock, Kept, publicUrl } from '@isegoria/kernel/api';
import { type Locale, localeOf, type Localized } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { callPath, VolunteerCall } from '../volunteer-call.schema';
import { VolunteerOffer } from '../volunteer-offer.schema';
import { VolunteerShift } from '../volunteer-shift.schema';
import { publicOnes } from '../volunteer-views';

/** Programs ask again and again for the same calendar: it is made once in so long. */
const keptMs = 10_000;
const shownMost = 500;
const fileType = 'text/calendar; charset=utf-8';

const says = {
  calendar: { el: 'Δράσεις εθελοντισμού', en: 'Volunteering' },
  mine: { el: 'Οι βάρδιές μου', en: 'My shifts' },
  cancelled: { el: 'Ματαιώθηκε', en: 'Cancelled' },
  bring: { el: 'Φέρε', en: 'Bring' },
} satisfies Record<string, Localized>;

const inOne = (text: Localized, locale: Locale): string => text[locale] || text.el;

/** Shifts for people's own calendars: those of a call, of all calls, and one's own. */
@Injectable()
export class VolunteerCalendar {
  private readonly all = { el: this.keptIn('el'), en: this.keptIn('en') };

  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerShift.name) private readonly shifts: Model<VolunteerShift>,
    @InjectModel(VolunteerOffer.name) private readonly offers: Model<VolunteerOffer>,
    private readonly clock: Clock,
  ) {}

  /** Those that were cancelled too: a calendar that knows one has to hear of it. */
  everything(locale: Locale): Promise<string> {
    return this.all[locale].get();
  }

  async one(id: string, locale: Locale): Promise<string | null> {
    const call = await this.calls.findOne({ _id: id, ...publicOnes() }).lean<VolunteerCall>().exec();
    return call && calendarText(inOne(call.title, locale), this.eventsOf([call], await this.shiftsOf([call]), locale), this.clock.now());
  }

  /** The shifts in which somebody has a place. */
  async mine({ id: citizenId }: Citizen, locale: Locale): Promise<string> {
    const own = await this.offers.find({ citizenId, isWaiting: false }).sort({ endsAt: -1 }).limit(shownMost).lean<VolunteerOffer[]>().exec();
    const shifts = await this.shifts.find({ _id: { $in: own.map(({ shiftId }) => shiftId) } }).lean<VolunteerShift[]>().exec();
    const calls = await this.calls.find({ _id: { $in: own.map(({ callId }) => callId) }, ...publicOnes() }).lean<VolunteerCall[]>().exec();
    return calendarText(says.mine[locale], this.eventsOf(calls, shifts, locale), this.clock.now());
  }

  private keptIn(locale: Locale): Kept<string> {
    return new Kept(async () => {
      const found = await this.calls.find(publicOnes()).sort({ startsAt: -1, _id: -1 }).limit(shownMost).lean<VolunteerCall[]>().exec();
      return calendarText(says.calendar[locale], this.eventsOf(found, await this.shiftsOf(found), locale), this.clock.now());
    }, keptMs);
  }

  private shiftsOf(calls: readonly VolunteerCall[]): Promise<VolunteerShift[]> {
    return this.shifts.find({ callId: { $in: calls.map(({ _id }) => _id) } }).lean<VolunteerShift[]>().exec();
  }

  private eventsOf(calls: readonly VolunteerCall[], shifts: readonly VolunteerShift[], locale: Locale): CalendarEvent[] {
    return shifts.flatMap((shift): CalendarEvent[] => {
      const call = calls.find(({ _id }) => _id === shift.callId);
      const startsAt = shift.startsAt ?? shift.endsAt;
      if (!call || !startsAt) return [];
      const isCancelled = shift.cancellation !== null || call.stage === 'cancelled';
      const title = inOne(call.title, locale);
      return [{
        uid: `${shift._id}@${new URL(publicUrl()).host}`,
        sequence: call.revision - 1,
        startsAt,
        endsAt: shift.endsAt,
        isCancelled,
        // Not every program shows the status.
        title: isCancelled ? `${says.cancelled[locale]}: ${title}` : title,
        text: [shift.task, shift.bring && `${says.bring[locale]}: ${shift.bring}`].filter(Boolean).join('\n'),
        place: call.place.label,
        url: `${publicUrl()}${callPath(call._id)}`,
      }];
    });
  }
}

/** Shifts as calendar files. */
@Controller('volunteer-files')
export class VolunteerCalendarController {
  constructor(private readonly calendar: VolunteerCalendar) {}

  @Public()
  @Get('all.ics')
  @Header('content-type', fileType)
  all(@Query('lang') lang: unknown): Promise<string> {
    return this.calendar.everything(localeOf(lang));
  }

  @Get('mine.ics')
  @Header('content-type', fileType)
  @Header('cache-control', 'no-store')
  mine(@CurrentCitizen() citizen: Citizen, @Query('lang') lang: unknown): Promise<string> {
    return this.calendar.mine(citizen, localeOf(lang));
  }

  @Public()
  @Get('one/:file')
  @Header('content-type', fileType)
  async one(@Param('file') file: string, @Query('lang') lang: unknown): Promise<string> {
    const text = file.endsWith('.ics') ? await this.calendar.one(file.slice(0, -'.ics'.length), localeOf(lang)) : null;
    if (text === null) throw new NotFoundException('There is no such call.');
    return text;
  }
}
