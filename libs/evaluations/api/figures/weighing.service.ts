import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type EvaluationRound, opinionOf, type DeclareDeliveredResult, type Weighing as WeighingView } from '@isegoria/evaluations/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, eachLeft, idsOfKind, Jobs, Unheard, unheard, type UnheardEvent } from '@isegoria/kernel/api';
import { type Subject, subjectKey } from '@isegoria/kernel/contracts';
import { Processes } from '@isegoria/processes/api';
import { type PhaseSettings, usualEvaluation } from '@isegoria/processes/contracts';
import { Ballots, Tallies } from '@isegoria/votes/api';
import type { Model } from 'mongoose';
import { Choice } from '../choices/choice.schema';
import { Decision } from '../decisions/decision.schema';
import { Settling } from '../settling.service';
import { ballotOf, openRound, refusalToDeliver, type Weighed, weighedChoice, weighedDecision } from './weighing.rules';

const dayMs = 86_400_000;
const lookMs = 60_000;
const nobody = { voters: 0, counts: [] };

/** How acts and choices are weighed: what stands now, in which rounds, and when the second one opens. */
@Injectable()
export class Weighing implements OnModuleInit {
  constructor(
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(Choice.name) private readonly choices: Model<Choice>,
    private readonly ballots: Ballots,
    private readonly tallies: Tallies,
    private readonly processes: Processes,
    private readonly settling: Settling,
    private readonly jobs: Jobs,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('evaluations.rounds', lookMs, () => this.openDueRounds());
    for (const model of [this.decisions, this.choices]) this.unheard.watch(model);
  }

  /** The act that stands alone, or the choice, of this id; null where there is none. An act of a choice is weighed there. */
  async find(id: string): Promise<Weighed | null> {
    const choice = await this.choices.findById(String(id)).lean<Choice>().exec();
    if (choice) return weighedChoice(choice, await this.decisions.find({ choiceId: choice._id }, { versionId: 1, status: 1 }).lean<Decision[]>().exec());
    const decision = await this.decisions.findById(String(id)).lean<Decision>().exec();
    return decision && !decision.choiceId ? weighedDecision(decision) : null;
  }

  /** Many choices as something weighed, in their order. */
  async ofChoices(choices: readonly Choice[]): Promise<Weighed[]> {
    const acts = await this.decisions.find({ choiceId: { $in: choices.map(({ _id }) => _id) } }, { choiceId: 1, versionId: 1, status: 1 }).lean<Decision[]>().exec();
    const byChoice = new Map<string, Decision[]>();
    for (const act of acts) if (act.choiceId) byChoice.set(act.choiceId, [...(byChoice.get(act.choiceId) ?? []), act]);
    return choices.map((choice) => weighedChoice(choice, byChoice.get(choice._id) ?? []));
  }

  /** What these acts and choices are, by their keys: an act of a choice too, though it is weighed there. */
  async named(subjects: readonly Subject[]): Promise<Map<string, Weighed>> {
    const [decisions, choices] = await Promise.all([
      this.decisions.find({ _id: { $in: idsOfKind(subjects, 'decision') } }).lean<Decision[]>().exec(),
      this.choices.find({ _id: { $in: idsOfKind(subjects, 'choice') } }).lean<Choice[]>().exec(),
    ]);
    return new Map([...decisions.map(weighedDecision), ...(await this.ofChoices(choices))].map((weighed) => [subjectKey(weighed.subject), weighed]));
  }

  /** Of these ids the choices that were not split and the acts that are weighed by themselves. */
  async standing(ids: string[]): Promise<Set<string>> {
    const [choices, decisions] = await Promise.all([
      this.choices.find({ _id: { $in: ids }, dissolvedAt: null }, { _id: 1 }).lean<Choice[]>().exec(),
      this.decisions.find({ _id: { $in: ids }, choiceId: null }, { _id: 1 }).lean<Decision[]>().exec(),
    ]);
    return new Set([...choices, ...decisions].map(({ _id }) => _id));
  }

  /** What the running phase says of evaluations; null where none runs. */
  async settings(): Promise<PhaseSettings | null> {
    return (await this.processes.current('evaluations'))?.phase.settings ?? null;
  }

  /** Since when the phase of now lets nobody evaluate; null while one may, or where no phase says anything. */
  async closedSince(): Promise<Date | null> {
    const phase = (await this.processes.current('evaluations'))?.phase;
    return phase?.settings.contributions === 'closed' ? phase.opensAt : null;
  }

  async view({ kind, id }: Subject): Promise<WeighingView | null> {
    const weighed = await this.find(id);
    return weighed?.subject.kind === kind ? this.viewOf(weighed) : null;
  }

  async viewOf(weighed: Weighed): Promise<WeighingView> {
    const settings = await this.settings();
    const { requestsToOpen, secondRoundAfterDays } = settings?.evaluation ?? usualEvaluation;
    const { subject, versionId, openedAt, secondAt, requests, deliveredAt } = weighed;
    const isOver = settings?.contributions === 'closed';
    const after = subject.kind === 'choice' && openedAt && !secondAt ? secondRoundAfterDays : null;
    return {
      subject, versionId, requests, deliveredAt, requestsNeeded: requestsToOpen,
      openRound: isOver ? null : openRound(weighed),
      rounds: (await this.roundsOf([weighed]))[0] ?? [],
      secondRoundAt: after && openedAt ? new Date(openedAt.getTime() + after * dayMs) : null,
    };
  }

  /** A department says that it is delivered: from now on people are asked how it turned out. */
  async declareDelivered(official: Citizen, { id }: Subject): Promise<DeclareDeliveredResult> {
    const weighed = await this.find(id);
    if (!weighed) return { __typename: 'NotFound', reason: 'decision' };
    const reason = refusalToDeliver(weighed, official);
    if (reason) return { __typename: 'NotAllowed', reason };
    const at = this.clock.now();
    await this.openSecond(weighed, at, { deliveredAt: at });
    const view = await this.view(weighed.subject);
    return view ? { __typename: 'Delivered', weighing: view } : { __typename: 'NotFound', reason: 'decision' };
  }

  /** Opens the second rounds whose day has come, and finishes what a crash left half done. */
  async openDueRounds(): Promise<void> {
    await this.settling.settleAll();
    const days = (await this.settings())?.evaluation?.secondRoundAfterDays;
    if (!days) return;
    const now = this.clock.now();
    const due = { secondAt: null, dissolvedAt: null, openedAt: { $lte: new Date(now.getTime() - days * dayMs) } };
    await eachLeft('choices', await this.choices.find(due, { _id: 1 }).limit(100).lean<Choice[]>().exec(), async ({ _id }) => {
      const weighed = await this.find(_id);
      if (weighed) await this.openSecond(weighed, now, {});
    });
  }

  /** Once, whoever comes first; the ballots follow, and whoever evaluated is told. */
  private async openSecond({ subject }: Weighed, at: Date, more: { deliveredAt?: Date }): Promise<void> {
    const told = unheard('evaluation.opened', { subject, round: 2, by: more.deliveredAt ? 'official' : 'phase', at });
    await this.mark(subject, { secondAt: null }, { $set: { secondAt: at, unsettled: true, ...more }, $push: { unheard: told } });
    if (more.deliveredAt) await this.mark(subject, { deliveredAt: null }, { $set: more });
    await this.settling.settle(subject);
    await this.unheard.tell(subject.kind === 'choice' ? this.choices : this.decisions, subject.id);
  }

  private async mark({ kind, id }: Subject, ifStill: Record<string, null>, change: { $set: Record<string, Date | boolean>; $push?: { unheard: UnheardEvent } }): Promise<void> {
    if (kind === 'choice') await this.choices.updateOne({ _id: id, ...ifStill }, change).exec();
    else await this.decisions.updateOne({ _id: id, ...ifStill }, change).exec();
  }

  /** The rounds so far of each, with what was said in them. */
  async roundsOf(all: readonly Weighed[]): Promise<WeighingView['rounds'][]> {
    const held = all.map(({ openedAt, secondAt }): EvaluationRound[] => [...(openedAt ? [1 as const] : []), ...(secondAt ? [2 as const] : [])]);
    const ids = all.flatMap(({ subject }, at) => (held[at] ?? []).map((round) => ballotOf(subject, round)));
    const [ballots, tallies] = await Promise.all([this.ballots.findMany(ids), this.tallies.of(ids)]);
    return all.map(({ subject, criteria, acts, openedAt, secondAt, isOver }, at) => (held[at] ?? []).map((round) => {
      const ballotId = ballotOf(subject, round);
      const { opensAt = null, closesAt = null } = ballots.get(ballotId) ?? {};
      const isOpen = !isOver && round === (secondAt ? 2 : 1);
      return { round, ballotId, opensAt: opensAt ?? (round === 2 ? secondAt : openedAt), closesAt, isOpen, opinion: opinionOf(criteria, tallies.get(ballotId) ?? nobody, acts) };
    }));
  }
}
