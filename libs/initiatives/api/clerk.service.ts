import { Injectable } from '@nestjs/common';
import { adaTyped, idOfAda } from '@isegoria/evaluations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import {
  type AnswerInitiativeInput, answerInitiativeInput, type DecideInitiativeInput, decisionInput, type InitiativeResult, type MutationVerifyInitiativeArgs, verifyInput,
} from '@isegoria/initiatives/contracts';
import { Clock, plain, Subjects, unheard } from '@isegoria/kernel/api';
import { afterDays, type FieldProblem, problemsOf } from '@isegoria/kernel/contracts';
import { Ballots } from '@isegoria/votes/api';
import { ActsOfPower } from './told/acts-of-power';
import { ballotOf } from './signing/initiative-ballot';
import { InitiativeViews } from './initiative-views';
import type { Initiative } from './initiative.schema';
import { isPromoter, totalOf } from './initiatives.rules';
import { Moves } from './moves';
import { invalid, noInitiative, refuse } from './refusals';

type Answer = NonNullable<Initiative['answer']>;

/** What the city does with an initiative: admits it or not, says how many signatures are valid, writes down what the council answered. Nobody decides on their own. */
@Injectable()
export class Clerk {
  constructor(
    private readonly moves: Moves,
    private readonly views: InitiativeViews,
    private readonly acts: ActsOfPower,
    private readonly ballots: Ballots,
    private readonly subjects: Subjects,
    private readonly clock: Clock,
  ) {}

  async decide(clerk: Citizen, input: DecideInitiativeInput): Promise<InitiativeResult> {
    const before = await this.sent(input.id);
    if (!before) return noInitiative;
    if (isPromoter(before, clerk)) return refuse('own');
    if (before.stage !== 'submitted') return refuse('decided');
    const problems = problemsOf(decisionInput, input);
    if (problems.length > 0) return invalid(problems);
    const moved = await (input.admit ? this.admit(before) : this.refuse(before, input));
    return moved ? this.saved(moved, clerk) : this.decide(clerk, input);
  }

  async verify(clerk: Citizen, { id, valid, note }: MutationVerifyInitiativeArgs): Promise<InitiativeResult> {
    const before = await this.sent(id);
    if (!before) return noInitiative;
    if (isPromoter(before, clerk)) return refuse('own');
    if (before.stage !== 'handedIn') return refuse('decided');
    const of = totalOf(before);
    const problems = problemsOf(verifyInput, { valid, note });
    if (valid > of) problems.push({ field: 'valid', code: 'too_big', limit: of });
    if (problems.length > 0) return invalid(problems);
    const { _id, title, asks: { needed }, sitting } = before;
    const at = this.clock.now();
    const isEnough = valid >= needed;
    const told = isEnough ? unheard('initiative.verified', { id: _id, title, valid, of, at }) : unheard('initiative.fell-short', { id: _id, title, signatures: valid, needed, at });
    const reached = sitting ? 'scheduled' : 'verified';
    const moved = await this.moves.make(before, { to: isEnough ? reached : 'short', set: { check: { valid, of, note: plain(note), at } }, told });
    return moved ? this.saved(moved, clerk) : this.verify(clerk, { id, valid, note });
  }

  /** Said again, it corrects the words or the act; people are told the first time, and the ledger has a line for each. */
  async answer(clerk: Citizen, input: AnswerInitiativeInput): Promise<InitiativeResult> {
    const before = await this.sent(input.id);
    if (!before) return noInitiative;
    if (isPromoter(before, clerk)) return refuse('own');
    if (!['verified', 'scheduled', 'answered'].includes(before.stage)) return refuse('not_verified');
    const answer = await this.answerOf(input, before.answer?.at ?? this.clock.now());
    if (Array.isArray(answer)) return invalid(answer);
    const told = before.answer ? undefined : unheard('initiative.answered', { id: before._id, title: before.title, outcome: answer.outcome, at: answer.at });
    const moved = await this.moves.make(before, { to: 'answered', set: { answer }, told });
    if (!moved) return this.answer(clerk, input);
    await this.acts.record(moved._id);
    return this.saved(moved, clerk);
  }

  private async admit(before: Initiative): Promise<Initiative | null> {
    const { _id: id, title, asks: { days, needed } } = before;
    const at = this.clock.now();
    const closesAt = afterDays(at, days);
    const told = unheard('initiative.opened', { id, title, closesAt, needed, at });
    const moved = await this.moves.make(before, { to: 'collecting', set: { opensAt: at, closesAt, endsAt: closesAt }, told });
    if (moved) await this.ballots.open(ballotOf(moved));
    return moved;
  }

  private refuse(before: Initiative, { grounds, words }: DecideInitiativeInput): Promise<Initiative | null> {
    const { _id: id, title, digest } = before;
    const at = this.clock.now();
    const refusal = { grounds: [...new Set(grounds)], words: plain(words), at, digest: digest ?? '' };
    return this.moves.make(before, { to: 'refused', push: { refusals: refusal }, told: unheard('initiative.refused', { id, title, at }) });
  }

  /** The answer as it will be shown, or what is wrong. An act of this site's register is linked here. */
  private async answerOf(input: AnswerInitiativeInput, at: Date): Promise<Answer | FieldProblem[]> {
    const problems = problemsOf(answerInitiativeInput, input);
    const ada = input.ada?.trim() ? adaTyped(input.ada) : null;
    if (input.ada?.trim() && !ada) problems.push({ field: 'ada', code: 'invalid', limit: null });
    if (problems.length > 0) return problems;
    const card = ada ? await this.subjects.card({ kind: 'decision', id: idOfAda(ada) }) : null;
    return { outcome: input.outcome, text: plain(input.text), ada, url: card?.isPublic ? card.path : (input.url?.trim() ?? ''), at };
  }

  /** What is still its promoters' own is nobody's here. */
  private async sent(id: string): Promise<Initiative | null> {
    const found = await this.moves.find(id);
    return found && found.stage !== 'draft' && found.stage !== 'promoters' ? found : null;
  }

  private async saved(initiative: Initiative, clerk: Citizen): Promise<InitiativeResult> {
    return { __typename: 'InitiativeSaved', initiative: await this.views.one(initiative, clerk) };
  }
}
