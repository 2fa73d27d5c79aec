import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Citizens } from '@isegoria/identity/api';
import { Clock, Documents, Events, Jobs, log, publicUrl } from '@isegoria/kernel/api';
import { Mails } from '@isegoria/notifications/api';
import type { Model } from 'mongoose';
import { fileNameOf } from '../file-name';
import { dayText, momentText } from '../formats';
import { Reports } from '../reports.service';
import { sayIn } from '../words';
import { type Due, dueOf } from './mailing.rules';
import { SubscriptionRecord } from './subscription.schema';
import { mayHaveReports, stopUrlOf } from './subscriptions.service';

const EVERY_MS = 5 * 60_000;
const DAY_MS = 86_400_000;
/** Many mail servers refuse more than 10 MB, and base64 makes four bytes of three. */
const LARGEST = 7_000_000;
const KEPT_KEYS = 50;

/** Sends the reports that are due: each once, with what its reader may see at that moment. */
@Injectable()
export class ReportMailing implements OnModuleInit {
  constructor(
    @InjectModel(SubscriptionRecord.name) private readonly records: Model<SubscriptionRecord>,
    private readonly reports: Reports,
    private readonly documents: Documents,
    private readonly citizens: Citizens,
    private readonly mails: Mails,
    private readonly jobs: Jobs,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('reports.send', EVERY_MS, () => this.send());
    // Soon after a sitting ended, not only at the next round.
    this.events.on('sitting.moved', 'reports.send', () => this.jobs.nudge('reports.send'));
  }

  /** May run twice, and may be killed in between: what was sent is known by its key, and what failed is tried at the next round. */
  async send(): Promise<void> {
    const now = this.clock.now();
    const occasions = await this.documents.occasions(new Date(now.getTime() - 4 * DAY_MS), new Date(now.getTime() + 3 * DAY_MS));
    for await (const record of this.records.find().sort({ _id: 1 }).lean<SubscriptionRecord>().cursor()) {
      for (const due of dueOf(record, now, occasions).filter(({ key }) => !record.done.includes(key))) {
        await this.sendOne(record, due).catch((error: unknown) => log.error({ report: due.kind, error: error instanceof Error ? error.stack : String(error) }, 'a report could not be sent'));
      }
    }
  }

  private async sendOne({ _id: id, citizenId, rhythm }: SubscriptionRecord, { key, kind, id: reportId }: Due): Promise<void> {
    const [citizen, to] = await Promise.all([this.citizens.find(citizenId), this.citizens.contact(citizenId)]);
    // Who is of the council no more, or left, gets no more reports.
    if (!mayHaveReports(citizen)) return void (await this.records.deleteOne({ _id: id }).exec());
    const found = await this.reports.find(kind, reportId, citizen);
    if (!to || !found) return;
    const { document } = found;
    const { locale } = to;
    const say = sayIn(locale);
    const title = document.title[locale] || document.title.el;
    const pdf = await this.reports.file(found, 'pdf', locale);
    const isLarge = pdf.length > LARGEST;
    const isSent = await this.mails.send({
      key: `report:${id}:${key}`,
      to,
      subject: say('mail.subject', { title, day: dayText(document.at, locale) }),
      paragraphs: [say(`mail.${rhythm}`, { title }), say('mail.moment', { moment: momentText(document.at, locale) }), ...(isLarge ? [say('mail.tooLong')] : [])],
      act: { label: say('mail.open'), url: `${publicUrl()}${document.path}` },
      stop: { why: say('mail.why', { rhythm: say(`rhythm.${rhythm}`) }), url: stopUrlOf(id) },
      files: isLarge ? [] : [fileOf(pdf, fileNameOf(document, 'pdf', locale))],
    });
    if (isSent) await this.records.updateOne({ _id: id }, { $set: { sentAt: this.clock.now() }, $push: { done: { $each: [key], $slice: -KEPT_KEYS } } }).exec();
  }
}

const fileOf = (content: Buffer, name: string) => ({ name, content, type: 'application/pdf' });
