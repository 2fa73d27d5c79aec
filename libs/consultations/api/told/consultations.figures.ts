import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { answerDays, answerDueAt } from '@isegoria/consultations/contracts';
import { Clock, column, Figures } from '@isegoria/kernel/api';
import { type Cell, daysUntil, type Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { Consultation } from '../consultation.schema';
import { isPublic, standing } from '../consultation-lists';
import { statusOf } from '../consultations.rules';

type Row = Record<string, Cell | Localized>;

const statuses: Record<string, Localized> = {
  announced: { el: 'Ανοίγει σύντομα', en: 'Opens soon' }, open: { el: 'Ανοιχτή', en: 'Open' }, closed: { el: 'Περιμένει απάντηση', en: 'Waits for the answer' }, answered: { el: 'Απαντήθηκε', en: 'Answered' },
  adopted: { el: 'Εγκρίθηκε', en: 'Adopted' }, withdrawn: { el: 'Αποσύρθηκε', en: 'Taken back' },
};
const shownMost = 30;

/** What the council sees of consultations: what is asked, how much is said, what became of amendments, and which answers departments owe. */
@Injectable()
export class ConsultationFigures implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly organisation: Organisation,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'consultations.all', chapter: 'together', order: 26, chart: 'none',
      title: { el: 'Διαβουλεύσεις', en: 'Consultations' },
      note: { el: `Οι ${shownMost} τελευταίες, με τις θέσεις σε άρθρα, τα επιχειρήματα και τις προτάσεις αλλαγής που δέχτηκαν.`, en: `The last ${shownMost}, with stances on articles, arguments and amendments.` },
      columns: [
        column('name', 'text', 'Κείμενο', 'Text'), column('status', 'text', 'Κατάσταση', 'Status'), column('closes', 'date', 'Κλείνει', 'Closes'), column('stances', 'number', 'Θέσεις', 'Stances'),
        column('arguments', 'number', 'Επιχειρήματα', 'Arguments'), column('amendments', 'number', 'Προτάσεις αλλαγής', 'Amendments'), column('adopted', 'number', 'Δεκτές, και εν μέρει', 'Adopted, also in part'),
      ],
      rows: () => this.all(),
    });
    this.figures.register({
      id: 'consultations.waiting', chapter: 'waiting', order: 27, chart: 'stacked',
      title: { el: 'Διαβουλεύσεις που περιμένουν απάντηση', en: 'Consultations that wait for an answer' },
      note: { el: `Όσες έκλεισαν και δεν απαντήθηκαν. Εκπρόθεσμες: πέρασαν ${answerDays} ημέρες από το κλείσιμο. Οι μέρες είναι της παλαιότερης.`, en: `Those that closed and are not answered. Overdue: ${answerDays} days have passed since they closed. Days are of the oldest one.` },
      columns: [column('name', 'text', 'Υπηρεσία', 'Department'), column('onTime', 'number', 'Μέσα στην προθεσμία', 'Within the time'), column('overdue', 'number', 'Εκπρόθεσμες', 'Overdue'), column('waitingDays', 'days', 'Μέρες που περιμένουν', 'Days waiting')],
      rows: () => this.waiting(),
    });
  }

  private async all(): Promise<Row[]> {
    const found = await this.consultations.find(isPublic).sort({ publishedAt: -1, _id: -1 }).limit(shownMost).lean<Consultation[]>().exec();
    const now = this.clock.now();
    return found.map((consultation) => {
      const { title: name, closesAt: closes, stanceCount, argumentCount, amendmentCount, answerCounts } = consultation;
      const adopted = answerCounts ? answerCounts.adopted + answerCounts.partly : null;
      return { name, status: statuses[statusOf(consultation, now)] ?? '', closes, stances: stanceCount, arguments: argumentCount, amendments: amendmentCount, adopted };
    });
  }

  private async waiting(): Promise<Row[]> {
    const now = this.clock.now();
    const [departments, closed] = await Promise.all([this.organisation.departments(), this.consultations.find(standing('closed', now)).lean<Consultation[]>().exec()]);
    return departments.map(({ id, name }) => {
      const own = closed.filter(({ departmentId }) => departmentId === id);
      const isOverdue = ({ publishedAt, closesAt, answeredAt }: Consultation) => daysUntil(answerDueAt({ publishedAt, closesAt, answeredAt, withdrawnAt: null }) ?? now, now) < 0;
      const overdue = own.filter(isOverdue).length;
      const waitingDays = own.length > 0 ? Math.max(...own.map(({ closesAt }) => -daysUntil(closesAt ?? now, now))) : null;
      return { name, onTime: own.length - overdue, overdue, waitingDays };
    });
  }
}
