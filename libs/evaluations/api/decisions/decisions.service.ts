import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { adaTyped, decisionTypeLabel, mended } from '@isegoria/evaluations/contracts';
import { foundIn, Kept, pageOf, type Sort } from '@isegoria/kernel/api';
import type { Page } from '@isegoria/kernel/contracts';
import { Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Choice } from '../choices/choice.schema';
import { Decision } from './decision.schema';
import { DecisionVersion } from './decision-version.schema';
import { ballotOfDecision, decisionView, type DecisionView } from './decisions.views';
import { Evaluation } from '../evaluation.schema';

/** What a reader narrows the list by. */
export interface DecisionsWanted {
  search?: string | null;
  type?: string | null;
  unit?: string | null;
  status?: 'PUBLISHED' | 'REVOKED' | null;
  sort?: 'NEWEST' | 'MOST_EVALUATED' | null;
  first?: number | null;
  after?: string | null;
}

const ORDERS = {
  NEWEST: [['publishedAt', -1], ['_id', -1]],
  MOST_EVALUATED: [['evaluated', -1], ['_id', -1]],
} satisfies Record<string, Sort>;

const nobody = { voters: 0, counts: [] };

/** Reads decisions for everybody: the list, one page, its versions, and which one the home page asks about. */
@Injectable()
export class Decisions {
  private readonly focus = new Kept(() => this.mostEvaluated(), 2_000);
  private readonly narrowing = new Kept(() => this.countFilters(), 10_000);

  constructor(
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    @InjectModel(DecisionVersion.name) private readonly versions: Model<DecisionVersion>,
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    private readonly tallies: Tallies,
  ) {}

  async list({ sort, first, after, ...wanted }: DecisionsWanted): Promise<Page<DecisionView>> {
    const page = await pageOf<Decision>(this.decisions, { ...narrowedBy(wanted), sort: ORDERS[sort ?? 'NEWEST'], first, after });
    return { ...page, items: await this.views(page.items) };
  }

  /** The ids of those that some words find, the most evaluated first; a register number finds its act. */
  found(words: string, most: number): Promise<string[]> {
    const { filter: where, words: mendedWords } = narrowedBy({ search: words });
    return foundIn(this.decisions, mendedWords, { where, sort: { evaluated: -1, _id: -1 }, most });
  }

  async one(id: string): Promise<DecisionView | null> {
    const decision = await this.byId(id);
    return decision && ((await this.views([decision]))[0] ?? null);
  }

  byId(id: string): Promise<Decision | null> {
    return this.decisions.findById(id).lean<Decision>().exec();
  }

  byIds(ids: string[]): Promise<Decision[]> {
    return this.decisions.find({ _id: { $in: ids } }).lean<Decision[]>().exec();
  }

  inFocus(): Promise<DecisionView | null> {
    return this.focus.get();
  }

  filters() {
    return this.narrowing.get();
  }

  /** The acts of choices, newest first. */
  ofChoices(choiceIds: string[]): Promise<Decision[]> {
    return this.decisions.find({ choiceId: { $in: choiceIds } }).sort({ publishedAt: -1 }).limit(2000).lean<Decision[]>().exec();
  }

  async versionsOf(decisionId: string) {
    const [log, counts] = await Promise.all([
      this.versions.find({ decisionId }).sort({ at: 1, _id: 1 }).limit(100).lean<DecisionVersion[]>().exec(),
      this.evaluations.aggregate<{ _id: string; count: number }>([{ $match: { decisionId: { $eq: decisionId } } }, { $group: { _id: '$versionId', count: { $sum: 1 } } }]).exec(),
    ]);
    const made = new Map(counts.map(({ _id, count }) => [_id, count]));
    // A revocation may keep the version's number, and nobody evaluates what is revoked.
    return log.map(({ versionId, correctedVersionId, subject, status, at }) => ({ versionId, correctedVersionId, subject, status, at, evaluations: status === 'REVOKED' ? 0 : (made.get(versionId) ?? 0) }));
  }

  /** The most evaluated ones that stand alone, for the council. */
  async leading(count: number): Promise<DecisionView[]> {
    const found = await this.decisions.find({ choiceId: null, evaluated: { $gt: 0 } }).sort({ evaluated: -1, _id: -1 }).limit(count).lean<Decision[]>().exec();
    return this.views(found);
  }

  async views(decisions: Decision[]): Promise<DecisionView[]> {
    const choiceIds = [...new Set(decisions.flatMap(({ choiceId }) => choiceId ?? []))];
    const [tallies, choices] = await Promise.all([
      this.tallies.of([...new Set(decisions.map(ballotOfDecision))]),
      choiceIds.length > 0 ? this.choices.find({ _id: { $in: choiceIds } }, { title: 1 }).lean<Choice[]>().exec() : [],
    ]);
    const byId = new Map(choices.map((choice) => [choice._id, choice]));
    return decisions.map((decision) => decisionView(decision, tallies.get(ballotOfDecision(decision)) ?? nobody, byId.get(decision.choiceId ?? '') ?? null));
  }

  private async mostEvaluated(): Promise<DecisionView | null> {
    const decision = await this.decisions.findOne({ choiceId: null, status: 'PUBLISHED' }).sort({ evaluated: -1, _id: -1 }).lean<Decision>().exec();
    return decision && ((await this.views([decision]))[0] ?? null);
  }

  private async countFilters() {
    const [types, units] = await Promise.all([this.countBy('typeCode'), this.countBy('unitId')]);
    return {
      types: types.map(({ _id, count }) => ({ id: _id, label: decisionTypeLabel(_id), count })),
      units: units.map(({ _id, count, name }) => ({ id: _id, label: name ?? { el: `Μονάδα ${_id}`, en: `Unit ${_id}` }, count })),
    };
  }

  /** The values of a field by how many acts have them, with the unit's name where one of those acts says it. */
  private countBy(field: 'typeCode' | 'unitId'): Promise<{ _id: string; count: number; name: Decision['unitName'] }[]> {
    const counted = { _id: `$${field}`, count: { $sum: 1 }, name: { $max: '$unitName' } };
    return this.decisions.aggregate([{ $match: { [field]: { $ne: null } } }, { $group: counted }, { $sort: { count: -1, _id: 1 } }, { $limit: 100 }]).exec();
  }
}

/** A register number finds its act; other words find the acts that hold all of them. */
function narrowedBy({ search, type, unit, status }: Pick<DecisionsWanted, 'search' | 'type' | 'unit' | 'status'>): { filter: Record<string, unknown>; words: string } {
  const filter: Record<string, unknown> = {};
  if (type) filter['typeCode'] = type;
  if (unit) filter['unitId'] = unit;
  if (status) filter['status'] = status;
  const text = (search ?? '').slice(0, 200);
  const ada = adaTyped(text);
  // Mended word by word, for a space at the end says that the last one is whole.
  return ada ? { filter: { ...filter, ada }, words: '' } : { filter, words: text.replace(/\S+/g, (word) => mended(word)) };
}
