import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, column, Figures, Participation } from '@isegoria/kernel/api';
import { type Cell, daysUntil, type Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { decideDays, reportDays } from '@isegoria/volunteering/contracts';
import type { Model } from 'mongoose';
import { VolunteerCall } from '../volunteer-call.schema';
import { publicOnes } from '../volunteer-views';
import { decideDueAt, reportDueAt } from '../volunteering.rules';

type Row = Record<string, Cell | Localized>;

const wholeCity: Localized = { el: 'Όλη η πόλη', en: 'The whole city' };

/** What the council sees of volunteering: people and hours by district; and what departments owe those who proposed or came. */
@Injectable()
export class VolunteeringFigures implements OnModuleInit {
  constructor(
    @InjectModel(VolunteerCall.name) private readonly calls: Model<VolunteerCall>,
    private readonly organisation: Organisation,
    private readonly figures: Figures,
    private readonly participation: Participation,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'volunteering.districts', chapter: 'together', order: 32, chart: 'bars',
      title: { el: 'Εθελοντισμός ανά γειτονιά', en: 'Volunteering by district' },
      note: { el: 'Άτομα και ώρες όπως τα λένε οι απολογισμοί των δράσεων. Όποιος ήρθε σε δύο δράσεις μετρά δύο φορές.', en: 'People and hours as the reports of the calls say. Who came to two of them counts twice.' },
      columns: [column('name', 'text', 'Γειτονιά', 'District'), column('people', 'number', 'Άτομα', 'People'), column('hours', 'number', 'Ώρες', 'Hours'), column('calls', 'number', 'Δράσεις που έγιναν', 'Calls that were carried out')],
      rows: () => this.byDistrict(),
    });
    this.figures.register({
      id: 'volunteering.waiting', chapter: 'waiting', order: 33, chart: 'stacked',
      title: { el: 'Τι οφείλουν οι υπηρεσίες στους εθελοντές', en: 'What departments owe volunteers' },
      note: { el: `Απάντηση σε δράση που πρότεινε πολίτης μέσα σε ${decideDays} ημέρες, απολογισμός μέσα σε ${reportDays}. Οι μέρες είναι της παλαιότερης εκπρόθεσμης.`, en: `An answer to a citizen’s call within ${decideDays} days, a report within ${reportDays}. Days are of the longest overdue.` },
      late: { none: { el: 'Καμία οφειλή σε εθελοντές δεν άργησε', en: 'Nothing that volunteers are owed is late' }, one: { el: 'Μία οφειλή σε εθελοντές άργησε', en: 'One thing that volunteers are owed is late' }, many: { el: '# οφειλές σε εθελοντές άργησαν', en: '# things that volunteers are owed are late' } },
      columns: [column('name', 'text', 'Τι περιμένουν', 'What they wait for'), column('onTime', 'number', 'Μέσα στην προθεσμία', 'Within the time'), column('overdue', 'number', 'Εκπρόθεσμες', 'Overdue'), column('lateDays', 'days', 'Μέρες εκπρόθεσμη', 'Days overdue')],
      rows: () => this.waiting(),
    });
    this.participation.register({ name: 'volunteering', authors: async (since) => (await this.calls.distinct('authorId', { isByCitizen: true, publishedAt: { $gte: since }, ...publicOnes() }).exec()).filter(Boolean) });
  }

  private async byDistrict(): Promise<Row[]> {
    const [done, districts] = await Promise.all([this.calls.find({ ...publicOnes(['reported']) }, { districtId: 1, report: 1 }).lean<VolunteerCall[]>().exec(), this.organisation.districts()]);
    return [...districts.map(({ id, name }) => ({ id: id as string | null, name })), { id: null, name: wholeCity }].flatMap(({ id, name }) => {
      const own = done.filter(({ districtId }) => districtId === id);
      const sum = (of: (report: NonNullable<VolunteerCall['report']>) => number) => own.reduce((all, { report }) => all + (report ? of(report) : 0), 0);
      return own.length > 0 ? [{ name, people: sum(({ people }) => people), hours: Math.round(sum(({ minutes }) => minutes) / 60), calls: own.length }] : [];
    });
  }

  private async waiting(): Promise<Row[]> {
    const now = this.clock.now();
    const [proposed, over] = await Promise.all([this.calls.find({ stage: 'proposed' }).lean<VolunteerCall[]>().exec(), this.calls.find({ stage: 'published', endsAt: { $lte: now } }).lean<VolunteerCall[]>().exec()]);
    return [
      row({ el: 'Απάντηση σε δράση πολίτη', en: 'An answer to a citizen’s call' }, proposed.flatMap((call) => decideDueAt(call) ?? []), now),
      row({ el: 'Απολογισμός', en: 'A report' }, over.flatMap((call) => reportDueAt(call, now) ?? []), now),
    ];
  }
}

function row(name: Localized, due: readonly Date[], now: Date): Row {
  const late = due.map((at) => -daysUntil(at, now)).filter((days) => days > 0);
  return { name, onTime: due.length - late.length, overdue: late.length, lateDays: late.length > 0 ? Math.max(...late) : null };
}
