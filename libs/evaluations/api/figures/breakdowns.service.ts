import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { EvaluationRound } from '@isegoria/evaluations/contracts';
import { anyDate, Clock, eachLeft } from '@isegoria/kernel/api';
import { Populations, statisticsEnv } from '@isegoria/statistics/api';
import { cellKey, cellsOf, crowdsSince, type GroupedAnswer, groupOf, mayFollow, type Publication, whoAnswered } from '@isegoria/statistics/contracts';
import { Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Breakdown, type PublishedCell } from './breakdown.schema';
import { CutOff } from './cut-off';
import { Evaluation } from '../evaluation.schema';
import { ballotOf, type Weighed } from './weighing.rules';
import { Weighing } from './weighing.service';

/** The first of the two best steps, counted from 0. */
const FAVOURABLE_FROM = 3;
/** What stands beside the log of votes is written a moment after the log. */
const SETTLED_MS = 1_000;
const PATIENCE_MS = 60_000;
/** So many are looked through at once for those that stand. */
const PAGE = 50;

type Answered = GroupedAnswer & { seq: number };

/** Who evaluated what: published, and published again only when nobody can be told from the difference. */
@Injectable()
export class Breakdowns {
  constructor(
    @InjectModel(Breakdown.name) private readonly breakdowns: Model<Breakdown>,
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    private readonly weighing: Weighing,
    private readonly populations: Populations,
    private readonly tallies: Tallies,
    private readonly cutOff: CutOff,
    private readonly clock: Clock,
  ) {}

  async whoAnswered(decisionId: string, round: EvaluationRound) {
    const found = await this.breakdowns.findById(keyOf(decisionId, round), { cells: 0, partitions: 0 }).lean<Breakdown>().exec();
    return found && toldOf(found);
  }

  /** Those of which most people are told, for the council: of choices that were split, and of acts that are weighed in a choice now, only their own pages tell. */
  async leading(count: number): Promise<Breakdown[]> {
    const leading: Breakdown[] = [];
    for (let read = 0; leading.length < count; read += PAGE) {
      const some = await this.breakdowns.find({ people: { $gt: 0 } }, { cells: 0, partitions: 0 }).sort({ people: -1, _id: 1 }).skip(read).limit(PAGE).lean<Breakdown[]>().exec();
      const standing = await this.weighing.standing(some.map(({ decisionId }) => decisionId));
      leading.push(...some.filter(({ decisionId }) => standing.has(decisionId)));
      if (some.length < PAGE) break;
    }
    return leading.slice(0, count);
  }

  /** Says that one has to be looked at. */
  async due(decisionId: string, round: EvaluationRound): Promise<void> {
    await this.breakdowns.updateOne({ _id: keyOf(decisionId, round) }, { $set: { dueAt: this.clock.now() }, $setOnInsert: { decisionId, round, people: 0 } }, { upsert: true }).exec();
  }

  /** Whether it still has to be looked at: where not, the page tells of all who came, as far as it may. */
  async isDue(decisionId: string, round: EvaluationRound): Promise<boolean> {
    return (await this.breakdowns.exists({ _id: keyOf(decisionId, round), dueAt: { $gt: anyDate } })) !== null;
  }

  /** The same of all, when the city's people were counted anew. */
  async allDue(): Promise<void> {
    await this.breakdowns.updateMany({}, { $set: { dueAt: this.clock.now() } }).exec();
  }

  /** Publishes what is due and may be published. One process at a time does so. */
  async publishDue(): Promise<void> {
    const settled = new Date(this.clock.now().getTime() - SETTLED_MS);
    const due = await this.breakdowns.find({ dueAt: { $gt: anyDate, $lte: settled } }).sort({ dueAt: 1 }).limit(200).lean<Breakdown[]>().exec();
    await eachLeft('breakdowns', due, (one) => this.publish(one));
  }

  private async publish(before: Breakdown): Promise<void> {
    const { _id, decisionId, round, dueAt } = before;
    const weighed = await this.weighing.find(decisionId);
    const coming = weighed ? await this.stillComing(weighed, before) : 0;
    const answers = await this.answers(before);
    const renewed = weighed && coming < answers.length / 10 ? await this.renewed(before, weighed, answers) : null;
    // It was compared with what stood then: where another process has published meanwhile, it is compared anew in the next round.
    if (renewed && (await this.breakdowns.updateOne({ _id, at: before.at, people: before.people }, { $set: renewed }).exec()).matchedCount === 0) return;
    // What came meanwhile has said so anew, and stays due.
    if (coming === 0) await this.breakdowns.updateOne({ _id, decisionId, round, dueAt }, { $set: { dueAt: null } }).exec();
  }

  /** By how many the log's count and what stands beside it differ. Who is not there after a minute was cut off by a crash, and is not waited for. */
  private async stillComing({ subject, ...weighed }: Weighed, { decisionId, round, dueAt }: Breakdown): Promise<number> {
    const ballotId = ballotOf(subject, round);
    const here = await this.evaluations.countDocuments({ decisionId, round }).exec();
    const coming = Math.abs(((await this.tallies.of([ballotId])).get(ballotId)?.voters ?? 0) - here);
    if (coming === 0 || this.clock.now().getTime() - (dueAt?.getTime() ?? 0) < PATIENCE_MS) return coming;
    await this.cutOff.straighten({ subject, ...weighed }, round);
    return 0;
  }

  /** What is to be told now; null where that may not be, or is what is told already. */
  private async renewed(before: Breakdown, weighed: Weighed, answers: readonly Answered[]): Promise<Partial<Breakdown> | null> {
    const population = await this.populations.current();
    const { SMALLEST_GROUP: smallest } = statisticsEnv;
    const questions = weighed.criteria.map(({ id }) => id);
    const { told, publication } = whoAnswered(cellsOf(answers, questions), population, { questions, favourableFrom: FAVOURABLE_FROM, smallest });
    if (told.people < smallest || !mayBeTold(before, publication, answers, population?._id ?? null, smallest)) return null;
    return {
      told, smallest, at: this.clock.now(), people: told.people, title: weighed.title, path: weighed.path,
      seq: Math.max(...answers.map(({ seq }) => seq)),
      criteria: weighed.criteria.map(({ id, label }) => ({ id, label })),
      population: population && { id: population._id, source: population.source, asOf: population.asOf },
      partitions: publication.partitions,
      cells: cellsOf(answers, []).map(({ counts: _, ...cell }) => ({ ...cell, weight: publication.weights?.[cellKey(cell)] ?? null })),
    };
  }

  private async answers({ decisionId, round }: Breakdown): Promise<Answered[]> {
    const answers: Answered[] = [];
    const found = this.evaluations.find({ decisionId, round }, { group: 1, answers: 1, seq: 1 }).lean<Evaluation[]>().cursor({ batchSize: 2000 });
    for await (const { group, answers: given, seq } of found) {
      if (given && Object.keys(given).length > 0) answers.push({ group: groupOf(group ?? {}), answers: given, seq: seq ?? 0 });
    }
    return answers;
  }
}

/** What is told of a breakdown, on pages and in files; null before its first publication. */
export function toldOf({ told, at, smallest, population }: Breakdown) {
  return told && at ? { ...told, at, smallest, population } : null;
}

/** Whether something is new, and nobody stands out by it. */
function mayBeTold(before: Breakdown, next: Publication, answers: readonly Answered[], populationId: string | null, smallest: number): boolean {
  const { cells, partitions, seq } = before;
  if (!cells || !partitions || seq === null) return true;
  const [stayed, came] = [answers.filter((one) => one.seq <= seq), answers.filter((one) => one.seq > seq)].map((some) => cellsOf(some, []));
  const crowds = crowdsSince(cells, stayed ?? [], came ?? []);
  const isNew = crowds.some(({ part }) => part === 'since') || populationId !== (before.population?.id ?? null);
  return isNew && mayFollow({ partitions, weights: weightsOf(cells) }, next, crowds, smallest);
}

function weightsOf(cells: readonly PublishedCell[]): Record<string, number> | null {
  return cells.some(({ weight }) => weight !== null) ? Object.fromEntries(cells.map((cell) => [cellKey(cell), cell.weight ?? 0])) : null;
}

const keyOf = (decisionId: string, round: EvaluationRound): string => `${decisionId}/${round}`;
