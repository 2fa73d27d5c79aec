import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { createTransport, type Transporter } from 'nodemailer';
import { Clock, kernelEnv } from '@isegoria/kernel/api';
import type { Dressed } from './mail.template';
import { OutboxRecord } from './mail.schema';
import { mailEnv } from './notifications.env';

/** A file that goes with a mail. */
export interface MailFile {
  name: string;
  /** Its media type. */
  type: string;
  content: Buffer;
}

/** A mail on its way: what it says, to whom, under which key, and how to end such mails. */
export interface Mail extends Dressed {
  key: string;
  to: { email: string; name: string };
  stopUrl: string | null;
  files?: readonly MailFile[];
}

/** Hands mail to the mail server; without one, and outside production, to the outbox that developers read. */
@Injectable()
export class Post {
  private transport: Transporter | null = null;

  constructor(
    @InjectModel(OutboxRecord.name) private readonly outbox: Model<OutboxRecord>,
    private readonly clock: Clock,
  ) {}

  async send(mail: Mail): Promise<void> {
    if (mailEnv.SMTP_URL) return this.sendOut(mail);
    if (kernelEnv.NODE_ENV === 'production') throw new Error('SMTP_URL is not set, so mail cannot be sent');
    const { key, to, subject, text, html, files = [] } = mail;
    const kept = { to: to.email, subject, text, html, files: files.map(({ name }) => name), at: this.clock.now() };
    await this.outbox.updateOne({ _id: key }, { $setOnInsert: kept }, { upsert: true }).exec();
  }

  private async sendOut({ key, to, subject, text, html, stopUrl, files = [] }: Mail): Promise<void> {
    this.transport ??= createTransport({ url: mailEnv.SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 });
    await this.transport.sendMail({
      from: mailEnv.MAIL_FROM,
      to: { address: to.email, name: to.name },
      subject,
      text,
      html,
      attachments: files.map(({ name: filename, type: contentType, content }) => ({ filename, contentType, content })),
      // The same for every try, so that a mail server that got it twice can tell.
      messageId: `<${Buffer.from(key).toString('base64url')}@isegoria>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(stopUrl ? { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
      },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}
