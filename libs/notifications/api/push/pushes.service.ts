import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import webPush, { type PushSubscription } from 'web-push';
import { Citizens } from '@isegoria/identity/api';
import { type Allowance, type Called, callOut, Clock, excerpt, isShownTo, Jobs, kernelEnv, Limits, log, publicUrl, secretFor, Subjects, titlesOf } from '@isegoria/kernel/api';
import { type Locale, parseSubject } from '@isegoria/kernel/contracts';
import { digestKind, type PushNotice, type TryDeviceResult, wordsKey } from '@isegoria/notifications/contracts';
import { Follows } from '../follows.service';
import { NoticeRecord } from '../notice.schema';
import { mailEnv } from '../notifications.env';
import { claimMs, Once } from '../once';
import { sentence } from '../words';
import type { DeviceRecord } from './device.schema';
import { callMs, Devices } from './devices.service';
import { pushEnv } from './push.env';
import { keyFrom, mayBeCalled, nightMs, type Outcome, outcomeOf, publicKeyOf, pushKindOf } from './push.rules';
import { PushWishes } from './push-wishes.service';

/** A notice on its way to a device. It names nobody: what waits in the queue would outlast who leaves. */
interface OnItsWay {
  noticeId: string;
  deviceId: string;
}

/** After so long a notice is no news: neither is it sent, nor does the maker of a browser keep it for a device that is off. */
const keptSeconds = 3 * 24 * 3600;
/** What waits does not come back before the moment that it waits for. */
const shortestMs = 100;
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
    private readonly wishes: PushWishes,
    private readonly follows: Follows,
    private readonly citizens: Citizens,
    private readonly subjects: Subjects,
    private readonly jobs: Jobs,
    private readonly once: Once,
    private readonly limits: Limits,
    private readonly clock: Clock,
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

  /** Puts notices on their way to every device of those whom they are for. By night they wait for the morning. */
  async tell(notices: readonly { _id: string; citizenId: string }[]): Promise<void> {
    const devices = await this.devices.livingOf(notices.map(({ citizenId }) => citizenId));
    const delayMs = nightMs(this.clock.now());
    for (const { _id: deviceId, ownerId } of devices) {
      for (const { _id: noticeId } of notices.filter(({ citizenId }) => citizenId === ownerId)) {
        await this.jobs.add('notifications.push', { noticeId, deviceId }, { id: `${noticeId}:${deviceId}`, delayMs });
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
    const outcome = await this.send(device, { title: cityName, body: sentence('notifications', 'push.tried', {}, lang) ?? '', path: '/inbox', tag: 'try', lang });
    return { __typename: 'DeviceTried', reached: outcome === 'taken' };
  }

  /** What was read meanwhile is told to nobody, and neither is what is for somebody who has left that device, or is of a kind that they do not want there. */
  private async deliver(way: OnItsWay): Promise<void> {
    const { noticeId, deviceId } = way;
    const notice = await this.notices.findById(noticeId).lean<NoticeRecord>().exec();
    if (!notice || notice.isRead || this.clock.now().getTime() - notice.at.getTime() > keptSeconds * 1000) return;
    const [device, citizen] = await Promise.all([this.devices.find(notice.citizenId, deviceId), this.citizens.find(notice.citizenId)]);
    if (!device || !citizen || !(await this.isWanted(notice))) return;
    if (!(await this.devices.isReady(device))) return this.later(way, notice.citizenId);
    const says = await this.words(notice, citizen.locale);
    const isOut = await this.once.send(`push:${noticeId}:${deviceId}`, async () => {
      if ((await this.send(device, says)) === 'not_now') throw new NotNow();
    }).catch(nullIfNotNow);
    if (isOut === null) return this.later(way, notice.citizenId);
    // Another process is about to send it, or was killed over it.
    if (!isOut) await this.jobs.add('notifications.push', way, { delayMs: claimMs });
  }

  /** Tries again when the device has rested. */
  private async later(way: OnItsWay, ownerId: string): Promise<void> {
    const until = (await this.devices.find(ownerId, way.deviceId))?.restUntil ?? this.clock.now();
    await this.jobs.add('notifications.push', way, { delayMs: Math.max(until.getTime() - this.clock.now().getTime(), 0) + shortestMs });
  }

  private async isWanted({ citizenId, about }: NoticeRecord): Promise<boolean> {
    const subject = parseSubject(about);
    const because = subject && (await this.follows.because(citizenId, subject));
    return (await this.wishes.kinds(citizenId)).includes(pushKindOf(subject?.kind === digestKind, because));
  }

  /**
   * The sentence of the inbox, under the title of what it is about unless it names that itself. A locked screen is seen by others: of what is not public, or says something of the
   * person, it says only that it came. A digest says how much is new, and not where.
   */
  private async words({ _id, name, params, about, citizenId, isPersonal }: NoticeRecord, lang: Locale): Promise<PushNotice> {
    const subject = parseSubject(about) ?? { kind: 'none', id: '' };
    const card = await this.subjects.card(subject);
    const path = card && isShownTo(card, citizenId) ? card.path : '/inbox';
    const { slice, key } = wordsKey(name, 'notice');
    const isOpen = !isPersonal && (card?.isPublic === true || subject.kind === digestKind);
    const title = isOpen && card?.isPublic ? titlesOf(card)[lang] : '';
    const body = (isOpen && (sentence(slice, key, params, lang) ?? title)) || (sentence('notifications', 'push.came', {}, lang) ?? '');
    return { title: title && !body.includes(title) ? excerpt(title, 120) : cityName, body: excerpt(body, 400), path, tag: _id, lang };
  }

  private async send(device: DeviceRecord, notice: PushNotice): Promise<Outcome> {
    const { endpoint, p256dh, auth } = device;
    const called: Called = mayBeCalled(endpoint, kernelEnv.WEBHOOK_PRIVATE) ? await this.call({ endpoint, keys: { p256dh, auth } }, notice) : { status: null, problem: 'private_address' };
    const outcome = outcomeOf(called);
    if (outcome === 'taken') await this.devices.reached(device);
    else if (outcome === 'gone') await this.devices.lost(device);
    // A process that ends breaks off its calls: that says nothing of the device.
    else if (!this.ending.signal.aborted) await this.devices.missed(device, called.restMs ?? 0);
    if (outcome !== 'taken') log.info({ provider: new URL(endpoint).host, status: called.status, problem: called.problem }, 'a device took no notice');
    return outcome;
  }

  private call(to: PushSubscription, notice: PushNotice): Promise<Called> {
    const vapidDetails = { subject: contact(), publicKey: this.key(), privateKey: privateKey().toString('base64url') };
    const { headers, body } = webPush.generateRequestDetails(to, JSON.stringify(notice), { vapidDetails, TTL: keptSeconds, topic: notice.tag });
    const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
    return callOut(to.endpoint, { body, headers: texts, timeoutMs: callMs, signal: this.ending.signal });
  }
}

/** The maker of a browser took nothing: another time. */
class NotNow extends Error {}

function nullIfNotNow(error: unknown): null {
  if (error instanceof NotNow) return null;
  throw error;
}

const cityName = 'Ισηγορία';

const privateKey = (): Buffer => (pushEnv.WEB_PUSH_KEY ? Buffer.from(pushEnv.WEB_PUSH_KEY, 'base64url') : keyFrom(secretFor('web-push')));

/** Whom a maker of browsers writes to (RFC 8292): an https or a mail address. */
function contact(): string {
  if (pushEnv.WEB_PUSH_CONTACT) return pushEnv.WEB_PUSH_CONTACT;
  const [address = ''] = /[^\s<>]+@[^\s<>]+/.exec(mailEnv.MAIL_FROM) ?? [];
  return publicUrl().startsWith('https:') ? publicUrl() : `mailto:${address}`;
}
