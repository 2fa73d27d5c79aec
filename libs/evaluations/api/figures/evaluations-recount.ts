import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type EvaluationRound, type OptionCount } from '@isegoria/evaluations/contracts';
import { Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Choice } from '../choices/choice.schema';
import { Evaluation } from '../evaluation.schema';
import { ballotOf } from './weighing.rules';

/** A round of which the evaluations and the ballot say different things. */
export interface RoundDisagreement {
  ballotId: string;
  kept: string;
  counted: string;
}

/** Counts what is kept beside the log, round by round, and compares it with the ballots' tallies: breakdowns must add up to what everybody sees. */
@Injectable()
export class EvaluationsRecount {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    private readonly tallies: Tallies,
  ) {}

  /** The rounds that disagree; empty when all is well. Rounds from before answers were kept here are passed over. */
  async disagreements(): Promise<RoundDisagreement[]> {
    const isChoice = new Set((await this.choices.find({}, { _id: 1 }).lean<Choice[]>().exec()).map(({ _id }) => _id));
    const rounds = new Map<string, Kept>();
    for await (const { decisionId, round, answers } of this.evaluations.find({ answers: { $exists: true } }, { decisionId: 1, round: 1, answers: 1 }).lean<Evaluation[]>().cursor()) {
      const ballotId = ballotOf({ kind: isChoice.has(decisionId) ? 'choice' : 'decision', id: decisionId }, round satisfies EvaluationRound);
      rounds.set(ballotId, added(rounds.get(ballotId), answers));
    }
    const tallies = await this.tallies.fresh([...rounds.keys()]);
    return [...rounds].flatMap(([ballotId, { voters, counts }]) => {
      const kept = written(voters, [...counts].map(([key, count]) => [key, count]));
      const tally = tallies.get(ballotId);
      const counted = written(tally?.voters ?? 0, (tally?.counts ?? []).map(keyed));
      return kept === counted ? [] : [{ ballotId, kept, counted }];
    });
  }
}

interface Kept {
  voters: number;
  counts: Map<string, number>;
}

function added({ voters, counts }: Kept = { voters: 0, counts: new Map() }, answers: Record<string, string>): Kept {
  for (const [criterionId, optionId] of Object.entries(answers)) counts.set(`${criterionId} ${optionId}`, (counts.get(`${criterionId} ${optionId}`) ?? 0) + 1);
  return { voters: voters + 1, counts };
}

const keyed = ({ questionId, optionId, count }: OptionCount): [string, number] => [`${questionId} ${optionId}`, count];

const written = (voters: number, counts: [string, number][]): string => JSON.stringify([voters, counts.filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1))]);
