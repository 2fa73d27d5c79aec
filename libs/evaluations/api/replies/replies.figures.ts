import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, column, Figures } from '@isegoria/kernel/api';
import type { Cell, Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { promisesOf } from './replies.rules';
import { Reply } from './reply.schema';

type Row = Record<string, Cell | Localized>;

/** What the council sees of the service's replies: which department answered, and which promise is past its date. */
@Injectable()
export class RepliesFigures implements OnModuleInit {
  constructor(
    @InjectModel(Reply.name) private readonly replies: Model<Reply>,
    private readonly organisation: Organisation,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'evaluations.replies', chapter: 'waiting', order: 15, chart: 'stacked',
      title: { el: 'Υποσχέσεις σε όσους αξιολόγησαν', en: 'Promises to those who evaluated' },
      late: { none: { el: 'Καμία υπόσχεση δεν άργησε', en: 'No promise is overdue' }, one: { el: 'Μία υπόσχεση άργησε', en: 'One promise is overdue' }, many: { el: '# υποσχέσεις άργησαν', en: '# promises are overdue' } },
      note: { el: 'Εκπρόθεσμη είναι μια υπόσχεση που πέρασε η μέρα της και δεν τηρήθηκε ακόμη.', en: 'A promise is overdue when its day has passed and it is not kept yet.' },
      columns: [
        column('name', 'text', 'Υπηρεσία', 'Department'), column('onTime', 'number', 'Μέσα στην προθεσμία', 'Within the time promised'), column('overdue', 'number', 'Εκπρόθεσμες', 'Overdue'),
        column('kept', 'number', 'Τηρήθηκαν', 'Kept'), column('replies', 'number', 'Απαντήσεις', 'Replies'),
      ],
      rows: () => this.rows(),
    });
  }

  private async rows(): Promise<Row[]> {
    const [departments, replies] = await Promise.all([this.organisation.departments(), this.replies.find({}, { departmentId: 1, promise: 1 }).lean<Reply[]>().exec()]);
    const now = this.clock.now();
    const rows = departments.map(({ id, name }) => ({ name, ...promisesOf(replies.filter(({ departmentId }) => departmentId === id), now) }));
    return rows.filter((row) => row.replies > 0);
  }
}
