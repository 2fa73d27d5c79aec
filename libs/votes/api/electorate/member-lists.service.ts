import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { Citizens, personIdOf } from '@isegoria/identity/api';
import type { Citizen } from '@isegoria/identity/contracts';
import { eachLeft, Jobs, newId, Subjects } from '@isegoria/kernel/api';
import { type Localized, problemsOf } from '@isegoria/kernel/contracts';
import { PublicActs } from '@isegoria/ledger/api';
import {
  type ChangeMembersResult, type DeleteMemberListResult, longestMembersText, memberListInput, type MemberList, type MutationChangeMembersArgs, type NamedLine, readMembers, type SaveMemberListResult, type UnmatchedLine,
} from '@isegoria/votes/contracts';
import { CityClock } from '../city-clock';
import { MemberChangeRecord, MemberListRecord } from './member-list.schema';
import { MemberStore } from './member-store';

const telling = 'votes.member-changes';
const mostShown = 100;

/** Lists of members as administrators make and change them. Each change is an act of power, and stands in the ledger with its numbers. */
@Injectable()
export class MemberLists implements OnModuleInit {
  constructor(
    @InjectModel(MemberListRecord.name) private readonly lists: Model<MemberListRecord>,
    @InjectModel(MemberChangeRecord.name) private readonly changes: Model<MemberChangeRecord>,
    private readonly store: MemberStore,
    private readonly citizens: Citizens,
    private readonly acts: PublicActs,
    private readonly jobs: Jobs,
    private readonly subjects: Subjects,
    private readonly clock: CityClock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(telling, 30_000, () => this.tell());
    this.subjects.register('member-list', {
      cards: async (ids) => {
        const found = await this.lists.find({ _id: { $in: ids } }).lean<MemberListRecord[]>().exec();
        return found.map(({ _id: id, title, createdAt }) => ({ kind: 'member-list', id, title: title.el, path: '/ledger', excerpt: '', english: { title: title.en, excerpt: '' }, authorId: null, isPublic: true, acceptsComments: false, createdAt }));
      },
    });
  }

  async all(): Promise<MemberList[]> {
    const found = await this.lists.find().sort({ createdAt: -1 }).limit(200).lean<MemberListRecord[]>().exec();
    return found.map((list) => this.shown(list, []));
  }

  async one(id: string): Promise<MemberList | null> {
    const list = await this.lists.findById(String(id)).lean<MemberListRecord>().exec();
    if (!list) return null;
    const changes = await this.changes.find({ list: list._id }).sort({ at: -1 }).limit(50).lean<MemberChangeRecord[]>().exec();
    const names = await this.citizens.cards(changes.map(({ by }) => by));
    return this.shown(list, changes.map(({ _id, at, by, added, removed, members }) => ({ id: _id, at, byName: names.get(by)?.name ?? '', added, removed, members })));
  }

  /** What lists are called, for those who show a ballot's electorate. */
  async titles(ids: readonly string[]): Promise<Map<string, MemberListRecord['title']>> {
    const found = await this.lists.find({ _id: { $in: [...ids] } }, { title: 1 }).lean<Pick<MemberListRecord, '_id' | 'title'>[]>().exec();
    return new Map(found.map(({ _id, title }) => [_id, title]));
  }

  async make(title: Localized): Promise<SaveMemberListResult> {
    const problems = problemsOf(memberListInput, { title });
    if (problems.length > 0) return { __typename: 'Invalid', problems };
    const id = newId(this.clock.now());
    await this.store.make(id, { el: title.el.trim(), en: title.en.trim() });
    const made = await this.one(id);
    if (!made) throw new Error(`The list ${id} is gone.`);
    return made;
  }

  /** All of the named people, or nobody: who is not found is said by the number of the line. */
  async change(by: Citizen, { listId, act, text }: MutationChangeMembersArgs): Promise<ChangeMembersResult> {
    if (Buffer.byteLength(text) > longestMembersText) return { __typename: 'Invalid', problems: [{ field: 'text', code: 'too_long', limit: longestMembersText }] };
    const { named, unread } = readMembers(text);
    const { personIds, unknown } = await this.matched(named);
    const unmatched = [...unread, ...unknown].sort((a, b) => a.line - b.line);
    if (unmatched.length > 0) return { __typename: 'UnmatchedLines', lines: unmatched.slice(0, mostShown), total: unmatched.length };
    if (personIds.length === 0) return { __typename: 'Invalid', problems: [{ field: 'text', code: 'required', limit: null }] };
    const changed = await this.store.change(listId, act, { personIds, by: by.id });
    const list = await this.one(listId);
    if (!list) return { __typename: 'NotFound', reason: 'list' };
    if (changed === null) return { __typename: 'NotAllowed', reason: 'asked' };
    await this.jobs.nudge(telling);
    const different = new Set(personIds).size;
    return { __typename: 'MembersChanged', list, changed, already: different - changed, repeated: personIds.length - different };
  }

  async delete(by: Citizen, id: string): Promise<DeleteMemberListResult> {
    if (!(await this.lists.exists({ _id: { $eq: id } }).exec())) return { __typename: 'NotFound', reason: 'list' };
    if (!(await this.store.delete(id, by.id))) return { __typename: 'NotAllowed', reason: 'asked' };
    await this.jobs.nudge(telling);
    return { __typename: 'MemberListDeleted', id };
  }

  /** Puts changes into the ledger that are not there yet. May run twice: an act has its id. */
  async tell(): Promise<void> {
    const untold = await this.changes.find({ isTold: false }).sort({ at: 1 }).limit(100).lean<MemberChangeRecord[]>().exec();
    await eachLeft('changes of members', untold, async ({ _id, list, added, removed, members }) => {
      const act = { act: 'electorate.changed', id: `electorate.changed:${_id}`, rule: 'electorate/1', role: 'administrator', subject: { kind: 'member-list', id: list }, body: { list, added, removed, members } };
      await this.acts.record(act);
      await this.changes.updateOne({ _id }, { $set: { isTold: true } }).exec();
    });
  }

  private async matched(named: readonly NamedLine[]): Promise<{ personIds: string[]; unknown: UnmatchedLine[] }> {
    const known = await this.citizens.byEmails(named.flatMap(({ email }) => email ?? []));
    const personIds: string[] = [];
    const unknown: UnmatchedLine[] = [];
    for (const { line, email, number } of named) {
      const personId = email ? known.get(email)?.personId : personIdOf('afm', number ?? '');
      if (personId) personIds.push(personId);
      else unknown.push({ line, text: email ?? '', problem: 'email' });
    }
    return { personIds, unknown };
  }

  private shown({ _id: id, title, members, fixedUntil }: MemberListRecord, changes: MemberList['changes']): MemberList {
    return { __typename: 'MemberList', id, title, members, fixedUntil: fixedUntil && fixedUntil > this.clock.now() ? fixedUntil : null, changes };
  }
}
