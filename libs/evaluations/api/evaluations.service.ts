import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import {
  besidesSchema, byCriterion, type Concern, type EvaluateResult, type EvaluationRound, evaluationSchema, type MutationEvaluateArgs, type MyEvaluation,
} from '@isegoria/evaluations/contracts';
import { ageBandOf, type Citizen } from '@isegoria/identity/contracts';
import { Clock, plain, unlessThere, withoutHtml } from '@isegoria/kernel/api';
import { cityDay, cityYear, problemsOf } from '@isegoria/kernel/contracts';
import { Follows } from '@isegoria/notifications/api';
import { rememberedNonces, type SeededVote, Votes } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Changes } from './decisions/changes.service';
import { Evaluation } from './evaluation.schema';
import { evaluationKey } from './person-key';
import { ballotOf, openRound, type Weighed } from './figures/weighing.rules';
import { Weighing } from './figures/weighing.service';

const unsaid: Concern = { concerns: 'unsaid', how: [] };

/** An evaluation of the demo city: the vote, and what stands beside it. */
export interface SeededEvaluation extends SeededVote {
  weighed: Weighed;
  round: EvaluationRound;
  concern: Concern;
  change: string | null;
  at: Date;
}

/** A citizen weighs an act or a choice: first the log of votes, then the same once more without a name (decisions/003), then the answer. */
@Injectable()
export class Evaluations {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    private readonly weighing: Weighing,
    private readonly changes: Changes,
    private readonly follows: Follows,
    private readonly votes: Votes,
    private readonly clock: Clock,
  ) {}

  async evaluate(citizen: Citizen, { decisionId, versionId, answers, nonce, ...besides }: MutationEvaluateArgs): Promise<EvaluateResult> {
    const weighed = await this.weighing.find(decisionId);
    const open = weighed && openRound(weighed);
    const round = roundOf(besides.round);
    if (!weighed || !open || round > open) return { __typename: 'NotFound', reason: 'decision' };
    if (weighed.versionId !== versionId) return { __typename: 'DecisionChanged', versionId: weighed.versionId };
    const closedAt = await this.weighing.closedSince();
    if (closedAt) return { __typename: 'BallotClosed', closedAt };
    const given = byCriterion(answers);
    const concern = concernOf(besides.concern);
    const change = withoutHtml(plain(besides.change ?? '')).trim();
    const problems = [...problemsOf(evaluationSchema(weighed.criteria.map(({ id }) => id)), given), ...problemsOf(besidesSchema, { concern, change })];
    if (problems.length > 0) return { __typename: 'Invalid', problems };

    const wanted = weighed.criteria.map(({ id }) => ({ questionId: id, optionId: given[id] ?? '' }));
    const cast = await this.votes.cast(citizen, { ballotId: ballotOf(weighed.subject, round), answers: wanted, nonce });
    if (cast.__typename === 'BallotUnknown') return { __typename: 'NotFound', reason: 'decision' };
    if (cast.__typename !== 'VoteCast') return cast;
    const changed = await this.keep(citizen, weighed, round, { versionId, answers: given, concern, change: change || null, seq: cast.seq }, pressOf(nonce, given));
    if (besides.follow !== false) await this.follows.follow(citizen.id, weighed.subject, 'evaluation');
    const { ballotId, leaf, promise } = cast;
    return { __typename: 'Evaluated', changed, ballotId, leaf, promise, answers: wanted.map(({ questionId, optionId }) => ({ criterionId: questionId, optionId })) };
  }

  /** The citizen's own evaluation of an act or a choice in a round. */
  async mine({ personId }: Citizen, decisionId: string, wanted: number | null | undefined): Promise<MyEvaluation | null> {
    const found = await this.evaluations.findById(evaluationKey(personId, decisionId, roundOf(wanted))).lean<Evaluation>().exec();
    if (!found?.answers) return null;
    const { answers, versionId, at, concern, change, changeState, changeReason } = found;
    return { versionId, at, concern, change, changeState, changeReason, answers: Object.entries(answers).map(([criterionId, optionId]) => ({ criterionId, optionId })) };
  }

  /** Many at once, counted when it resolves, as the demo city's people answered; nobody is told and nobody follows. */
  async seedMany(seeded: readonly SeededEvaluation[]): Promise<void> {
    const results = await this.votes.castMany(seeded.map(({ citizen, ballotId, answers, nonce }) => ({ citizen, ballotId, answers, nonce })));
    const writes = seeded.flatMap(({ citizen, weighed, round, answers, concern, change, at }, index) => {
      const cast = results[index];
      if (cast?.__typename !== 'VoteCast') return [];
      const given = Object.fromEntries(answers.map(({ questionId, optionId }) => [questionId, optionId]));
      const said = { versionId: weighed.versionId, answers: given, concern, change, seq: cast.seq };
      const fields = { ...this.document(citizen, weighed, round, said, at), ...this.changes.asSeeded(change, cast.receipt) };
      return [{ updateOne: { filter: { _id: evaluationKey(citizen.personId, weighed.subject.id, round) }, update: { $set: fields }, upsert: true } }];
    });
    for (let from = 0; from < writes.length; from += 1000) await this.evaluations.bulkWrite(writes.slice(from, from + 1000), { ordered: false });
  }

  /** Whether the person had evaluated before. An older cast that comes late leaves the newer one as it is, and so does an older press that comes again. */
  private async keep(citizen: Citizen, weighed: Weighed, round: EvaluationRound, said: Said, press: string): Promise<boolean> {
    const _id = evaluationKey(citizen.personId, weighed.subject.id, round);
    const before = await this.evaluations.findById(_id).lean<Evaluation>().exec();
    const known = before?.presses ?? [];
    if (known.includes(press) && known.at(-1) !== press) return true;
    const change = await this.changes.next(before, said.change);
    const fields = { ...this.document(citizen, weighed, round, said, this.clock.now()), ...change };
    const notNewer = { _id, $or: [{ seq: { $exists: false } }, { seq: { $lte: said.seq } }] };
    const presses = [...known.filter((one) => one !== press), press].slice(-rememberedNonces);
    const write = this.evaluations.findOneAndUpdate(notNewer, { $set: { ...fields, presses } }, { upsert: true, returnDocument: 'before' });
    // Null is a first evaluation; nothing at all is one that came too late, whose words are nobody's.
    const former = await write.lean<Evaluation>().exec().catch(unlessThere);
    if (former !== undefined) await this.changes.submit(former, { ...change, change: said.change }, weighed);
    return before !== null || former !== null;
  }

  private document(citizen: Citizen, { subject }: Weighed, round: EvaluationRound, said: Said, at: Date): Omit<Evaluation, '_id' | 'changeItem' | 'changeState' | 'changeReason'> {
    const { birthYear = null, districtId, gender = null } = citizen;
    const group = { ageBand: ageBandOf(birthYear, cityYear(at)), districtId, gender };
    return { decisionId: subject.id, round, ...said, at: new Date(`${cityDay(at)}T00:00:00Z`), group };
  }
}

/** Two presses are one when a page sends the same again: that is what the count goes by too (votes/decisions/007). */
const pressOf = (nonce: string, answers: Record<string, string>): string => createHash('sha256').update(JSON.stringify([nonce, Object.entries(answers).sort()])).digest('base64url').slice(0, 16);

type Said = Pick<Evaluation, 'versionId' | 'answers' | 'concern' | 'change' | 'seq'>;

const roundOf = (round: number | null | undefined): EvaluationRound => (round === 2 ? 2 : 1);

/** How it concerns somebody is asked only of whom it does. */
function concernOf(given: MutationEvaluateArgs['concern']): Concern {
  if (!given) return unsaid;
  const concerns = given.concerns as Concern['concerns'];
  return { concerns, how: concerns === 'yes' ? [...new Set(given.how)] : [] };
}
