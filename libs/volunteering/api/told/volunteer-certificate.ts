import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { Clock, Documents, type Viewer } from '@isegoria/kernel/api';
import type { DocumentTable, Localized, PageDocument } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { VolunteerCall } from '../volunteer-call.schema';
import { VolunteerOffer } from '../volunteer-offer.schema';

/** The id of the one document of this kind: the reader's own. */
export const ownCertificate = 'mine';
const shownMost = 500;

/**
 * A person's certificate of voluntary work, for whoever makes files of documents: as a PDF it is sealed by the city, and any reader of PDFs checks that. It says only what a
 * department marked, and nobody gets another's.
 */
@Injectable()
export class VolunteerCertificate implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    @InjectModel(VolunteerOffer.name) private readonly offers: Model<VolunteerOffer>,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.documents.register('volunteering', { one: (id, viewer) => (id === ownCertificate && viewer ? this.of(viewer) : Promise.resolve(null)) });
  }

  private async of({ id }: Viewer): Promise<PageDocument | null> {
    const given = await this.offers.find({ citizenId: id, came: true }).sort({ endsAt: 1, _id: 1 }).limit(shownMost).lean<VolunteerOffer[]>().exec();
    const person = await this.citizens.find(id);
    const last = given.at(-1);
    if (!person || !last) return null;
    const [calls, { name: city, departments }] = await Promise.all([this.calls.find({ _id: { $in: given.map(({ callId }) => callId) } }).lean<VolunteerCall[]>().exec(), this.organisation.city()]);
    const minutes = given.reduce((sum, one) => sum + (one.minutes ?? 0), 0);
    const rows = given.map((offer) => {
      const call = calls.find(({ _id }) => _id === offer.callId);
      const department = departments.find((one) => one.id === call?.departmentId)?.name;
      return { day: offer.endsAt, title: call && !call.isHidden ? call.title : '', department: department ?? '', hours: hoursOf(offer.minutes ?? 0) };
    });
    return {
      id: ownCertificate, title: { el: 'Βεβαίωση εθελοντικής εργασίας', en: 'Certificate of voluntary work' },
      lead: { el: `${city.el}: βεβαιώνεται ότι ο/η ${person.name} εργάστηκε εθελοντικά στις παρακάτω δράσεις.`, en: `${city.en || city.el}: ${person.name} worked as a volunteer in the following.` },
      at: this.clock.now(), path: '/volunteering/mine',
      sections: [{
        id: 'given', title: { el: person.name, en: person.name }, lead: { el: 'Μετρούν μόνο οι βάρδιες στις οποίες η υπηρεσία σημείωσε ότι ήρθε.', en: 'Only the shifts count in which the department marked that they came.' },
        parts: [{
          id: 'volunteering.given', title: { el: 'Δράσεις και ώρες', en: 'Calls and hours' }, lead: null, lines: [], tables: [tableOf(rows)],
          measures: [{ id: 'shifts', label: { el: 'Βάρδιες', en: 'Shifts' }, value: given.length }, { id: 'hours', label: { el: 'Ώρες', en: 'Hours' }, value: hoursOf(minutes) }],
        }],
      }],
    };
  }
}

const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

const tableOf = (rows: { day: Date; title: Localized | string; department: Localized | string; hours: number }[]): DocumentTable => ({
  id: 'volunteering.given', title: { el: 'Δράσεις', en: 'Calls' }, note: null, chart: 'none', rows,
  columns: [
    { key: 'day', label: { el: 'Ημέρα', en: 'Day' }, type: 'date' }, { key: 'title', label: { el: 'Δράση', en: 'Call' }, type: 'text' }, { key: 'department', label: { el: 'Υπηρεσία', en: 'Department' }, type: 'text' }, { key: 'hours', label: { el: 'Ώρες', en: 'Hours' }, type: 'number' },
  ],
});
