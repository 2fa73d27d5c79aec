import { createHmac } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { both, type Person, PersonalData } from '@isegoria/identity/api';
import { type Citizen, hasRole } from '@isegoria/identity/contracts';
import { COUNCIL_ROLES } from '@isegoria/insights/contracts';
import { Clock, Documents, isSameSecret, newId, publicUrl, secretFor, unlessThere } from '@isegoria/kernel/api';
import { EACH, type EndReportResult, keptFor, type ReportRhythm, type ReportSubscription, rhythmsOf, type SubscribeToReportResult } from '@isegoria/reports/contracts';
import type { Model } from 'mongoose';
import { Reports } from '../reports.service';
import { SubscriptionRecord } from './subscription.schema';

/** Nobody reads more reports than this. */
const MOST = 40;

/** Who may have reports by mail. */
export const mayHaveReports = (citizen: Citizen | null): citizen is Citizen => hasRole(citizen, ...COUNCIL_ROLES);

/** Who gets which report by mail. */
@Injectable()
export class Subscriptions implements OnModuleInit {
  constructor(
    @InjectModel(SubscriptionRecord.name) private readonly records: Model<SubscriptionRecord>,
    private readonly reports: Reports,
    private readonly documents: Documents,
    private readonly personalData: PersonalData,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'reportSubscriptions',
      about: both('Εκθέσεις που παίρνεις με e-mail', 'Reports that you get by mail'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: {
        kind: both('Τι είδους', 'Of what sort'),
        reportId: both('Ποια', 'Which'),
        rhythm: both('Κάθε πότε', 'How often'),
        since: both('Από πότε', 'Since when'),
        sentAt: both('Πότε στάλθηκε τελευταία', 'When it was last sent'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id: citizenId }) => {
        await this.records.deleteMany({ citizenId }).exec();
      },
    });
  }

  private async *ownOf({ id: citizenId }: Person) {
    for await (const { kind, reportId, rhythm, since, sentAt } of this.records.find({ citizenId }).lean<SubscriptionRecord>().cursor()) yield { kind, reportId, rhythm, since, sentAt };
  }

  async of(citizen: Citizen): Promise<ReportSubscription[]> {
    const found = await this.records.find({ citizenId: citizen.id }).sort({ citizenId: 1, _id: -1 }).limit(MOST).lean<SubscriptionRecord[]>().exec();
    return Promise.all(found.map((record) => this.shown(record, citizen)));
  }

  async subscribe(citizen: Citizen, kind: string, reportId: string, rhythm: ReportRhythm): Promise<SubscribeToReportResult> {
    if (!rhythmsOf(kind).includes(rhythm)) return { __typename: 'NotAllowed', reason: 'rhythm' };
    const id = keptFor(kind, reportId);
    if (id !== EACH && !(await this.reports.find(kind, id, citizen))) return { __typename: 'NotFound', reason: 'unknown' };
    if (id === EACH && !this.documents.kinds().includes(kind)) return { __typename: 'NotFound', reason: 'unknown' };
    const asked = { citizenId: citizen.id, kind, reportId: id, rhythm };
    if ((await this.records.countDocuments({ citizenId: citizen.id })) >= MOST && !(await this.records.exists(asked))) return { __typename: 'NotAllowed', reason: 'too_many' };
    const fresh = { _id: newId(), since: this.clock.now(), sentAt: null, done: [] };
    await this.records.updateOne(asked, { $setOnInsert: fresh }, { upsert: true }).exec().catch(unlessThere);
    const kept = await this.records.findOne(asked).lean<SubscriptionRecord>().exec();
    return kept ? await this.shown(kept, citizen) : { __typename: 'NotFound', reason: 'unknown' };
  }

  async end(citizen: Citizen, id: string): Promise<EndReportResult> {
    const { deletedCount } = await this.records.deleteOne({ _id: id, citizenId: citizen.id }).exec();
    return deletedCount > 0 ? { __typename: 'ReportEnded', id } : { __typename: 'NotFound', reason: 'unknown' };
  }

  /** The link at the end of a mail: whoever holds it may end this report, and nothing else. */
  async stop(id: string, token: string): Promise<EndReportResult> {
    if (!isSameSecret(token, tokenOf(id))) return { __typename: 'NotFound', reason: 'unknown' };
    const { deletedCount } = await this.records.deleteOne({ _id: id }).exec();
    return deletedCount > 0 ? { __typename: 'ReportEnded', id } : { __typename: 'NotFound', reason: 'unknown' };
  }

  private async shown({ _id: id, kind, reportId, rhythm, since, sentAt }: SubscriptionRecord, citizen: Citizen): Promise<ReportSubscription> {
    const found = reportId === EACH ? null : await this.reports.find(kind, reportId, citizen);
    return { __typename: 'ReportSubscription', id, kind, reportId, rhythm, since, sentAt, title: found?.document.title ?? null, path: found?.document.path ?? null };
  }
}

/** Where a mail's «stop» leads; the same address takes a mail program's one-click POST. */
export const stopUrlOf = (id: string): string => `${publicUrl()}/reports/stop?${new URLSearchParams({ id, token: tokenOf(id) }).toString()}`;

const tokenOf = (id: string): string => createHmac('sha256', secretFor('stop-report')).update(id).digest('base64url');
