import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import webPush from 'web-push';
import { Citizens } from '@isegoria/identity/api';
import { type Allowance, callOut, excerpt, isShownTo, Jobs, kernelEnv, Limits, publicUrl, secretFor, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type Locale, parseSubject } from '@isegoria/kernel/contracts';
import { type PushNotice, type TryDeviceResult, wordsKey } from '@isegoria/notifications/contracts';
import { NoticeRecord } from '../notice.schema';
import { mailEnv } from '../notifications.env';
import { claimMs, Once } from '../once';
import { sentence } from '../words';
import type { DeviceRecord } from './device.schema';
import { Devices } from './devices.service';
import { pushEnv } from './push.env';
import { keyFrom, mayBeCalled, outcomeOf, publicKeyOf } from './push.rules';

/** A notice on its way to a device. */
interface OnItsWay {
  noticeId: string;
  ownerId: string;
  deviceId: string;
}

/** A maker of browsers may be away for an evening: four and a half hours of tries. */
const attempts = 16;
const timeoutMs = 10_000;
/** How long the maker of a browser keeps a notice for a device that is off. */
const keptSeconds = 3 * 24 * 3600;
/** Enough to see that it comes. */
const tries: Allowance = { points: 10, seconds: 600 };

/**
 * Notices on the devices of whoever wishes them (RFC 8030), in the words of the inbox. Each is sent once. Only where an answer was lost, or a process killed over it, may it be
 * sent again: by its topic and tag a device shows one all the same.
 */
@Injectable()
export class Pushes implements OnModuleInit, OnModuleDestroy {
  private readonly ending = new AbortController();

  constructor(
    @InjectModel(NoticeRecord.name) private readonly notices: Model<NoticeRecord>,
    private readonly devices: Devices,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly once: Once,
    private readonly limits: Limits,
  ) {}

  onModuleInit(): void {
    this.jobs.define<OnItsWay>('notifications.push', (job) => this.deliver(job));
  }

  onModuleDestroy(): void {
    this.ending.abort();
  }

  /** The public half of the city's key, which a browser asks for notices with. */
  key(): string {
    return publicKeyOf(privateKey());
  }

  /** Puts notices on their way to every device of those whom they are for. */
  async tell(notices: readonly { _id: string; citizenId: string }[]): Promise<void> {
    const devices = await this.devices.livingOf(notices.map(({ citizenId }) => citizenId));
    for (const { _id: deviceId, ownerId } of devices) {
      for (const { _id: noticeId } of notices.filter(({ citizenId }) => citizenId === ownerId)) {
        await this.jobs.add('notifications.push', { noticeId, ownerId, deviceId }, { id: `${noticeId}:${deviceId}`, attempts });
      }
    }
  }

  /** Sends a notice that says nothing but that it comes. */
  async tryOut(ownerId: string, id: string): Promise<TryDeviceResult> {
    const device = await this.devices.find(ownerId, id);
    if (!device) return { __typename: 'NotFound', reason: 'unknown' };
    const tooMany = await this.limits.take('device-tried', ownerId, tries);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const lang = (await this.citizens.find(ownerId))?.locale ?? 'el';
    const { outcome } = await this.send(device, { title: cityName, body: sentence('notifications', 'push.tried', {}, lang) ?? '', path: '/inbox', tag: 'try', lang });
    return { __typename: 'DeviceTried', reached: outcome === 'taken' };
  }

  /** What was read meanwhile is told to nobody, and neither is what is for somebody who has left that device. */
  private async deliver({ noticeId, ownerId, deviceId }: OnItsWay): Promise<void> {
    const notice = await this.notices.findOne({ _id: noticeId, citizenId: ownerId }).lean<NoticeRecord>().exec();
    const device = notice && !notice.isRead ? await this.devices.find(ownerId, deviceId) : null;
    const citizen = device && (await this.citizens.find(ownerId));
    if (!notice || !device || !citizen) return;
    const says = await this.words(notice, citizen.locale);
    const isOut = await this.once.send(`push:${noticeId}:${deviceId}`, async () => {
      const { outcome, why } = await this.send(device, says);
      if (outcome === 'not_now') throw new Error(`${new URL(device.endpoint).host} did not take a notice: ${why}`);
    });
    // Another process is about to send it, or was killed over it.
    if (!isOut) await this.jobs.add('notifications.push', { noticeId, ownerId, deviceId }, { delayMs: claimMs, attempts });
  }

  /** The sentence of the inbox, under the title of what it is about unless it names that itself. */
  private async words({ _id, name, params, about, citizenId }: NoticeRecord, lang: Locale): Promise<PushNotice> {
    const card = await this.subjects.card(parseSubject(about) ?? { kind: 'none', id: '' });
    const seen = card && isShownTo(card, citizenId) ? card : null;
    const title = seen ? titlesOf(seen)[lang] : '';
    const { slice, key } = wordsKey(name, 'notice');
    const body = sentence(slice, key, params, lang) ?? title;
    return { title: title && !body.includes(title) ? excerpt(title, 120) : cityName, body: excerpt(body, 400), path: seen?.path ?? '/inbox', tag: _id, lang };
  }

  private async send(device: DeviceRecord, notice: PushNotice): Promise<{ outcome: ReturnType<typeof outcomeOf>; why: string }> {
    const { endpoint, p256dh, auth } = device;
    if (!mayBeCalled(endpoint, kernelEnv.WEBHOOK_PRIVATE)) return { outcome: 'not_now', why: 'private_address' };
    const vapidDetails = { subject: contact(), publicKey: this.key(), privateKey: privateKey().toString('base64url') };
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, JSON.stringify(notice), { vapidDetails, TTL: keptSeconds, topic: notice.tag });
    const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
    const { status, problem } = await callOut(endpoint, { body, headers: texts, timeoutMs, signal: this.ending.signal });
    const outcome = outcomeOf(status);
    if (outcome !== 'not_now') await this.devices.note(device, outcome);
    return { outcome, why: String(status ?? problem) };
  }
}

const cityName = 'Ισηγορία';

const privateKey = (): Buffer => (pushEnv.WEB_PUSH_KEY ? Buffer.from(pushEnv.WEB_PUSH_KEY, 'base64url') : keyFrom(secretFor('web-push')));

/** Whom a maker of browsers writes to (RFC 8292): an https or a mail address. */
function contact(): string {
  if (pushEnv.WEB_PUSH_CONTACT) return pushEnv.WEB_PUSH_CONTACT;
  const [address = ''] = /[^\s<>]+@[^\s<>]+/.exec(mailEnv.MAIL_FROM) ?? [];
  return publicUrl().startsWith('https:') ? publicUrl() : `mailto:${address}`;
}
