import { hash } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { both, type Person, PersonalData, SessionStore } from '@isegoria/identity/api';
import { type Allowance, Clock, inFreeSlot, invalid, kernelEnv, Limits, refuse } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { type AddDeviceResult, type Device, deviceForm, type DeviceInput, mostDevices, type RemoveDeviceResult } from '@isegoria/notifications/contracts';
import { DeviceRecord } from './device.schema';
import { isPublicKey, mayBeCalled, restMs } from './push.rules';

/** Who turns it on and off again and again is nobody who wants notices. */
const asks: Allowance = { points: 30, seconds: 3600 };

/** How long a call to the maker of a browser may take. */
export const callMs = 10_000;

/** The browsers of citizens that show their notices. */
@Injectable()
export class Devices implements OnModuleInit {
  constructor(
    @InjectModel(DeviceRecord.name) private readonly devices: Model<DeviceRecord>,
    private readonly sessions: SessionStore,
    private readonly limits: Limits,
    private readonly clock: Clock,
    private readonly personalData: PersonalData,
  ) {}

  onModuleInit(): void {
    this.personalData.register({
      name: 'devices',
      about: both('Οι συσκευές σου που δείχνουν ειδοποιήσεις (όσο είσαι συνδεδεμένος σε αυτές)', 'Your devices that show notices (as long as you are signed in on them)'),
      leaving: both('Σβήνονται.', 'They are erased.'),
      keys: {
        name: both('Ποια είναι', 'Which one it is'),
        provider: both('Από ποιον περνούν οι ειδοποιήσεις, κρυπτογραφημένες', 'By whom the notices go, encrypted'),
        addedAt: both('Από πότε', 'Since when'),
        reachedAt: both('Πότε έφυγε η τελευταία', 'When the last one left'),
      },
      entries: (person) => this.ownOf(person),
      forget: async ({ id: ownerId }) => {
        await this.devices.deleteMany({ ownerId }).exec();
      },
    });
  }

  /** Those of a person, the first one first. */
  async of(ownerId: string): Promise<Device[]> {
    return (await this.livingOf([ownerId])).sort((a, b) => a.addedAt.getTime() - b.addedAt.getTime()).map(shown);
  }

  /** Those of some persons on which they are signed in. Where a session has ended the device is forgotten: nothing of it is left to hear. */
  async livingOf(ownerIds: readonly string[]): Promise<DeviceRecord[]> {
    const found = await this.devices.find({ ownerId: { $in: [...ownerIds] } }).lean<DeviceRecord[]>().exec();
    const isOpen = await Promise.all(found.map(async ({ sessionId, ownerId }) => (await this.sessions.read(sessionId))?.passport?.user?.id === ownerId));
    const ended = found.filter((_, index) => !isOpen[index]);
    for (const { _id, sessionId } of ended) await this.devices.deleteOne({ _id, sessionId }).exec();
    return found.filter((_, index) => isOpen[index]);
  }

  async add(ownerId: string, sessionId: string, input: DeviceInput): Promise<AddDeviceResult> {
    const tooMany = await this.limits.take('device', ownerId, asks);
    if (tooMany) return { __typename: 'TooMany', ...tooMany };
    const problems = problemsOf(deviceForm, input);
    if (problems.length > 0) return invalid(problems);
    const { endpoint, p256dh, auth, name } = deviceForm.parse(input);
    if (!mayBeCalled(endpoint, kernelEnv.WEBHOOK_PRIVATE)) return invalid([{ field: 'endpoint', code: 'invalid', limit: null }]);
    if (!isPublicKey(p256dh)) return invalid([{ field: 'p256dh', code: 'invalid', limit: null }]);
    const _id = deviceId(endpoint);
    const asked = { sessionId, endpoint, p256dh, auth, name, failingSince: null, restUntil: null };
    await this.devices.deleteOne({ _id, ownerId: { $ne: ownerId } }).exec();
    const again = () => this.devices.findOneAndUpdate({ _id, ownerId }, { $set: asked }, { returnDocument: 'after' }).lean<DeviceRecord>().exec();
    const known = await again();
    if (known) return { __typename: 'DeviceAdded', device: shown(known) };
    await this.livingOf([ownerId]);
    const record = { _id, ownerId, ...asked, addedAt: this.clock.now(), reachedAt: null };
    if (await inFreeSlot(this.devices, record, mostDevices)) return { __typename: 'DeviceAdded', device: shown(record) };
    // Two tabs asked at once: the other one was first.
    const beside = await again();
    return beside ? { __typename: 'DeviceAdded', device: shown(beside) } : refuse('full');
  }

  async remove(ownerId: string, id: string): Promise<RemoveDeviceResult> {
    const { deletedCount } = await this.devices.deleteOne({ _id: id, ownerId }).exec();
    return deletedCount > 0 ? { __typename: 'DeviceRemoved', id } : { __typename: 'NotFound', reason: 'unknown' };
  }

  /** One of a person's own on which they are signed in, or null. */
  async find(ownerId: string, id: string): Promise<DeviceRecord | null> {
    return (await this.livingOf([ownerId])).find(({ _id }) => _id === id) ?? null;
  }

  /** Whether a notice may go to it now. One that takes nothing is asked again by one notice at a time, when it has rested. */
  async isReady({ _id, failingSince }: DeviceRecord): Promise<boolean> {
    if (!failingSince) return true;
    const now = this.clock.now();
    const { modifiedCount } = await this.devices.updateOne({ _id, restUntil: { $lte: now } }, { $set: { restUntil: new Date(now.getTime() + callMs) } }).exec();
    return modifiedCount > 0;
  }

  /** The maker of the browser took a notice for it. */
  async reached({ _id }: DeviceRecord): Promise<void> {
    await this.devices.updateOne({ _id }, { $set: { reachedAt: this.clock.now(), failingSince: null, restUntil: null } }).exec();
  }

  /** The browser is not there any more. */
  async lost({ _id, sessionId }: DeviceRecord): Promise<void> {
    await this.devices.deleteOne({ _id, sessionId }).exec();
  }

  /** It took nothing, and rests. Who was not reached for days is forgotten. */
  async missed(device: DeviceRecord, askedMs: number): Promise<void> {
    const now = this.clock.now();
    const failingSince = device.failingSince ?? now;
    const rest = restMs({ failingSince, asked: askedMs, now });
    if (rest === null) return this.lost(device);
    await this.devices.updateOne({ _id: device._id }, { $set: { failingSince, restUntil: new Date(now.getTime() + rest) } }).exec();
  }

  private async *ownOf({ id: ownerId }: Person) {
    for await (const { name, endpoint, addedAt, reachedAt } of this.devices.find({ ownerId }).sort({ ownerId: 1, slot: 1 }).lean<DeviceRecord>().cursor()) {
      yield { name, provider: new URL(endpoint).host, addedAt, reachedAt };
    }
  }
}

/** What a browser is known by. It makes the same of its endpoint, to find itself among the devices. */
export const deviceId = (endpoint: string): string => hash('sha256', endpoint, 'base64url');

const shown = ({ _id: id, name, addedAt, reachedAt }: Pick<DeviceRecord, '_id' | 'name' | 'addedAt' | 'reachedAt'>): Device => ({ id, name, addedAt, reachedAt });
