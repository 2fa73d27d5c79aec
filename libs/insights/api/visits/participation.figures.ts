import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import type { FigureRow } from '@isegoria/insights/contracts';
import { Clock, column, type CouncilFigure, Figures, Kept, Participation, Subjects, type Turnout } from '@isegoria/kernel/api';
import { cityDay, type Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import type { Model } from 'mongoose';
import { districtShare } from './participation.rules';
import { VisitDay } from './visit.schema';
import { classNames, pageName } from './visit-names';

const dayMs = 86_400_000;
const DAYS = 28;
const YEAR = 365;
const RECENT_MS = 1_000;

/** How often pages of one kind were opened on a day, by the other classes of a visit. */
interface Openings {
  _id: Pick<VisitDay, 'day' | 'page' | 'device' | 'locale' | 'origin'>;
  times: number;
}

const times = column('times', 'number', 'Ανοίγματα', 'Openings');

const visitsNote: Localized = {
  el: `Ανοίγματα σελίδων τις τελευταίες ${DAYS} μέρες. Δεν μετράμε ανθρώπους: χωρίς παρακολούθηση δεν γίνεται να ξέρουμε αν δύο ανοίγματα είναι του ίδιου.`,
  en: `Pages opened in the last ${DAYS} days. People are not counted: without tracking there is no way to know whether two openings are one person’s.`,
};

/** What helps the services to adapt: what is opened and on what, how far people come in each process, and which district is silent. */
@Injectable()
export class ParticipationFigures implements OnModuleInit {
  /** One reading for the tables that are made of it together. */
  private readonly recent = new Kept(() => this.openings(), RECENT_MS);

  constructor(
    @InjectModel(VisitDay.name) private readonly days: Model<VisitDay>,
    private readonly figures: Figures,
    private readonly participation: Participation,
    private readonly subjects: Subjects,
    private readonly citizens: Citizens,
    private readonly organisation: Organisation,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const figure of this.all()) this.figures.register({ ...figure, chapter: 'participation' });
  }

  private all(): Omit<CouncilFigure, 'chapter'>[] {
    return [
      {
        id: 'participation.days', order: 10, chart: 'line', note: visitsNote,
        title: { el: 'Ανοίγματα σελίδων ανά μέρα', en: 'Pages opened by day' },
        columns: [column('day', 'date', 'Μέρα', 'Day'), times, column('entries', 'number', 'Από έξω', 'From outside')],
        rows: () => this.byDay(),
      },
      {
        id: 'participation.processes', order: 20, chart: 'none',
        title: { el: 'Ως πού φτάνουν οι πολίτες σε κάθε διαδικασία', en: 'How far citizens come in each process' },
        note: {
          el: 'Τα δύο πρώτα είναι ανοίγματα της σελίδας από την αρχή της μέτρησης, τα δύο επόμενα άνθρωποι. Δεν διαιρούνται μεταξύ τους: ένας άνθρωπος ανοίγει τη σελίδα πολλές φορές.',
          en: 'The first two are openings of the page since counting began, the next two are people. They are not divided by each other: one person opens the page many times.',
        },
        columns: [
          column('process', 'text', 'Διαδικασία', 'Process'), column('saw', 'number', 'Την άνοιξαν (φορές)', 'Opened it (times)'), column('signedIn', 'number', 'Συνδεδεμένοι (φορές)', 'Signed in (times)'),
          column('began', 'number', 'Άρχισαν (άνθρωποι)', 'Began (people)'), column('finished', 'number', 'Τελείωσαν (άνθρωποι)', 'Finished (people)'), column('what', 'text', 'Τι μετράει', 'What is counted'),
        ],
        rows: () => this.processes(),
      },
      {
        id: 'participation.districts', order: 30, chart: 'none',
        title: { el: 'Ποια περιοχή δεν ακούγεται', en: 'Which district is not heard' },
        note: {
          el: 'Άνθρωποι που έγραψαν δημόσια πρόταση ή επιχείρημα τον τελευταίο χρόνο, ανά 1.000 κατοίκους της περιοχής που δήλωσαν, με διάστημα 95% του Wilson. Κάτω από 10 ανθρώπους ο αριθμός δεν λέγεται. «Σιωπηλή»: και το πάνω άκρο του διαστήματος είναι κάτω από όλη την πόλη.',
          en: 'People who wrote a public proposal or argument in the last year, per 1,000 inhabitants of the district that they named, with Wilson’s 95% interval. Below 10 people the number is not told. “Silent”: even the upper end of the interval is below the whole city.',
        },
        columns: [
          column('district', 'text', 'Περιοχή', 'District'), column('inhabitants', 'number', 'Κάτοικοι', 'Inhabitants'), column('people', 'number', 'Έγραψαν', 'Wrote'),
          column('perThousand', 'number', 'Ανά 1.000', 'Per 1,000'), column('low', 'number', 'Από', 'From'), column('high', 'number', 'Έως', 'To'), column('said', 'text', 'Τι λέει', 'What it says'),
        ],
        rows: () => this.districts(),
      },
      this.byClass('participation.pages', 50, 'page', { el: 'Τι ανοίγουν', en: 'What is opened' }, ['Σελίδα', 'Page']),
      this.byClass('participation.devices', 51, 'device', { el: 'Από ποια συσκευή', en: 'On which device' }, ['Συσκευή', 'Device']),
      this.byClass('participation.languages', 52, 'locale', { el: 'Σε ποια γλώσσα', en: 'In which language' }, ['Γλώσσα', 'Language']),
      this.byClass('participation.origins', 53, 'origin', { el: 'Από πού έρχονται', en: 'Where they come from' }, ['Από', 'From']),
    ];
  }

  private byClass(id: string, order: number, field: 'page' | 'device' | 'locale' | 'origin', title: Localized, [el, en]: [string, string]): Omit<CouncilFigure, 'chapter'> {
    const nameOf = (value: string) => (field === 'page' ? pageName(value) : (classNames[value] ?? { el: value, en: value }));
    const rows = async (): Promise<FigureRow[]> => {
      const sums = [...summed(await this.recent.get(), field)].filter(([value]) => field !== 'origin' || value !== 'inside');
      return sums.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 20).map(([value, sum]) => ({ name: nameOf(value), times: sum }));
    };
    return { id, order, chart: 'bars', title, note: visitsNote, columns: [column('name', 'text', el, en), times], rows };
  }

  private openings(): Promise<Openings[]> {
    const classes = { day: '$day', page: '$page', device: '$device', locale: '$locale', origin: '$origin' };
    return this.days.aggregate<Openings>([{ $match: { day: { $gte: this.since(DAYS) } } }, { $group: { _id: classes, times: { $sum: '$times' } } }]).exec();
  }

  private async byDay(): Promise<FigureRow[]> {
    const openings = await this.recent.get();
    const [all, entries] = [summed(openings, 'day'), summed(openings.filter(({ _id }) => _id.origin !== 'inside'), 'day')];
    if (all.size === 0) return [];
    // Of whole days only: today's would look like a fall.
    const now = this.clock.now().getTime() - dayMs;
    const first = [...all.keys()].sort()[0] ?? '';
    const days = Array.from({ length: DAYS }, (_, at) => cityDay(new Date(now - (DAYS - 1 - at) * dayMs))).filter((day) => day >= first);
    return days.map((day) => ({ day: new Date(`${day}T00:00:00Z`), times: all.get(day) ?? 0, entries: entries.get(day) ?? 0 }));
  }

  private async processes(): Promise<FigureRow[]> {
    const groups = await this.days
      .aggregate<{ _id: { id: string; signedIn: boolean }; times: number }>([{ $match: { processId: { $gt: '' } } }, { $group: { _id: { id: '$processId', signedIn: '$signedIn' }, times: { $sum: '$times' } } }])
      .exec();
    const cards = await this.subjects.findOf('process', '', 100);
    const ids = cards.map(({ id }) => id);
    const known = await Promise.all(this.participation.all().map(({ turnouts }) => turnouts?.(ids) ?? new Map<string, Turnout>()));
    return cards.flatMap(({ id, title }): FigureRow[] => {
      const own = groups.filter(({ _id }) => _id.id === id);
      const saw = own.reduce((sum, group) => sum + group.times, 0);
      const signedIn = own.find(({ _id }) => _id.signedIn)?.times ?? 0;
      const turnouts = known.flatMap((of) => of.get(id) ?? []);
      if (turnouts.length === 0) return [{ process: title, saw, signedIn, began: null, finished: null, what: null }];
      return turnouts.map((turnout) => ({ process: title, saw, signedIn, ...turnout }));
    });
  }

  private async districts(): Promise<FigureRow[]> {
    const since = new Date(this.clock.now().getTime() - YEAR * dayMs);
    const authors = await Promise.all(this.participation.all().map((source) => source.authors?.(since) ?? []));
    const [counts, districts] = await Promise.all([this.citizens.countByDistrict([...new Set(authors.flat())]), this.organisation.districts()]);
    const city = { people: [...counts.values()].reduce((sum, count) => sum + count, 0), inhabitants: districts.reduce((sum, { population }) => sum + population, 0) };
    return districts
      .filter(({ population }) => population > 0)
      .map(({ id, name, population }) => {
        const { isSilent, ...share } = districtShare(counts.get(id) ?? 0, population, city);
        const said = isSilent ? { el: 'Σιωπηλή', en: 'Silent' } : share.people === null ? { el: 'Λίγοι για να μιλήσουμε', en: 'Too few to speak of' } : null;
        return { district: name, inhabitants: population, ...share, said };
      });
  }

  private since(days: number): string {
    return cityDay(new Date(this.clock.now().getTime() - (days - 1) * dayMs));
  }
}

function summed(openings: readonly Openings[], by: keyof Openings['_id']): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { _id, times: more } of openings) sums.set(_id[by], (sums.get(_id[by]) ?? 0) + more);
  return sums;
}
