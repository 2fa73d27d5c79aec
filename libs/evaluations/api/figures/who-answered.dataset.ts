import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { groupFields, weighedFields } from '@isegoria/evaluations/contracts';
import { batchesOf, type Dataset, Datasets, placedRows } from '@isegoria/kernel/api';
import type { RowOf, Subject } from '@isegoria/kernel/contracts';
import type { GroupRow } from '@isegoria/statistics/contracts';
import type { Model } from 'mongoose';
import { Breakdown } from './breakdown.schema';
import { toldOf } from './breakdowns.service';
import { Choice } from '../choices/choice.schema';
import { Decision } from '../decisions/decision.schema';

type Told = NonNullable<ReturnType<typeof toldOf>> & { subject: Subject; round: number };

/** Hands the published tables of who answered in as public data: what the pages show, never what it was made from. */
@Injectable()
export class WhoAnsweredDataset implements OnModuleInit {
  constructor(
    @InjectModel(Breakdown.name) private readonly breakdowns: Model<Breakdown>,
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    private readonly datasets: Datasets,
  ) {}

  onModuleInit(): void {
    this.datasets.register({
      id: 'evaluation-groups',
      order: 51,
      title: { el: 'Ποιοι αξιολόγησαν', en: 'Who evaluated' },
      description: {
        el: 'Όσοι αξιολόγησαν κάθε απόφαση και επιλογή, ανά ηλικία, φύλο και περιοχή, δίπλα στους κατοίκους της πόλης, και τι πίστευαν. Οι πίνακες των σελίδων: καμία γραμμή δεν είναι για λιγότερα πρόσωπα από το όριο, ούτε προκύπτει από τις άλλες.',
        en: 'Who evaluated each decision and choice, by age, gender and district, beside the people of the city, and what they think. The tables of the pages: no row is of fewer persons than the threshold, and none follows from the others.',
      },
      keywords: { el: ['αξιολόγηση', 'ομάδες', 'στατιστικά'], en: ['evaluation', 'groups', 'statistics'] },
      themes: ['GOVE', 'SOCI'],
      page: '/method',
      fields: groupFields,
      key: ['subjectKind', 'subject', 'round', 'dimension', 'group', 'criterion'],
      rows: this.rowsBy(groupRows),
    });
    this.datasets.register({
      id: 'evaluation-weighed',
      order: 52,
      title: { el: 'Αξιολογήσεις σταθμισμένες στην πόλη', en: 'Evaluations weighed to the city' },
      description: {
        el: 'Η γνώμη για κάθε απόφαση και επιλογή όπως μετρήθηκε, και σταθμισμένη ώστε ηλικίες, φύλα και περιοχές να έχουν το βάρος που έχουν στην πόλη.',
        en: 'The opinion on each decision and choice as counted, and weighed so that ages, genders and districts have the weight that they have in the city.',
      },
      keywords: { el: ['αξιολόγηση', 'στάθμιση', 'στατιστικά'], en: ['evaluation', 'weighting', 'statistics'] },
      themes: ['GOVE', 'SOCI'],
      page: '/method',
      fields: weighedFields,
      key: ['subjectKind', 'subject', 'round', 'criterion'],
      rows: this.rowsBy(weighedRows),
    });
  }

  private rowsBy(rowsOf: (told: Told) => RowOf<typeof groupFields>[] | RowOf<typeof weighedFields>[]): NonNullable<Dataset['rows']> {
    return (after) => placedRows(batchesOf(this.breakdowns, { people: { $gt: 0 } }, after?.id ?? null), { idOf: ({ _id }) => _id, view: async (batch) => (await this.told(batch)).map((one) => (one ? rowsOf(one) : [])), after });
  }

  /** Of what has a page that shows it: an act that joined a choice shows the choice's. */
  private async told(batch: readonly Breakdown[]): Promise<(Told | null)[]> {
    const ids = batch.map(({ decisionId }) => decisionId);
    const [decisions, choices] = await Promise.all([
      this.decisions.find({ _id: { $in: ids }, choiceId: null }, { _id: 1 }).lean<Decision[]>().exec(),
      this.choices.find({ _id: { $in: ids } }, { _id: 1 }).lean<Choice[]>().exec(),
    ]);
    const kinds = new Map([...decisions.map(({ _id }) => [_id, 'decision'] as const), ...choices.map(({ _id }) => [_id, 'choice'] as const)]);
    return batch.map((breakdown) => {
      const { decisionId: id, round } = breakdown;
      const [kind, told] = [kinds.get(id), toldOf(breakdown)];
      return kind && told ? { ...told, subject: { kind, id }, round } : null;
    });
  }
}

const headOf = ({ subject, round, smallest, population, at }: Told) => ({ subjectKind: subject.kind, subject: subject.id, round, smallest, population: population?.id ?? null, at });

/** Of each group a row of how many answered, and one for each criterion that the table tells of. */
export function groupRows(told: Told): RowOf<typeof groupFields>[] {
  return told.tables.flatMap(({ dimension, rows }) => rows.flatMap((row) => {
    const { people, share, cityShare, opinions } = row;
    const own = { ...headOf(told), dimension, group: groupOf(row), people, share, cityShare };
    const counted = { ...own, criterion: '*', answered: null, favourable: null, favourableLow: null, favourableHigh: null };
    return [counted, ...opinions.map(({ questionId, answered, favourable: { value, low, high } }) => ({ ...own, criterion: questionId, answered, favourable: value, favourableLow: low, favourableHigh: high }))];
  }));
}

const groupOf = ({ isRest, values }: GroupRow): string => (isRest ? 'rest' : values[0] || 'unsaid');

function weighedRows(told: Told): RowOf<typeof weighedFields>[] {
  return (told.weighed?.opinions ?? []).map(({ questionId, answered, raw, weighted }) => ({
    ...headOf(told), criterion: questionId, answered,
    favourable: raw.favourable.value, favourableLow: raw.favourable.low, favourableHigh: raw.favourable.high,
    median: raw.median.value, medianLow: raw.median.low, medianHigh: raw.median.high,
    weighedFavourable: weighted.favourable.value, weighedFavourableLow: weighted.favourable.low, weighedFavourableHigh: weighted.favourable.high,
    weighedMedian: weighted.median.value, weighedMedianLow: weighted.median.low, weighedMedianHigh: weighted.median.high,
    designEffect: weighted.effect.designEffect,
  }));
}
