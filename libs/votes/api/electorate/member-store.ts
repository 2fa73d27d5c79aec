import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { ClientSession, Connection, Model } from 'mongoose';
import { Transactions, unlessThere } from '@isegoria/kernel/api';
import { type Localized, portions } from '@isegoria/kernel/contracts';
import type { MemberAct } from '@isegoria/votes/contracts';
import { CityClock } from '../city-clock';
import { MemberChangeRecord, MemberListRecord } from './member-list.schema';
import { ShortMemory } from '../short-memory';
import { voterKey } from '../log/voter-key';

interface Member {
  /** `list|person`, the person under a name of the list's own. */
  _id: string;
  list: string;
}

const portion = 200;
/** For a ballot without an end. */
const forGood = new Date('9999-12-31T00:00:00Z');

/** Who is on which list. A change is one transaction with the list's document, which an announcement writes to as well: of the two one comes first. */
@Injectable()
export class MemberStore implements OnModuleInit {
  private readonly memory = new ShortMemory<Member>(2000, (ids) => this.read(ids));

  constructor(
    @InjectConnection() private readonly mongo: Connection,
    @InjectModel(MemberListRecord.name) private readonly lists: Model<MemberListRecord>,
    @InjectModel(MemberChangeRecord.name) private readonly changes: Model<MemberChangeRecord>,
    private readonly transactions: Transactions,
    private readonly clock: CityClock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.members().createIndex({ list: 1 });
  }

  async make(id: string, title: Localized): Promise<void> {
    await this.lists.create({ _id: id, title, createdAt: this.clock.now() }).catch(unlessThere);
  }

  async knows(list: string): Promise<boolean> {
    return (await this.lists.exists({ _id: { $eq: list } }).exec()) !== null;
  }

  async isOn(list: string, personId: string): Promise<boolean> {
    return (await this.memory.one(memberId(list, personId))) !== null;
  }

  /** The lists among these that a person is on. */
  async listsOf(personId: string, lists: readonly string[]): Promise<string[]> {
    const found = await this.memory.of(lists.map((list) => memberId(list, personId)));
    return [...found.values()].map(({ list }) => list);
  }

  count(list: string): Promise<number> {
    return this.members().countDocuments({ list });
  }

  /** From here on nobody is put on the list nor taken off, until the ballot that asks it is over. */
  async fix(list: string, until: Date | null): Promise<void> {
    const made = { title: { el: list, en: list }, members: 0, version: 0, createdAt: this.clock.now() };
    await this.lists.updateOne({ _id: list }, { $max: { fixedUntil: until ?? forGood }, $setOnInsert: made }, { upsert: true, writeConcern: { w: 'majority' } });
  }

  /** Puts all of these people on the list or takes them off; answers how many that changed, or null where the list is fixed or gone. */
  async change(list: string, act: MemberAct, { personIds, by }: { personIds: readonly string[]; by: string }): Promise<number | null> {
    const ids = [...new Set(personIds)].map((personId) => memberId(list, personId));
    let changed: number | null = null;
    await this.transactions.run(async (session) => {
      const record = await this.lists.findOneAndUpdate({ _id: list, ...this.free() }, { $inc: { version: 1 } }, { session, returnDocument: 'after' }).lean<MemberListRecord>().exec();
      changed = record && (await this.write({ record, act, ids, by }, session));
    });
    for (const id of ids) this.memory.forget(id);
    return changed;
  }

  /** The list goes with its members; false where it is fixed or gone. What was done to it stays on record. */
  async delete(list: string, by: string): Promise<boolean> {
    let isGone = false;
    await this.transactions.run(async (session) => {
      const record = await this.lists.findOneAndDelete({ _id: list, ...this.free() }, { session }).lean<MemberListRecord>().exec();
      isGone = record !== null;
      if (!record) return;
      const { deletedCount } = await this.members().deleteMany({ list }, { session });
      await this.note({ ...record, version: record.version + 1, members: 0 }, { added: 0, removed: deletedCount, by }, session);
    });
    return isGone;
  }

  /** A person of an account alone is nobody any more when it is closed. Member and number go together: nobody sees a list whose number is not that of its members. */
  async forget(personId: string): Promise<void> {
    const lists = await this.lists.find({}, { _id: 1 }).lean<{ _id: string }[]>().exec();
    for (const { _id, list } of (await this.read(lists.map(({ _id: each }) => memberId(each, personId)))).values()) {
      await this.transactions.run(async (session) => {
        const { deletedCount } = await this.members().deleteOne({ _id }, { session });
        if (deletedCount > 0) await this.lists.updateOne({ _id: list }, { $inc: { members: -1 } }, { session });
      });
      this.memory.forget(_id);
    }
  }

  private async write({ record, act, ids, by }: { record: MemberListRecord; act: MemberAct; ids: readonly string[]; by: string }, session: ClientSession): Promise<number> {
    const list = record._id;
    const there = await this.read(ids, session);
    const wanted = ids.filter((id) => there.has(id) === (act === 'delist'));
    for (const part of portions(wanted, portion)) {
      if (act === 'enlist') await this.members().insertMany(part.map((_id) => ({ _id, list })), { session });
      else await this.members().deleteMany({ _id: { $in: part } }, { session });
    }
    if (wanted.length === 0) return 0;
    const members = record.members + (act === 'enlist' ? wanted.length : -wanted.length);
    await this.lists.updateOne({ _id: list }, { $set: { members } }, { session });
    await this.note({ ...record, members }, { added: act === 'enlist' ? wanted.length : 0, removed: act === 'delist' ? wanted.length : 0, by }, session);
    return wanted.length;
  }

  private async note({ _id: list, version, members }: MemberListRecord, { added, removed, by }: Pick<MemberChangeRecord, 'added' | 'removed' | 'by'>, session: ClientSession): Promise<void> {
    await this.changes.create([{ _id: `${list}|${version}`, list, by, added, removed, members, at: this.clock.now() }], { session });
  }

  private free() {
    return { $or: [{ fixedUntil: null }, { fixedUntil: { $lte: this.clock.now() } }] };
  }

  private async read(ids: readonly string[], session?: ClientSession): Promise<Map<string, Member>> {
    const found: Member[] = [];
    for (const part of portions(ids, portion)) found.push(...(await this.members().find({ _id: { $in: part } }, session ? { session } : {}).toArray()));
    return new Map(found.map((member) => [member._id, member]));
  }

  private members() {
    return this.mongo.collection<Member>('electorate_members');
  }
}

function memberId(list: string, personId: string): string {
  return `${list}|${voterKey(personId, `list ${list}`)}`;
}
