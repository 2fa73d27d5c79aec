import { Injectable, type OnModuleInit } from '@nestjs/common';
import { STEPS, type CriterionOpinion } from '@isegoria/evaluations/contracts';
import { column, type FigureColumn, Figures } from '@isegoria/kernel/api';
import type { Cell, Localized } from '@isegoria/kernel/contracts';
import { Choices, type ShownChoice } from '../choices/choices.service';
import { Decisions } from '../decisions/decisions.service';
import type { DecisionView } from '../decisions/decisions.views';

type Row = Record<string, Cell | Localized>;

const steps = [
  ['Καθόλου', 'Not at all'],
  ['Λίγο', 'A little'],
  ['Μέτρια', 'Somewhat'],
  ['Αρκετά', 'Rather'],
  ['Πολύ', 'Very much'],
] as const;

/** How the figures of an opinion were made, for whoever reads them. */
export const opinionNote: Localized = {
  el: 'Πόσοι διάλεξαν κάθε βαθμίδα. Διάμεσος με διάστημα 95 % από τις διατεταγμένες τιμές, μερίδιο «αρκετά» και «πολύ» με διάστημα 95 % του Wilson. Όσοι αξιολόγησαν το επέλεξαν οι ίδιοι: τα διαστήματα μιλούν για την τύχη, όχι για όσους δεν απάντησαν.',
  en: 'How many chose each step. Median with its 95 % interval by order statistics, share of “rather” and “very much” with Wilson’s 95 % interval. Those who evaluated chose to do so: the intervals speak of chance, not of those who did not answer.',
};

/** An opinion as a table, a criterion a row: the first columns name the decision. */
export const opinionColumns: FigureColumn[] = [
  column('decision', 'text', 'Απόφαση', 'Decision'),
  column('ada', 'text', 'ΑΔΑ', 'Register number'),
  column('criterion', 'text', 'Κριτήριο', 'Criterion'),
  ...steps.map(([el, en], at) => column(STEPS[at] ?? '', 'number', el, en)),
  column('cantSay', 'number', 'Δεν μπορώ να πω', 'I can’t say'),
  column('answered', 'number', 'Απάντησαν', 'Answered'),
  column('people', 'number', 'Αξιολόγησαν', 'Evaluated'),
  column('acts', 'number', 'Πράξεις', 'Acts'),
  column('median', 'number', 'Διάμεσος', 'Median'),
  column('medianLow', 'number', 'Διάμεσος από', 'Median from'),
  column('medianHigh', 'number', 'Διάμεσος έως', 'Median to'),
  column('favourable', 'percent', 'Θετικοί', 'Favourable'),
  column('favourableLow', 'percent', 'Θετικοί από', 'Favourable from'),
  column('favourableHigh', 'percent', 'Θετικοί έως', 'Favourable to'),
  column('headline', 'text', 'Με μια φράση', 'In a phrase'),
  column('path', 'text', 'Σελίδα', 'Page'),
];

/** How many decisions the council sees at once. */
const SHOWN = 12;

/** Hands the council what the city thinks of the decisions. */
@Injectable()
export class EvaluationsFigures implements OnModuleInit {
  constructor(
    private readonly figures: Figures,
    private readonly choices: Choices,
    private readonly decisions: Decisions,
  ) {}

  onModuleInit(): void {
    this.figures.register({
      id: 'evaluations.opinion',
      chapter: 'decisions',
      order: 10,
      title: { el: 'Τι πιστεύει η πόλη για τις αποφάσεις', en: 'What the city thinks of the decisions' },
      note: opinionNote,
      chart: 'stacked',
      columns: opinionColumns,
      rows: () => this.rows(),
    });
  }

  private async rows(): Promise<Row[]> {
    const [choices, decisions] = await Promise.all([this.choices.leading(SHOWN), this.decisions.leading(SHOWN)]);
    return [...choices.map(ofChoice), ...decisions.map(ofDecision)].sort((a, b) => b.opinion.people - a.opinion.people).slice(0, SHOWN).flatMap(rowsOf);
  }
}

/** A decision or a choice as a table of its opinion: what names it, and what people think. */
export interface Shown {
  name: Record<string, Cell | Localized>;
  opinion: DecisionView['opinion'];
}

export const ofChoice = ({ id, title, acts, opinion }: ShownChoice): Shown => ({ name: { decision: title, ada: '', acts: acts.length, path: `/choices/${id}` }, opinion });

export const ofDecision = ({ id, plainWords, subject, ada, opinion }: DecisionView): Shown => ({ name: { decision: plainWords?.title ?? subject, ada, acts: 1, path: `/decisions/${id}` }, opinion });

/** A row a criterion. */
export function rowsOf({ name, opinion: { people, headline, criteria } }: Shown): Row[] {
  return criteria.map((criterion) => ({ ...name, people, headline, ...figuresOf(criterion) }));
}

function figuresOf({ label, counts, cantSay, answered, median, favourable }: CriterionOpinion): Row {
  return {
    criterion: label,
    ...Object.fromEntries(STEPS.map((step, at) => [step, counts[at] ?? 0])),
    cantSay,
    answered,
    median: median?.value ?? null,
    medianLow: median?.low ?? null,
    medianHigh: median?.high ?? null,
    favourable: favourable?.value ?? null,
    favourableLow: favourable?.low ?? null,
    favourableHigh: favourable?.high ?? null,
  };
}
