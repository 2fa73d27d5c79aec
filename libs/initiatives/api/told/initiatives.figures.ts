import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { publicStages } from '@isegoria/initiatives/contracts';
import { Clock, column, Figures } from '@isegoria/kernel/api';
import { type Cell, daysUntil, type Localized } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Initiative } from '../initiative.schema';
import { dueAt, totalOf } from '../initiatives.rules';
import { publicIn } from '../reading.service';

type Row = Record<string, Cell | Localized>;

const stages: Partial<Record<Initiative['stage'], Localized>> = {
  collecting: { el: 'Μαζεύει υπογραφές', en: 'Collecting' }, short: { el: 'Δεν συμπληρώθηκε', en: 'Not enough' }, handedIn: { el: 'Ελέγχονται οι υπογραφές', en: 'Signatures being checked' }, verified: { el: 'Πηγαίνει στο συμβούλιο', en: 'Goes to the council' },
  scheduled: { el: 'Στην ημερήσια διάταξη', en: 'On the agenda' }, answered: { el: 'Απαντήθηκε', en: 'Answered' }, withdrawn: { el: 'Αποσύρθηκε', en: 'Taken back' },
};
const duties = { submitted: { el: 'Να γίνουν δεκτές ή όχι', en: 'To be admitted or refused' }, handedIn: { el: 'Έλεγχος υπογραφών', en: 'Check of signatures' }, verified: { el: 'Απάντηση του συμβουλίου', en: 'The council’s answer' } } as const;
const shownMost = 30;

/** What the council sees of initiatives: how far each is, and which of its words the city owes. */
@Injectable()
export class InitiativesFigures implements OnModuleInit {
  constructor(
    @InjectModel(Initiative.name) private readonly initiatives: Model<Initiative>,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'initiatives.all', chapter: 'together', order: 28, chart: 'none',
      title: { el: 'Πρωτοβουλίες πολιτών', en: 'Citizens’ initiatives' },
      note: { el: `Οι ${shownMost} τελευταίες που έγιναν δεκτές. Στις υπογραφές μετρούν και όσες ήρθαν σε χαρτί.`, en: `The last ${shownMost} that were admitted. Signatures on paper are counted too.` },
      columns: [
        column('name', 'text', 'Πρωτοβουλία', 'Initiative'), column('stage', 'text', 'Στάδιο', 'Stage'), column('signatures', 'number', 'Υπογραφές', 'Signatures'), column('needed', 'number', 'Χρειάζονται', 'Needed'), column('valid', 'number', 'Έγκυρες', 'Valid'),
        column('closes', 'date', 'Λήξη', 'Ends'),
      ],
      rows: () => this.all(),
    });
    this.figures.register({
      id: 'initiatives.waiting', chapter: 'waiting', order: 29, chart: 'stacked',
      title: { el: 'Ποιες πρωτοβουλίες περιμένουν τον δήμο', en: 'Which initiatives wait for the municipality' },
      note: { el: 'Οι προθεσμίες είναι του είδους κάθε πρωτοβουλίας. Οι μέρες είναι της παλαιότερης εκπρόθεσμης.', en: 'Each initiative’s kind has its own times. Days are of the longest overdue.' },
      columns: [column('name', 'text', 'Τι περιμένουν', 'What they wait for'), column('onTime', 'number', 'Μέσα στην προθεσμία', 'Within the time'), column('overdue', 'number', 'Εκπρόθεσμες', 'Overdue'), column('lateDays', 'days', 'Μέρες εκπρόθεσμη', 'Days overdue')],
      rows: () => this.waiting(),
    });
  }

  private async all(): Promise<Row[]> {
    const found = await this.initiatives.find(publicIn(publicStages)).sort({ opensAt: -1, _id: -1 }).limit(shownMost).lean<Initiative[]>().exec();
    return found.map((initiative) => ({ name: initiative.title, stage: stages[initiative.stage] ?? '', signatures: totalOf(initiative), needed: initiative.asks.needed, valid: initiative.check?.valid ?? null, closes: initiative.closesAt }));
  }

  private async waiting(): Promise<Row[]> {
    const now = this.clock.now();
    const found = await this.initiatives.find({ stage: { $in: ['submitted', 'handedIn', 'verified', 'scheduled'] } }).lean<Initiative[]>().exec();
    return Object.entries(duties).map(([stage, name]) => {
      const own = found.filter((one) => (one.stage === 'scheduled' ? 'verified' : one.stage) === stage);
      const late = own.flatMap((one) => {
        const due = dueAt(one);
        return due && daysUntil(due, now) < 0 ? [-daysUntil(due, now)] : [];
      });
      return { name, onTime: own.length - late.length, overdue: late.length, lateDays: late.length > 0 ? Math.max(...late) : null };
    });
  }
}
