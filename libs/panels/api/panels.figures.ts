import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, column, Figures } from '@isegoria/kernel/api';
import { type Cell, daysUntil, type Localized } from '@isegoria/kernel/contracts';
import type { PanelStage } from '@isegoria/panels/contracts';
import type { Model } from 'mongoose';
import { Panel } from './panel.schema';
import { isPublic } from './reading.service';

const stages: Record<PanelStage, Localized> = {
  draft: { el: 'Πρόχειρο', en: 'Draft' }, open: { el: 'Δηλώσεις συμμετοχής', en: 'Open for offers' }, drawing: { el: 'Περιμένει την κλήρωση', en: 'Waits for the draw' }, seating: { el: 'Κληρώθηκε', en: 'Drawn' },
  seated: { el: 'Συμπληρώθηκε', en: 'Complete' }, withdrawn: { el: 'Αποσύρθηκε', en: 'Taken back' },
};
const shownMost = 30;

/** What the council sees of panels: how far each is, and which wait for their numbers. */
@Injectable()
export class PanelsFigures implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'panels.all', chapter: 'together', order: 32, chart: 'none',
      title: { el: 'Κληρωτές ομάδες πολιτών', en: 'Citizens’ panels by lot' },
      note: { el: `Οι ${shownMost} τελευταίες.`, en: `The last ${shownMost}.` },
      columns: [column('name', 'text', 'Ομάδα', 'Panel'), column('stage', 'text', 'Στάδιο', 'Stage'), column('offers', 'number', 'Δήλωσαν', 'Offered'), column('seats', 'number', 'Θέσεις', 'Seats'), column('draws', 'date', 'Κλήρωση', 'Draw')],
      rows: () => this.all(),
    });
    this.figures.register({
      id: 'panels.waiting', chapter: 'waiting', order: 33, chart: 'stacked',
      title: { el: 'Ποιες κληρώσεις περιμένουν τους αριθμούς τους', en: 'Which draws wait for their numbers' },
      note: { el: 'Οι αριθμοί είναι δημόσιοι από την ώρα που ορίζει η πρόσκληση.', en: 'The numbers are public from the hour that the call names.' },
      columns: [column('name', 'text', 'Τι περιμένουν', 'What they wait for'), column('onTime', 'number', 'Μέσα στην προθεσμία', 'Within the time'), column('overdue', 'number', 'Εκπρόθεσμες', 'Overdue'), column('lateDays', 'days', 'Μέρες εκπρόθεσμη', 'Days overdue')],
      rows: () => this.waiting(),
    });
  }

  private async all(): Promise<Record<string, Cell | Localized>[]> {
    const found = await this.panels.find(isPublic).sort({ publishedAt: -1, _id: -1 }).limit(shownMost).lean<Panel[]>().exec();
    return found.map(({ title, stage, offers, seats, drawsAt, drawnAt }) => ({ name: title, stage: stages[stage], offers, seats, draws: drawnAt ?? drawsAt }));
  }

  private async waiting(): Promise<Record<string, Cell | Localized>[]> {
    const now = this.clock.now();
    const found = await this.panels.find({ stage: 'drawing' }, { drawsAt: 1 }).lean<Panel[]>().exec();
    const late = found.flatMap(({ drawsAt }) => (drawsAt && daysUntil(drawsAt, now) < 0 ? [-daysUntil(drawsAt, now)] : []));
    return [{ name: { el: 'Κλήρωση', en: 'The draw' }, onTime: found.length - late.length, overdue: late.length, lateDays: late.length > 0 ? Math.max(...late) : null }];
  }
}
