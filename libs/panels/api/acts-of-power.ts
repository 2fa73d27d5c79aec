import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Events } from '@isegoria/kernel/api';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import type { Model } from 'mongoose';
import { Panel } from './panel.schema';
import { panelSubject } from './panel-views';

/**
 * What the city does with a panel stands in the public ledger: its call, the digest of the list before the numbers were known, the numbers and the seed, that it is complete or was taken
 * back. So nobody comes onto a list that is closed, nor chooses the numbers afterwards.
 */
@Injectable()
export class ActsOfPower implements OnModuleInit {
  constructor(
    @InjectModel(Panel.name) private readonly panels: Model<Panel>,
    private readonly events: Events,
    private readonly acts: PublicActs,
  ) {}

  onModuleInit(): void {
    for (const event of ['panel.published', 'panel.closed', 'panel.drawn', 'panel.seated', 'panel.withdrawn'] as const) this.events.later(event, 'panels.ledger', ({ id }) => this.record(id));
  }

  /** All that happened to it so far, each act once by its id; seeds call it for the past. */
  async record(id: string): Promise<void> {
    const panel = await this.panels.findById(id).lean<Panel>().exec();
    if (!panel?.publishedAt) return;
    const { departmentId, title, text, source, seats, balance, closesAt, drawsAt, listDigest, offers, numbers, seed, seatedAt, withdrawal } = panel;
    const said = (act: string, role: string, body: NonNullable<PublicActSaid['body']>): PublicActSaid => ({ act: `panel.${act}`, id: `panel:${id}:${act}`, rule: null, role, subject: panelSubject(id), body });
    const acts: PublicActSaid[] = [said('published', 'official', { department: departmentId, seats, words: digest(JSON.stringify([title, text, source, balance, closesAt, drawsAt])) })];
    if (listDigest) acts.push(said('closed', 'city', { offers, list: listDigest }));
    if (seed && numbers) acts.push(said('drawn', 'official', { numbers, seed }));
    if (seatedAt) acts.push(said('seated', 'city', {}));
    if (withdrawal) acts.push(said('withdrawn', 'official', { words: digest(withdrawal.reason) }));
    await this.acts.recordAll(acts);
  }
}
