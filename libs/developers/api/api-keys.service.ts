import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type ApiKey, apiKeyForm, type CreateApiKeyResult, type DeveloperActResult, most } from '@isegoria/developers/contracts';
import type { Citizen } from '@isegoria/identity/contracts';
import { Clock, newId, newSecret } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import type { Model } from 'mongoose';
import { ApiKeyRecord } from './api-key.schema';

const rememberedMs = 30_000;

/** Keys of programs: made, looked up, revoked. */
@Injectable()
export class ApiKeys {
  /** What was looked up lately, unknown keys among them: a program that sends a wrong one does not reach the store each time. */
  private readonly looked = new Map<string, { id: string | null; until: number }>();

  constructor(
    @InjectModel(ApiKeyRecord.name) private readonly keys: Model<ApiKeyRecord>,
    private readonly clock: Clock,
  ) {}

  async create(citizen: Citizen, name: string): Promise<CreateApiKeyResult> {
    if (!citizen.confirmed) return { __typename: 'NotAllowed', reason: 'unconfirmed' };
    const problems = problemsOf(apiKeyForm, { name });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    if ((await this.keys.countDocuments({ ownerId: citizen.id })) >= most) return { __typename: 'NotAllowed', reason: 'too_many' };
    const secret = `isg_${newSecret()}`;
    const record = { _id: hashOf(secret), id: newId(), ownerId: citizen.id, name: name.trim(), start: secret.slice(0, 8), createdAt: this.clock.now(), lastUsedOn: null };
    await this.keys.create(record);
    return { __typename: 'ApiKeyMade', secret, key: record };
  }

  async of(ownerId: string): Promise<ApiKey[]> {
    return this.keys.find({ ownerId }).sort({ createdAt: 1 }).lean<ApiKeyRecord[]>().exec();
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

function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
