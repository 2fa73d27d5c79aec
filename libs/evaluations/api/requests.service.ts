import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { RequestEvaluationResult } from '@isegoria/evaluations/contracts';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { Clock, Unheard, unheard, unlessThere } from '@isegoria/kernel/api';
import { Follows } from '@isegoria/notifications/api';
import { usualEvaluation } from '@isegoria/processes/contracts';
import type { Model } from 'mongoose';
import { Decision, type OpenedBy } from './decisions/decision.schema';
import { EvaluationRequest } from './evaluation-request.schema';
import { requestKey } from './person-key';
import { Settling } from './settling.service';
import { refusalToRequest } from './figures/weighing.rules';
import { Weighing } from './figures/weighing.service';

/** Citizens and officials ask that an act be laid before the city. Most acts are routine: enough who ask make one stand out. */
@Injectable()
export class Requests {
  constructor(
    @InjectModel(Decision.name) private readonly decisions: Model<Decision>,
    @InjectModel(EvaluationRequest.name) private readonly requests: Model<EvaluationRequest>,
    private readonly weighing: Weighing,
    private readonly settling: Settling,
    private readonly follows: Follows,
    private readonly unheard: Unheard,
    private readonly clock: Clock,
  ) {}

  async request(citizen: Citizen, id: string): Promise<RequestEvaluationResult> {
    const decision = await this.decisions.findById(String(id)).lean<Decision>().exec();
    if (!decision) return { __typename: 'NotFound', reason: 'decision' };
    const reason = refusalToRequest(decision, citizen);
    if (reason) return { __typename: 'NotAllowed', reason };
    const decisionId = decision._id;
    await this.requests.create({ _id: requestKey(citizen.personId, decisionId), decisionId }).catch(unlessThere);
    const requests = await this.requests.countDocuments({ decisionId }).exec();
    await this.decisions.updateOne({ _id: decisionId, requests: { $lt: requests } }, { $set: { requests } }).exec();
    await this.follows.follow(citizen.id, { kind: 'decision', id: decisionId }, 'evaluation');
    const isOpen = await this.openWhenDue(decisionId, requests, citizen);
    return { __typename: 'EvaluationRequested', requests, isOpen };
  }

  async has(citizen: Citizen, decisionId: string): Promise<boolean> {
    return (await this.requests.exists({ _id: requestKey(citizen.personId, decisionId) }).exec()) !== null;
  }

  private async openWhenDue(decisionId: string, requests: number, citizen: Citizen): Promise<boolean> {
    const needed = ((await this.weighing.settings())?.evaluation ?? usualEvaluation).requestsToOpen;
    const isOfficial = hasRole(citizen, 'official', 'administrator');
    if (!isOfficial && requests < needed) return false;
    await this.open(decisionId, isOfficial ? 'official' : 'requests');
    return true;
  }

  private async open(id: string, openedBy: Exclude<OpenedBy, 'type'>): Promise<void> {
    const openedAt = this.clock.now();
    const subject = { kind: 'decision', id };
    const told = unheard('evaluation.opened', { subject, round: 1, by: openedBy, at: openedAt });
    const open = { $set: { openedAt, openedBy, unsettled: true }, $push: { unheard: told } };
    const { matchedCount } = await this.decisions.updateOne({ _id: id, openedAt: null, choiceId: null }, open).exec();
    if (matchedCount === 0) return;
    await this.settling.settle(subject);
    await this.unheard.tell(this.decisions, id);
  }
}
