import { Injectable } from '@nestjs/common';
import { Citizens } from '@isegoria/identity/api';
import { PublicActs } from '@isegoria/ledger/api';
import type { Ballot } from '../ballots/ballot.schema';
import { MemberStore } from './member-store';
import { secrecyOf } from '../ballots/secrecy';
import { bornUntil } from '../votes.rules';

/** Who is asked: how many are entitled before a ballot is announced, and that they stay so many. */
@Injectable()
export class Electorates {
  constructor(
    private readonly store: MemberStore,
    private readonly citizens: Citizens,
    private readonly acts: PublicActs,
  ) {}

  /** Makes a list of members, or adds to it: for seeds and slices above; people change lists by `MemberLists`. Throws where a ballot asks the list already. */
  async enlist(list: string, personIds: readonly string[], title = { el: list, en: list }): Promise<void> {
    await this.store.make(list, title);
    if ((await this.store.change(list, 'enlist', { personIds, by: 'city' })) === null) throw new Error(`The list ${list} is asked by a ballot and cannot change.`);
  }

  knows(list: string): Promise<boolean> {
    return this.store.knows(list);
  }

  isOn(list: string, personId: string): Promise<boolean> {
    return this.store.isOn(list, personId);
  }

  /** How many are entitled now. Of a list its length: who is on it and has no account yet may get one. The list stays so from here on. */
  async count({ districts, electorate, opensAt, closesAt }: Ballot, now: Date): Promise<number> {
    if (electorate?.list) {
      await this.store.fix(electorate.list, closesAt);
      return this.store.count(electorate.list);
    }
    return this.citizens.count({ districts, verified: electorate?.verified ?? false, bornUntil: bornUntil(electorate?.minimumAge, opensAt ?? now) });
  }

  /** A ballot goes on longer than it was announced: so long its list stays as it is. */
  async prolong({ electorate }: Ballot, closesAt: Date | null): Promise<void> {
    if (electorate?.list) await this.store.fix(electorate.list, closesAt);
  }

  /** Into the ledger, before anybody votes: what is asked, of how many, and who can know the answers. Once for a ballot. */
  async announce(ballot: Ballot): Promise<void> {
    const { _id, subject, kind, districts, electorate, channels = [] } = ballot;
    const { verified = false, minimumAge = null, list = null, entitled = null } = electorate ?? {};
    const body = { ballot: _id, kind, secrecy: secrecyOf(ballot), districts: [...districts], verified, minimumAge, list, entitled, channels: [...channels] };
    await this.acts.record({ act: 'ballot.announced', id: `ballot.announced:${_id}`, rule: 'electorate/1', role: 'city', subject: { kind: subject.kind, id: subject.id }, body });
  }
}
