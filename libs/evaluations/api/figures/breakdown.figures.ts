import { Injectable, type OnModuleInit } from '@nestjs/common';
import { column, Figures } from '@isegoria/kernel/api';
import type { Cell, Localized } from '@isegoria/kernel/contracts';
import { Organisation } from '@isegoria/organisation/api';
import { type GroupRow, groupWords } from '@isegoria/statistics/contracts';
import type { Breakdown } from './breakdown.schema';
import { Breakdowns } from './breakdowns.service';

type Row = Record<string, Cell | Localized>;

/** A choice that was delivered is weighed twice: without the round its rows could not be told apart. */
const ROUNDS = { 1: { el: 'Πριν', en: 'Before' }, 2: { el: 'Μετά', en: 'After' } } as const;

/** How many decisions the council sees at once. */
const SHOWN = 12;

/** Hands the council who answered, and what the whole city would say by the weights of its people. */
@Injectable()
export class BreakdownFigures implements OnModuleInit {
  constructor(
    private readonly figures: Figures,
    private readonly breakdowns: Breakdowns,
    private readonly organisation: Organisation,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'evaluations.weighed',
      chapter: 'decisions',
      order: 11,
      title: { el: 'Οι αποφάσεις, σταθμισμένες στην πόλη', en: 'The decisions, weighed to the city' },
      note: {
        el: 'Θετικοί («αρκετά» και «πολύ») όπως μετρήθηκαν, και σταθμισμένοι ώστε ηλικίες, φύλα και περιοχές να έχουν το βάρος που έχουν στην πόλη (raking). Τα σταθμισμένα διαστήματα κάθε απόφασης ισχύουν όλα μαζί με 95 %. Η στάθμιση δεν διορθώνει το ότι απάντησε όποιος ήθελε. Μέθοδος: /method',
        en: 'In favour (“rather” and “very much”) as counted, and weighed so that ages, genders and districts have the weight that they have in the city (raking). The weighed intervals of each decision hold all at once with 95 %. Weighing does not mend that whoever wished answered. Method: /method',
      },
      chart: 'none',
      columns: [
        column('decision', 'text', 'Απόφαση', 'Decision'),
        column('round', 'text', 'Γύρος', 'Round'),
        column('criterion', 'text', 'Κριτήριο', 'Criterion'),
        column('answered', 'number', 'Απάντησαν', 'Answered'),
        column('favourable', 'percent', 'Θετικοί, όπως μετρήθηκαν', 'In favour, as counted'),
        column('weighed', 'percent', 'Θετικοί, σταθμισμένα', 'In favour, weighed'),
        column('weighedLow', 'percent', 'Σταθμισμένα από', 'Weighed from'),
        column('weighedHigh', 'percent', 'Σταθμισμένα έως', 'Weighed to'),
        column('median', 'number', 'Διάμεσος, σταθμισμένη', 'Median, weighed'),
        column('medianLow', 'number', 'Διάμεσος από', 'Median from'),
        column('medianHigh', 'number', 'Διάμεσος έως', 'Median to'),
        column('designEffect', 'number', 'Επίδραση στάθμισης', 'Design effect'),
        column('population', 'text', 'Πίνακας πληθυσμού', 'Population table'),
      ],
      rows: async () => (await this.breakdowns.leading(SHOWN)).flatMap(weighedRows),
    });
    this.figures.register({
      id: 'evaluations.who_answered',
      chapter: 'decisions',
      order: 12,
      title: { el: 'Ποιοι αξιολόγησαν', en: 'Who evaluated' },
      note: {
        el: 'Όσοι αξιολόγησαν δίπλα στους κατοίκους της πόλης. Ομάδες με λιγότερα άτομα από το όριο δεν φαίνονται χωριστά, και ο πίνακας ανανεώνεται όταν έχουν έρθει αρκετοί ώστε να μην ξεχωρίζει κανείς. Μέθοδος: /method',
        en: 'Those who evaluated beside the people of the city. Groups of fewer people than the threshold are not shown apart, and the table is renewed when enough have come for nobody to stand out. Method: /method',
      },
      chart: 'none',
      columns: [
        column('decision', 'text', 'Απόφαση', 'Decision'),
        column('round', 'text', 'Γύρος', 'Round'),
        column('group', 'text', 'Ομάδα', 'Group'),
        column('people', 'number', 'Αξιολόγησαν', 'Evaluated'),
        column('share', 'percent', 'Όσων αξιολόγησαν', 'Of those who evaluated'),
        column('cityShare', 'percent', 'Της πόλης', 'Of the city'),
      ],
      rows: () => this.groupRows(),
    });
  }

  private async groupRows(): Promise<Row[]> {
    const [leading, districts] = await Promise.all([this.breakdowns.leading(SHOWN), this.organisation.districts()]);
    const names = new Map(districts.map(({ id, name }) => [id, name]));
    return leading.flatMap(({ title, round, told }) => (told?.tables ?? []).flatMap(({ rows }) => rows.map((row) => groupRow({ title, round }, row, names))));
  }
}

function weighedRows({ title, round, told, criteria, population }: Breakdown): Row[] {
  return (told?.weighed?.opinions ?? []).map(({ questionId, answered, raw, weighted: { favourable, median, effect } }) => ({
    decision: title ?? '', round: ROUNDS[round],
    criterion: criteria?.find(({ id }) => id === questionId)?.label ?? questionId,
    answered,
    favourable: raw.favourable.value,
    weighed: favourable.value, weighedLow: favourable.low, weighedHigh: favourable.high,
    median: median.value, medianLow: median.low, medianHigh: median.high,
    designEffect: effect.designEffect,
    population: population ? `${population.source}, ${population.asOf}` : '',
  }));
}

function groupRow({ title, round }: Pick<Breakdown, 'title' | 'round'>, { values, isRest, people, share, cityShare }: GroupRow, districts: ReadonlyMap<string, Localized>): Row {
  return { decision: title ?? '', round: ROUNDS[round], group: groupWords(values, isRest, districts), people, share, cityShare };
}
