import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Clock, type CouncilFigure, Figures } from '@isegoria/kernel/api';
import type { Cell, Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { listedStatuses, statusNames } from '@isegoria/proposals/contracts';
import { duties, waitsOf, weeks } from './figures.rules';
import { Proposal } from '../proposal.schema';
import { medianWait } from './time-to-answer';

type Row = Record<string, Cell | Localized>;
interface Group {
  _id: string | null;
  proposals: number;
  supports: number;
  waiting: number;
}

const label = (key: string, el: string, en: string) => ({ key, label: { el, en }, type: 'text' as const });
const number = (key: string, el: string, en: string) => ({ key, label: { el, en }, type: 'number' as const });
const days = (key: string, el: string, en: string) => ({ key, label: { el, en }, type: 'days' as const });
const counts = [number('proposals', 'Προτάσεις', 'Proposals'), number('supports', 'Στηρίξεις', 'Supports'), number('waiting', 'Χωρίς απάντηση', 'Not answered')];
const weeksShown = 26;

/** What the council sees of proposals: what citizens ask, where, how it stands, and what waits for whom. Only public ones count. */
@Injectable()
export class ProposalFigures implements OnModuleInit {
  constructor(
    @InjectModel(Proposal.name) private readonly proposals: Model<Proposal>,
    private readonly organisation: Organisation,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const figure of this.all()) this.figures.register(figure);
  }

  private all(): CouncilFigure[] {
    return [
      {
        id: 'proposals.by-category', chapter: 'asks', order: 10, chart: 'bars',
        title: { el: 'Τι ζητούν οι πολίτες', en: 'What citizens ask for' },
        note: { el: 'Δημόσιες προτάσεις και στηρίξεις ανά κατηγορία.', en: 'Public proposals and supports by category.' },
        columns: [label('name', 'Κατηγορία', 'Category'), ...counts],
        rows: async () => this.named('category', (await this.organisation.city()).categories),
      },
      {
        id: 'proposals.by-district', chapter: 'asks', order: 11, chart: 'bars',
        title: { el: 'Από πού έρχονται οι προτάσεις', en: 'Where the proposals come from' },
        note: { el: 'Δημόσιες προτάσεις ανά περιοχή που αφορούν.', en: 'Public proposals by the district that they concern.' },
        columns: [label('name', 'Περιοχή', 'District'), ...counts],
        rows: async () => this.named('district', (await this.organisation.city()).districts),
      },
      {
        id: 'proposals.by-status', chapter: 'asks', order: 12, chart: 'bars',
        title: { el: 'Πού βρίσκονται οι προτάσεις', en: 'How the proposals stand' },
        columns: [label('name', 'Κατάσταση', 'Status'), counts[0] ?? label('proposals', '', ''), counts[1] ?? label('supports', '', '')],
        rows: () => this.named('status', listedStatuses.map((id) => ({ id, name: statusNames[id] })), true),
      },
      {
        id: 'proposals.by-week', chapter: 'asks', order: 13, chart: 'line',
        title: { el: 'Νέες προτάσεις ανά εβδομάδα', en: 'New proposals by week' },
        note: { el: `Οι τελευταίες ${weeksShown} εβδομάδες· η εβδομάδα αρχίζει Δευτέρα.`, en: `The last ${weeksShown} weeks; a week begins on Monday.` },
        columns: [{ key: 'week', label: { el: 'Εβδομάδα από', en: 'Week from' }, type: 'date' }, number('proposals', 'Προτάσεις', 'Proposals'), number('answers', 'Απαντήσεις', 'Answers')],
        rows: () => this.byWeek(),
      },
      {
        id: 'proposals.waiting', chapter: 'waiting', order: 14, chart: 'stacked',
        title: { el: 'Προτάσεις που περιμένουν απάντηση', en: 'Proposals that wait for an answer' },
        note: { el: 'Εκπρόθεσμες είναι όσες πέρασαν την προθεσμία που υποσχέθηκε η υπηρεσία. Βήμα που πέρασε: η υπηρεσία όρισε μέρα για το επόμενο βήμα, πέρασε, και δεν είπε τίποτα νεότερο. Οι μέρες είναι διάμεσοι.', en: 'Overdue are those past the date that the department promised. Next step late: the day that the department named for it has passed, and it said nothing since. Days are medians.' },
        columns: [
          label('name', 'Υπηρεσία', 'Department'), number('onTime', 'Μέσα στην προθεσμία', 'Within the time promised'), number('overdue', 'Εκπρόθεσμες', 'Overdue'), number('lateSteps', 'Δεκτές με βήμα που πέρασε', 'Accepted, next step late'),
          days('waitingDays', 'Μέρες που περιμένουν', 'Days waiting'), days('answeredDays', 'Μέρες ως την απάντηση', 'Days to an answer'),
        ],
        rows: () => this.duties(),
      },
      {
        id: 'proposals.time-to-answer', chapter: 'participation', order: 40, chart: 'none',
        title: { el: 'Πόσο περιμένει μια πρόταση απάντηση', en: 'How long a proposal waits for an answer' },
        note: {
          el: 'Διάμεσος σε μέρες κατά Kaplan–Meier με διάστημα 95 % (Brookmeyer–Crowley): μετράνε και όσες ακόμη περιμένουν, αλλιώς ο χρόνος θα φαινόταν μικρότερος. Παύλα: περισσότερες από τις μισές περιμένουν ακόμη.',
          en: 'Median in days by Kaplan–Meier with its 95 % interval (Brookmeyer–Crowley): those that still wait are counted too, or the time would look shorter. A dash: more than half still wait.',
        },
        columns: [
          label('name', 'Υπηρεσία', 'Department'), days('median', 'Διάμεσος', 'Median'), days('low', 'Από', 'From'), days('high', 'Έως', 'To'),
          number('answered', 'Απαντήθηκαν', 'Answered'), number('waiting', 'Περιμένουν', 'Waiting'),
        ],
        rows: () => this.waits(),
      },
    ];
  }

  /** Groups by one field, most proposals first; names that nobody chose stand with nought. */
  private async named(field: string, names: { id: string; name: Localized }[], keepOrder = false): Promise<Row[]> {
    const waiting = { $cond: [{ $eq: ['$answered', 'NONE'] }, 1, 0] };
    const groups = await this.proposals
      .aggregate<Group>([{ $match: { listed: true } }, { $group: { _id: `$${field}`, proposals: { $sum: 1 }, supports: { $sum: '$supports' }, waiting: { $sum: waiting } } }])
      .exec();
    const byId = new Map(groups.map((group) => [group._id, group]));
    const rows = names.map(({ id, name }) => ({ name, proposals: byId.get(id)?.proposals ?? 0, supports: byId.get(id)?.supports ?? 0, waiting: byId.get(id)?.waiting ?? 0 }));
    return keepOrder ? rows : rows.sort((a, b) => b.proposals - a.proposals || b.supports - a.supports);
  }

  private async byWeek(): Promise<Row[]> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - weeksShown * 7 * 86_400_000);
    const read = (field: string) => this.proposals.find({ listed: true, [field]: { $gte: since } }, { [field]: 1 }).lean<Proposal[]>().exec();
    const [published, answered] = await Promise.all([read('publishedAt'), read('answeredAt')]);
    return weeks(now, weeksShown, published.map((one) => one.publishedAt), answered.map((one) => one.answeredAt));
  }

  private async duties(): Promise<Row[]> {
    const now = this.clock.now();
    return (await this.byDepartment()).map(({ name, proposals }) => ({ name, ...duties(proposals, now) }));
  }

  private async waits(): Promise<Row[]> {
    const now = this.clock.now();
    const departments = await this.byDepartment();
    const all = { name: { el: 'Όλες', en: 'All' }, proposals: departments.flatMap(({ proposals }) => proposals) };
    return [...departments, all].map(({ name, proposals }) => {
      const waits = waitsOf(proposals, now);
      const answered = waits.filter(({ isAnswered }) => isAnswered).length;
      return { name, ...medianWait(waits), answered, waiting: waits.length - answered };
    });
  }

  private async byDepartment(): Promise<{ name: Localized; proposals: Proposal[] }[]> {
    const fields = { departmentId: 1, answered: 1, publishedAt: 1, answerDueAt: 1, answers: 1 };
    const [departments, proposals] = await Promise.all([this.organisation.departments(), this.proposals.find({ listed: true }, fields).lean<Proposal[]>().exec()]);
    return departments.map(({ id, name }) => ({ name, proposals: proposals.filter(({ departmentId }) => departmentId === id) }));
  }
}
