import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type CalendarEvent, calendarText, Clock, Kept, publicUrl } from '@isegoria/kernel/api';
import type { Locale, Localized } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { evening } from './sitting-documents.service';
import { SittingRecord } from './sitting.schema';

/** Programs ask again and again for the same calendar: it is made once in so long. */
const KEPT_MS = 10_000;

const says = {
  calendar: { el: 'Συνεδριάσεις του δημοτικού συμβουλίου', en: 'Sittings of the municipal council' },
  cancelled: { el: 'Ματαιώθηκε', en: 'Cancelled' },
  postponed: { el: 'Αναβλήθηκε από', en: 'Postponed from' },
  minutes: { el: 'Πρακτικά', en: 'Minutes' },
} satisfies Record<string, Localized>;

/** The council's sittings for people's own calendars: each as a file, all of them as one that programs read again. */
@Injectable()
export class SittingCalendar {
  private readonly all = { el: this.keptIn('el'), en: this.keptIn('en') };

  constructor(
    @InjectModel(SittingRecord.name) private readonly sittings: Model<SittingRecord>,
    private readonly clock: Clock,
  ) {}

  /** Every sitting, those that were cancelled too: a calendar that knows one has to hear of it. */
  everything(locale: Locale): Promise<string> {
    return this.all[locale].get();
  }

  /** One sitting; null where there is none. */
  async one(id: string, locale: Locale): Promise<string | null> {
    const record = await this.sittings.findById(id).lean<SittingRecord>().exec();
    return record && calendarText(inOne(record.title, locale), [eventOf(record, locale)], this.clock.now());
  }

  private keptIn(locale: Locale): Kept<string> {
    return new Kept(async () => {
      const records = await this.sittings.find().sort({ startsAt: -1, _id: -1 }).lean<SittingRecord[]>().exec();
      return calendarText(says.calendar[locale], records.map((record) => eventOf(record, locale)), this.clock.now());
    }, KEPT_MS);
  }
}

function eventOf({ _id: id, title, place, startsAt, postponements = [], status, closedAt, minutesUrl = null, items, revision }: SittingRecord, locale: Locale): CalendarEvent {
  const url = `${publicUrl()}/council/sittings/${id}`;
  const isCancelled = status === 'cancelled';
  const moved = postponements.map(({ from, reason }) => `${says.postponed[locale]} ${evening(from, locale)}: ${inOne(reason, locale)}`);
  const agenda = items.map((item, at) => `${at + 1}. ${inOne(item.title, locale)}`);
  const minutes = minutesUrl ? [`${says.minutes[locale]}: ${minutesUrl}`] : [];
  return {
    uid: `${id}@${new URL(publicUrl()).host}`,
    sequence: revision - 1,
    startsAt,
    endsAt: closedAt,
    isCancelled,
    // Not every program shows the status.
    title: isCancelled ? `${says.cancelled[locale]}: ${inOne(title, locale)}` : inOne(title, locale),
    text: [...moved, ...agenda, ...minutes].join('\n'),
    place,
    url,
  };
}

const inOne = (text: Localized, locale: Locale): string => text[locale] || text.el;
