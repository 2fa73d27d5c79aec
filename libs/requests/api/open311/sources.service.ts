import { createHmac, hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { Clock, isSameSecret, log, newId, newSecret, secretFor } from '@isegoria/kernel/api';
import { problemsOf } from '@isegoria/kernel/contracts';
import { PublicActs, type PublicActSaid } from '@isegoria/ledger/api';
import { digest } from '@isegoria/ledger/contracts';
import { type MakeRequestSourceResult, type RequestSource, type RevokeRequestSourceResult, sourceInput } from '@isegoria/requests/contracts';
import type { Model } from 'mongoose';
import { RequestRecord } from '../request.schema';
import { SourceRecord } from './request-source.schema';

const beginning = 'o311_';
const tagLength = 12;

/** The programs that may hand requests in, and their keys. */
@Injectable()
export class RequestSources {
  constructor(
    @InjectModel(SourceRecord.name) private readonly sources: Model<SourceRecord>,
    @InjectModel(RequestRecord.name) private readonly requests: Model<RequestRecord>,
    private readonly acts: PublicActs,
    private readonly clock: Clock,
  ) {}

  async make(byId: string, name: string): Promise<MakeRequestSourceResult> {
    const problems = problemsOf(sourceInput, { name });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const key = newKey();
    const record: SourceRecord = { _id: newId(), keyHash: hashOf(key), name: name.trim(), createdAt: this.clock.now(), lastUsedAt: null, revokedAt: null };
    await this.sources.create(record);
    await this.acts.record(actOf(record, 'Given'));
    log.info({ sourceId: record._id, byId }, 'a program was given a key for Open311');
    return { __typename: 'RequestSourceMade', source: sourceFrom(record, 0), key };
  }

  /** Those whose key holds first, the newest of them first. */
  async all(): Promise<RequestSource[]> {
    const [records, counts] = await Promise.all([this.sources.find().sort({ _id: -1 }).lean<SourceRecord[]>().exec(), this.counts()]);
    const views = records.map((record) => sourceFrom(record, counts.get(record._id) ?? 0));
    return [...views.filter(({ isRevoked }) => !isRevoked), ...views.filter(({ isRevoked }) => isRevoked)];
  }

  /** From the next request on, in every process: each is looked up. Revoked twice is revoked. */
  async revoke(byId: string, id: string): Promise<RevokeRequestSourceResult> {
    const first = await this.sources.findOneAndUpdate({ _id: String(id), revokedAt: null }, { $set: { revokedAt: this.clock.now() } }, { returnDocument: 'after' }).lean<SourceRecord>().exec();
    const record = first ?? (await this.sources.findById(String(id)).lean<SourceRecord>().exec());
    if (!record) return { __typename: 'NotFound', reason: 'source' };
    // Pressed again, also what a crash cut short is put down.
    await this.acts.record(actOf(record, 'Revoked'));
    if (first) log.info({ sourceId: id, byId }, 'the key of a program for Open311 was revoked');
    return { __typename: 'RequestSourceRevoked', source: sourceFrom(record, await this.requests.countDocuments({ sourceId: record._id }).exec()) };
  }

  /** Whose key this is, if it holds; its use is written down. Guesses do not reach the store. */
  async using(key: string): Promise<{ id: string } | null> {
    if (!isOurs(key)) return null;
    const found = await this.sources.findOneAndUpdate({ keyHash: hashOf(key), revokedAt: null }, { $set: { lastUsedAt: this.clock.now() } }).lean<SourceRecord>().exec();
    return found && { id: found._id };
  }

  private async counts(): Promise<Map<string, number>> {
    const counted = await this.requests.aggregate<{ _id: string; requests: number }>([{ $match: { sourceId: { $gt: '' } } }, { $group: { _id: '$sourceId', requests: { $sum: 1 } } }]).exec();
    return new Map(counted.map(({ _id, requests }) => [_id, requests]));
  }
}

function sourceFrom({ _id: id, name, createdAt, lastUsedAt, revokedAt }: SourceRecord, requests: number): RequestSource {
  return { id, name, createdAt, lastUsedAt, isRevoked: revokedAt !== null, requests };
}

/** That a program may write in the name of people is an act of power: the ledger says that it was given or taken, and of the program's name its digest. */
function actOf({ _id, name }: SourceRecord, what: 'Given' | 'Revoked'): PublicActSaid {
  return { act: `request.key${what}`, id: `request-source:${_id}:key${what}`, rule: null, role: 'administrator', subject: { kind: 'request-source', id: _id }, body: { name: digest(name) } };
}

/** What it begins with, what is secret, and a tag of ours over that. */
function newKey(): string {
  const secret = newSecret();
  return `${beginning}${secret}${tagOf(secret)}`;
}

function isOurs(key: string): boolean {
  const [secret, tag] = [key.slice(beginning.length, -tagLength), key.slice(-tagLength)];
  return key.startsWith(beginning) && isSameSecret(tag, tagOf(secret));
}

function tagOf(secret: string): string {
  return createHmac('sha256', secretFor('open311 keys')).update(secret).digest('base64url').slice(0, tagLength);
}

function hashOf(key: string): string {
  return hash('sha256', key, 'base64url');
}
