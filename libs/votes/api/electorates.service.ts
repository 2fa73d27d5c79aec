import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { Citizens } from '@isegoria/identity/api';
import { PublicActs } from '@isegoria/ledger/api';
import type { Ballot } from './ballot.schema';
import { secrecyOf } from './secrecy';
import { ShortMemory } from './short-memory';
import { voterKey } from './voter-key';
import { bornUntil } from './votes.rules';

interface Member {
  /** `list|person`, the person under a name of the list's own. */
  _id: string;
  list: string;
}

/** Who is asked: lists of members, and how many are entitled before a ballot is announced. */
@Injectable()
export class Electorates {
  private readonly memory = new ShortMemory<Member>(2000, (ids) => this.read(ids));

  constructor(
    @InjectConnection() private readonly mongo: Connection,
    private readonly citizens: Citizens,
    private readonly acts: PublicActs,
  ) {}

  /** Makes a list of members, or adds to it. Who is on it stands there under a name of the list's own. */
  async enlist(list: string, personIds: readonly string[]): Promise<void> {
    const ids = [...new Set(personIds)].map((personId) => memberId(list, personId));
    const writes = ids.map((_id) => ({ updateOne: { filter: { _id }, update: { $set: { list } }, upsert: true } }));
    for (let at = 0; at < writes.length; at += 500) await this.members().bulkWrite(writes.slice(at, at + 500));
    for (const id of ids) this.memory.forget(id);
  }

  async isOn(list: string, personId: string): Promise<boolean> {
    return (await this.memory.one(memberId(list, personId))) !== null;
  }

  /** How many are entitled now. Of a list its length: who is on it and has no account yet may get one. */
  count({ districts, electorate, opensAt }: Ballot, now: Date): Promise<number> {
    if (electorate?.list) return this.members().countDocuments({ list: electorate.list });
    return this.citizens.count({ districts, verified: electorate?.verified ?? false, bornUntil: bornUntil(electorate?.minimumAge, opensAt ?? now) });
  }

  /** Into the ledger, before anybody votes: what is asked, of how many, and who can know the answers. Once for a ballot. */
  async announce(ballot: Ballot): Promise<void> {
    const { _id, subject, kind, districts, electorate, channels = [] } = ballot;
    const { verified = false, minimumAge = null, list = null, entitled = null } = electorate ?? {};
    const body = { ballot: _id, kind, secrecy: secrecyOf(ballot), districts: [...districts], verified, minimumAge, list, entitled, channels: [...channels] };
    await this.acts.record({ act: 'ballot.announced', id: `ballot.announced:${_id}`, rule: 'electorate/1', role: 'city', subject: { kind: subject.kind, id: subject.id }, body });
  }

  private async read(ids: string[]): Promise<Map<string, Member>> {
    const found = await this.members().find({ _id: { $in: ids } }).toArray();
    return new Map(found.map((member) => [member._id, member]));
  }

  private members() {
    return this.mongo.collection<Member>('electorate_members');
  }
}

function memberId(list: string, personId: string): string {
  return `${list}|${voterKey(personId, `list ${list}`)}`;
}
