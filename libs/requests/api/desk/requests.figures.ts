import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, column, type CouncilFigure, Figures } from '@isegoria/kernel/api';
import type { Cell, Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { Catalogue } from '../catalogue';
import { RequestRecord } from '../request.schema';
import { medianDays } from '../requests.rules';

type Row = Record<string, Cell | Localized>;
type By = 'departmentId' | 'serviceId';
type Timed = Pick<RequestRecord, By | 'publishedAt' | 'firstFixedAt'>;
type Due = Pick<RequestRecord, By | 'dueAt' | 'firstFixedAt' | 'reopened'>;

const dayMs = 86_400_000;
const shown = { fixed: 30, measured: 90 };

/** `late` is the key of what is late: `overdue` where somebody owes it, so that it stands among what waits for an answer. */
const columns = (late: 'overdue' | 'late') => [
  column('open', 'number', 'Ανοιχτά', 'Open'), column(late, 'number', 'Καθυστερούν', 'Overdue'), column('fixed', 'number', `Διορθώθηκαν σε ${shown.fixed} ημέρες`, `Fixed in ${shown.fixed} days`),
  column('median', 'days', 'Διάμεσος χρόνος', 'Median time'), column('inTime', 'percent', 'Έγκαιρα', 'In time'), column('reopened', 'number', 'Άνοιξαν ξανά', 'Opened again'),
];
const how: Localized = {
  el: `Μόνο δημόσια αιτήματα. Ο χρόνος μετρά από τη δημοσίευση ως την πρώτη διόρθωση, για όσα διορθώθηκαν τις τελευταίες ${shown.measured} ημέρες. Έγκαιρα: από όσα έπρεπε να έχουν γίνει σε αυτές τις ημέρες και δεν έκλεισαν για άλλο λόγο, όσα διορθώθηκαν ως τότε και δεν άνοιξαν ξανά· μετράνε και όσα ακόμη περιμένουν.`,
  en: `Public requests only. Time runs from publication to the first repair, for those fixed in the last ${shown.measured} days. In time: of those that fell due in these days and were not closed for another reason, the ones fixed by then and not opened again; those that still wait are counted too.`,
};

/** What the council sees of requests: what waits, how long it takes, whether it held. By department and service, never by district: people report where they live and walk, not where most is broken. */
@Injectable()
export class RequestFigures implements OnModuleInit {
  constructor(
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly catalogue: Catalogue,
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
        id: 'requests.by-department', chapter: 'waiting', order: 28, chart: 'bars',
        title: { el: 'Αιτήματα που περιμένουν', en: 'Requests that wait' },
        late: { none: { el: 'Κανένα αίτημα δεν καθυστερεί', en: 'No request is late' }, one: { el: 'Ένα αίτημα καθυστερεί', en: 'One request is late' }, many: { el: '# αιτήματα καθυστερούν', en: '# requests are late' } },
        note: how,
        columns: [column('name', 'text', 'Υπηρεσία', 'Department'), ...columns('overdue')],
        rows: async () => this.rows('departmentId', await this.organisation.departments()),
      },
      {
        id: 'requests.by-service', chapter: 'asks', order: 29, chart: 'bars',
        title: { el: 'Τι αναφέρουν οι πολίτες', en: 'What citizens report' },
        note: {
          el: 'Μετρημένα όπως ανά υπηρεσία. Οι αριθμοί λένε τι αναφέρουν οι πολίτες, εκεί όπου ζουν και περπατούν: δεν συγκρίνουν γειτονιές, ούτε λένε πού έχει περισσότερες βλάβες.',
          en: 'Counted as by department. The numbers say what citizens report, where they live and walk: they do not compare neighbourhoods, nor say where most is broken.',
        },
        columns: [column('name', 'text', 'Είδος', 'Kind'), ...columns('late')],
        rows: async () => this.rows('serviceId', [...(await this.catalogue.all()).values()].map(({ _id: id, name }) => ({ id, name }))),
      },
    ];
  }

  /** One for each of these that has, or lately had, any; what has most open first. */
  private async rows(by: By, names: readonly { id: string; name: Localized }[]): Promise<Row[]> {
    const now = this.clock.now();
    const since = (days: number) => new Date(now.getTime() - days * dayMs);
    const measured = since(shown.measured);
    const [open, fixed, due, reopened] = await Promise.all([
      this.requests.find({ listed: true, isOpen: true }, { [by]: 1, promisedAt: 1 }).lean<RequestRecord[]>().exec(),
      this.requests.find({ listed: true, firstFixedAt: { $gte: measured } }, { [by]: 1, publishedAt: 1, firstFixedAt: 1 }).lean<Timed[]>().exec(),
      this.requests.find({ listed: true, dueAt: { $gte: measured, $lte: now }, status: { $nin: ['closed', 'withdrawn'] } }, { [by]: 1, dueAt: 1, firstFixedAt: 1, reopened: 1 }).lean<Due[]>().exec(),
      this.requests.find({ listed: true, reopened: { $gt: 0 }, changedAt: { $gte: measured } }, { [by]: 1 }).lean<RequestRecord[]>().exec(),
    ]);
    const rows = names.map(({ id, name }) => {
      const own = <T extends Partial<Pick<RequestRecord, By>>>(all: readonly T[]) => all.filter((one) => one[by] === id);
      const [waiting, mended, fell] = [own(open), own(fixed), own(due)];
      const late = waiting.filter(({ promisedAt }) => promisedAt < now).length;
      return {
        name,
        open: waiting.length,
        overdue: late,
        late,
        fixed: mended.filter(({ firstFixedAt }) => firstFixedAt && firstFixedAt >= since(shown.fixed)).length,
        median: medianDays(mended.flatMap(({ publishedAt, firstFixedAt }) => (publishedAt && firstFixedAt ? [{ from: publishedAt, to: firstFixedAt }] : []))),
        inTime: fell.length > 0 ? fell.filter(wasInTime).length / fell.length : null,
        reopened: own(reopened).length,
      };
    });
    return rows.filter(({ open: waits, fixed: done, median, inTime }) => waits + done > 0 || median !== null || inTime !== null).sort((one, other) => other.open - one.open);
  }
}

/** Fixed by the day that the service promises, and left at that. */
function wasInTime({ dueAt, firstFixedAt, reopened }: Due): boolean {
  return firstFixedAt !== null && firstFixedAt <= dueAt && reopened === 0;
}
