import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { EvaluationRound } from '@isegoria/evaluations/contracts';
import { Citizens, PersonalData } from '@isegoria/identity/api';
import { Events } from '@isegoria/kernel/api';
import { portions } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { Evaluation } from './evaluation.schema';
import { EvaluationRequest } from './evaluation-request.schema';
import { evaluationKey, requestKey } from './person-key';

const atOnce = 500;
const forgotten = { concern: { concerns: 'unsaid', how: [] }, change: null, changeItem: null, changeState: null, changeReason: null, group: { ageBand: null, districtId: null, gender: null } };

/** What is kept of a person's evaluations: theirs to take along, and to take away. It is found by trying their key on everything that was ever weighed. */
@Injectable()
export class EvaluationsPersonal implements OnModuleInit {
  constructor(
    @InjectModel(Evaluation.name) private readonly evaluations: Model<Evaluation>,
    @InjectModel(EvaluationRequest.name) private readonly requests: Model<EvaluationRequest>,
    private readonly citizens: Citizens,
    private readonly personalData: PersonalData,
    private readonly events: Events,
  ) {}

  onModuleInit(): void {
    this.personalData.register('evaluations', (citizenId) => this.of(citizenId));
    this.personalData.register('evaluationRequests', (citizenId) => this.askedBy(citizenId));
    this.events.later('citizen.left', 'evaluations.forget', ({ personId }) => this.forget(personId));
  }

  private async of(citizenId: string): Promise<Omit<Evaluation, '_id' | 'changeItem' | 'seq'>[]> {
    const citizen = await this.citizens.find(citizenId);
    const found: Evaluation[] = [];
    for (const keys of citizen ? await this.keysOf(citizen.personId) : []) found.push(...(await this.evaluations.find({ _id: { $in: keys } }).lean<Evaluation[]>().exec()));
    return found.map(({ _id, changeItem: _item, seq: _seq, ...own }) => own);
  }

  /** The acts whose evaluation the person asked for. */
  private async askedBy(citizenId: string): Promise<Pick<EvaluationRequest, 'decisionId'>[]> {
    const citizen = await this.citizens.find(citizenId);
    const found: EvaluationRequest[] = [];
    for (const keys of citizen ? await this.requestKeysOf(citizen.personId) : []) found.push(...(await this.requests.find({ _id: { $in: keys } }).lean<EvaluationRequest[]>().exec()));
    return found.map(({ decisionId }) => ({ decisionId }));
  }

  /** The vote stays counted, as every vote does; who it was and what they wrote does not stay beside it. Their words are taken back from the moderators too. */
  private async forget(personId: string): Promise<void> {
    for (const keys of await this.keysOf(personId)) {
      const said = await this.evaluations.find({ _id: { $in: keys }, changeItem: { $ne: null } }, { changeItem: 1 }).lean<Evaluation[]>().exec();
      for (const { changeItem } of said) if (changeItem) await this.events.publish('contribution.withdrawn', { item: { kind: 'evaluation-change', id: changeItem } });
      await this.evaluations.updateMany({ _id: { $in: keys } }, { $set: forgotten }).exec();
    }
    for (const keys of await this.requestKeysOf(personId)) await this.requests.deleteMany({ _id: { $in: keys } }).exec();
  }

  private async requestKeysOf(personId: string): Promise<string[][]> {
    return portions((await this.requests.distinct('decisionId').exec()).map((id) => requestKey(personId, id)), atOnce);
  }

  private async keysOf(personId: string): Promise<string[][]> {
    const rounds: EvaluationRound[] = [1, 2];
    return portions((await this.evaluations.distinct('decisionId').exec()).flatMap((id) => rounds.map((round) => evaluationKey(personId, id, round))), atOnce);
  }
}
