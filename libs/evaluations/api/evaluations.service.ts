import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { byCriterion, evaluationSchema, type EvaluateResult, type MutationEvaluateArgs, type MyEvaluation } from '@isegoria/evaluations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, secretFor } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Decisions } from './decisions.service';
import { ballotOf, leadOf } from './decisions.views';
import { Evaluation } from './evaluation.schema';

/** A citizen weighs a decision. The answers go into the log of votes; here stays which version of the act they saw. */
@Injectable()
export class Evaluations {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    private readonly decisions: Decisions,
    private readonly votes: Votes,
    private readonly clock: Clock,
  ) {}

  async evaluate(citizen: Citizen, { decisionId, versionId, answers, nonce }: MutationEvaluateArgs): Promise<EvaluateResult> {
    const decision = await this.decisions.byId(decisionId);
    if (!decision || decision.leadId) return { __typename: 'NotFound', reason: 'decision' };
    if (decision.versionId !== versionId) return this.changed(decisionId);
    const given = byCriterion(answers);
    const problems = problemsOf(evaluationSchema(decision.criteria.map(({ id }) => id)), given);
    if (problems.length > 0) return { __typename: 'Invalid', problems };

    const wanted = decision.criteria.map(({ id }) => ({ questionId: id, optionId: given[id] ?? '' }));
    const cast = await this.votes.cast(citizen, { ballotId: ballotOf(decisionId), answers: wanted, nonce });
    if (cast.__typename === 'BallotUnknown') return { __typename: 'NotFound', reason: 'decision' };
    if (cast.__typename !== 'VoteCast') return cast;
    const changed = await this.remember(citizen, decisionId, versionId);
    return { __typename: 'Evaluated', changed, answers: wanted.map(({ questionId, optionId }) => ({ criterionId: questionId, optionId })) };
  }

  /** The citizen's own evaluation, whichever act of a group they look at. */
  async mine(citizen: Citizen, decisionId: string): Promise<MyEvaluation | null> {
    const decision = await this.decisions.byId(decisionId);
    if (!decision) return null;
    const lead = leadOf(decision);
    const [mine] = await this.votes.of(citizen, [ballotOf(lead)]);
    if (!mine || mine.answers.length === 0) return null;
    const seen = await this.evaluations.findById(keyOf(citizen, lead)).lean<Evaluation>().exec();
    return {
      answers: mine.answers.map(({ questionId, optionId }) => ({ criterionId: questionId, optionId })),
      versionId: seen?.versionId ?? decision.versionId,
      at: seen?.at ?? this.clock.now(),
    };
  }

  private async changed(decisionId: string): Promise<EvaluateResult> {
    const decision = await this.decisions.one(decisionId);
    return decision ? { __typename: 'DecisionChanged', decision } : { __typename: 'NotFound', reason: 'decision' };
  }

  /** Whether the person had evaluated before. */
  private async remember(citizen: Citizen, decisionId: string, versionId: string): Promise<boolean> {
    const seen = { decisionId, versionId, at: this.clock.now() };
    const before = await this.evaluations.findOneAndUpdate({ _id: keyOf(citizen, decisionId) }, { $set: seen }, { upsert: true, returnDocument: 'before' }).lean<Evaluation>().exec();
    return before !== null;
  }
}

/** An evaluation is secret: the key is the same for a person at every time, and tells nobody who they are. */
function keyOf({ personId }: Citizen, decisionId: string): string {
  return createHmac('sha256', secretFor('evaluations')).update(`${decisionId} ${personId}`).digest('base64url');
}
