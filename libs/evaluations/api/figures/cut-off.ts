import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { EvaluationRound } from '@isegoria/evaluations/contracts';
import { Clock } from '@isegoria/kernel/api';
import { Papers, Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Evaluation } from '../evaluation.schema';
import { ballotOf, type Weighed } from './weighing.rules';

const dayMs = 86_400_000;

/**
 * A process that dies between the log of votes and what stands beside it leaves a vote that counts and is in no breakdown. Whose it was, nobody
 * looks for: the count tells what is on it, and that is put beside the log as the answer of somebody who said nothing of themselves. Once the
 * person evaluates again, their own takes its place (decisions/008).
 */
@Injectable()
export class CutOff {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    private readonly papers: Papers,
    private readonly tallies: Tallies,
    private readonly clock: Clock,
  ) {}

  /** As many of them as the count has votes more than there are evaluations of people, and no more. May run twice. */
  async straighten({ subject, versionId }: Weighed, round: EvaluationRound): Promise<void> {
    const ballotId = ballotOf(subject, round);
    const of = { decisionId: subject.id, round };
    const [votes, people, tallies] = await Promise.all([
      this.papers.counting(ballotId),
      this.evaluations.find({ ...of, isCutOff: { $ne: true } }, { answers: 1 }).lean<Pick<Evaluation, 'answers'>[]>().exec(),
      this.tallies.fresh([ballotId]),
    ]);
    const given = votes.map((answers) => Object.fromEntries(answers.map(({ questionId, optionId }) => [questionId, optionId])));
    const missing = without(given, people.map(({ answers }) => answers ?? {})).slice(0, Math.max(0, votes.length - people.length));
    const ids = missing.map(({ key, at }) => `${ballotId} ${at} ${key}`);
    await this.evaluations.deleteMany({ ...of, isCutOff: true, _id: { $nin: ids } }).exec();
    const group = { ageBand: null, districtId: null, gender: null };
    const day = new Date(Math.floor(this.clock.now().getTime() / dayMs) * dayMs);
    const nobody = { ...of, versionId, at: day, seq: tallies.get(ballotId)?.seq ?? 0, concern: { concerns: 'unsaid' as const, how: [] }, group, isCutOff: true };
    const writes = missing.map(({ answers }, at) => ({ updateOne: { filter: { _id: ids[at] ?? '' }, update: { $setOnInsert: { ...nobody, answers } }, upsert: true } }));
    if (writes.length > 0) await this.evaluations.bulkWrite(writes, { ordered: false });
  }
}

type Answers = Record<string, string>;

/** What is on the votes and not on the evaluations, each as often as it is there more often. */
function without(votes: readonly Answers[], evaluations: readonly Answers[]): { key: string; at: number; answers: Answers }[] {
  const kept = new Map<string, number>();
  for (const answers of evaluations) kept.set(keyOf(answers), (kept.get(keyOf(answers)) ?? 0) + 1);
  return votes.flatMap((answers) => {
    const key = keyOf(answers);
    const at = (kept.get(key) ?? 0) - 1;
    kept.set(key, at);
    return at < 0 ? [{ key, at: -at, answers }] : [];
  });
}

const keyOf = (answers: Answers): string => JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));
