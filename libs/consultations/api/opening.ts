import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, eachLeft, Jobs, Unheard, unheard } from '@isegoria/kernel/api';
import { Announcer } from '@isegoria/realtime/api';
import type { Model } from 'mongoose';
import { Consultation } from './consultation.schema';
import { ConsultationBallots } from './consultation-ballots';
import { readyMs } from './consultations.rules';

const lookMs = 15_000;

/**
 * A consultation opens because it is time, whatever runs. What has to be there then, the ballots of its articles, is made in the minute before, when nothing of it
 * changes any more; and people are told when it has come. Each step may come twice.
 */
@Injectable()
export class Opening implements OnModuleInit {
  constructor(
    @InjectModel(Consultation.name) private readonly consultations: Model<Consultation>,
    private readonly ballots: ConsultationBallots,
    private readonly announcer: Announcer,
    private readonly unheard: Unheard,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.unheard.watch(this.consultations);
    this.jobs.every('consultations.open', lookMs, () => this.openDue());
  }

  async openDue(): Promise<void> {
    const soon = new Date(this.clock.now().getTime() + readyMs);
    const due = { publishedAt: { $ne: null }, openedAt: null, withdrawal: null, opensAt: { $lte: soon } };
    await eachLeft('consultations', await this.consultations.find(due).limit(100).lean<Consultation[]>().exec(), (consultation) => this.open(consultation));
  }

  /** Makes its ballots ready; when it has opened, says so, once. */
  async open({ _id, title, opensAt, closesAt }: Consultation): Promise<void> {
    await this.ballots.openArticles({ _id, opensAt, closesAt });
    const now = this.clock.now();
    if (!opensAt || !closesAt || opensAt > now) return;
    const told = unheard('consultation.opened', { id: _id, title, closesAt, at: now });
    const { matchedCount } = await this.consultations.updateOne({ _id, openedAt: null, withdrawal: null }, { $set: { openedAt: now }, $push: { unheard: told } }).exec();
    if (matchedCount === 0) return;
    await this.unheard.tell(this.consultations, _id);
    await this.announcer.announce({ kind: 'consultation', id: _id }, 'changed', {});
  }
}
