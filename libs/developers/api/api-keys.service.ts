import { createHmac, hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type ApiKey, apiKeyForm, type CreateApiKeyResult, type DeveloperActResult, most } from '@isegoria/developers/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, inFreeSlot, isSameSecret, newId, newSecret, secretFor } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { ApiKeyRecord } from './api-key.schema';

const rememberedMs = 30_000;
const tagLength = 12;

/** Keys of programs: made, looked up, revoked. */
@Injectable()
export class ApiKeys {
  /** What was looked up lately, revoked keys among them. */
  private readonly looked = new Map<string, { id: string | null; until: number }>();

  constructor(
    @InjectModel(ApiKeyRecord.name) private readonly keys: Model<ApiKeyRecord>,
    private readonly clock: Clock,
  ) {}

  async create(citizen: Citizen, name: string): Promise<CreateApiKeyResult> {
    if (!citizen.confirmed) return { __typename: 'NotAllowed', reason: 'unconfirmed' };
    const problems = problemsOf(apiKeyForm, { name });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const secret = newKey();
    const record = { _id: hashOf(secret), id: newId(), ownerId: citizen.id, name: name.trim(), start: secret.slice(0, 8), createdAt: this.clock.now(), lastUsedOn: null };
    if (!(await inFreeSlot(this.keys, record, most))) return { __typename: 'NotAllowed', reason: 'too_many' };
    return { __typename: 'ApiKeyMade', secret, key: record };
  }

  async of(ownerId: string): Promise<ApiKey[]> {
    const found = await this.keys.find({ ownerId }).sort({ createdAt: 1 }).lean<ApiKeyRecord[]>().exec();
    return found.map(({ id, name, start, createdAt, lastUsedOn }) => ({ id, name, start, createdAt, lastUsedOn }));
  }

  async revoke(citizen: Citizen, id: string): Promise<DeveloperActResult> {
    const gone = await this.keys.findOneAndDelete({ id, ownerId: citizen.id }).lean<ApiKeyRecord>().exec();
    if (!gone) return { __typename: 'NotFound', reason: 'key' };
    this.looked.delete(gone._id);
    return { __typename: 'DeveloperDone', id };
  }

  async forget(ownerId: string): Promise<void> {
    await this.keys.deleteMany({ ownerId });
  }

  /** The id of the key that a program sent, or null where it is none (any more). Another process's memory forgets a revoked key within half a minute. */
  async idOf(secret: string): Promise<string | null> {
    if (!isOurs(secret)) return null;
    const [key, now] = [hashOf(secret), this.clock.now()];
    const known = this.looked.get(key);
    if (known && known.until > now.getTime()) return known.id;
    const today = new Date(now.toISOString().slice(0, 10));
    const found = await this.keys.findOneAndUpdate({ _id: key }, { $set: { lastUsedOn: today } }).lean<ApiKeyRecord>().exec();
    if (this.looked.size > 5000) this.looked.clear();
    this.looked.set(key, { id: found?.id ?? null, until: now.getTime() + rememberedMs });
    return found?.id ?? null;
  }
}

/** `isg_`, what is secret, and a tag of ours over it: a key that we never gave is known by that, and guesses do not reach the store. */
function newKey(): string {
  const random = newSecret();
  return `isg_${random}${tagOf(random)}`;
}

function isOurs(key: string): boolean {
  const random = key.slice('isg_'.length, -tagLength);
  return key.startsWith('isg_') && isSameSecret(key.slice(-tagLength), tagOf(random));
}

function tagOf(random: string): string {
  return createHmac('sha256', secretFor('api keys')).update(random).digest('base64url').slice(0, tagLength);
}

function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
